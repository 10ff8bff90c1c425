import type { Context } from '@segment/analytics-next'
import { getWarnings, openPage, registerPlugins } from '../../test/support/page'
import { changePresets } from '../../test/support/subscriptions'
import { VALUE_CASES } from '../../test/react-native/support/value-cases'
import type { ValueCase } from '../../test/react-native/support/value-cases'
import { BASE_SETTINGS } from '../destinations/inmoment/test-support/constants'

/** Returns mappings with the same effect as the options of the plugin for mobile apps. */
function createMappings({
  externalId,
  productName,
  audience,
  properties,
  typedPropertyNames
}: NonNullable<ValueCase['options']>): Record<string, object> {
  const pathTo = (name?: string) => (name === undefined ? undefined : { '@path': `$.traits.${name}` })
  const pick = (source: string) =>
    properties && {
      properties: Object.fromEntries(properties.map((name) => [name, { '@path': `$.${source}.${name}` }]))
    }
  return {
    identifyUser: {
      externalId: pathTo(externalId),
      productName: pathTo(productName),
      audience: pathTo(audience),
      typedPropertyNames,
      ...pick('traits')
    },
    trackEvent: { typedPropertyNames, ...pick('properties') }
  }
}

/** The names in the warnings. */
function getWarnedNames(context: Context): string[] {
  return getWarnings(context).flatMap((warning) => /^InMoment: (?:properties\.)?(\S+) was/.exec(warning)?.[1] ?? [])
}

it.each(VALUE_CASES.map((row) => [row.title, row] as const))('sends the values of the table for %s', async (_, row) => {
  const { userId = 'ann', traits = {}, event, options = {}, expected, warned = [] } = row
  const beacon = openPage()
  const analytics = await registerPlugins({ subscriptions: changePresets(createMappings(options)) })
  const contexts = [await (userId === null ? analytics.identify(traits) : analytics.identify(userId, traits))]
  if (event) contexts.push(await analytics.track('Asked', event))
  expect(beacon.last.settings).toEqual({
    ...BASE_SETTINGS,
    segment_user_id: userId ?? analytics.user().anonymousId(),
    email: expected.email,
    created_at: expected.createdAt,
    language: expected.language,
    external_id: expected.externalId,
    product_name: expected.productName,
    wootric_recommend_target: expected.audience,
    properties: Object.fromEntries(Object.entries(expected.properties ?? {}).map(([name, [value]]) => [name, value])),
    event_name: event ? 'Asked' : null
  })
  expect(contexts.flatMap(getWarnedNames)).toEqual(warned)
})
