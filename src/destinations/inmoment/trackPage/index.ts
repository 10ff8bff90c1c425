import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import { toText } from '../conversions/text'
import { usableObject } from '../conversions/usable'
import { performWith } from '../deliver'
import { objectField, textField } from '../fields'
import type { Settings } from '../generated-types'
import type { Info } from '../wootric/types'
import type { Payload } from './generated-types'

const action: BrowserActionDefinition<Settings, unknown, Payload> = {
  title: 'Track Page',
  description: 'Send page information to InMoment for Targeted Sampling. Does not request a survey.',
  platform: 'web',
  defaultSubscription: 'type = "page"',
  fields: {
    name: textField('Page Name', 'The name of the page.', '$.properties.name', '$.name'),
    path: textField('Page Path', 'The path of the page.', '$.properties.path', '$.context.page.path'),
    url: textField('Page URL', 'The full URL of the page.', '$.properties.url', '$.context.page.url'),
    title: textField('Page Title', 'The title of the page.', '$.properties.title', '$.context.page.title'),
    referrer: textField(
      'Referrer',
      'The URL of the referring page.',
      '$.properties.referrer',
      '$.context.page.referrer'
    ),
    properties: objectField('Properties', 'Additional page properties.', '$.properties')
  },
  perform: performWith((payload, warn) => {
    const page: Info = usableObject(payload.properties, 'properties', warn) ?? {}
    for (const key of ['name', 'path', 'url', 'title', 'referrer'] as const) {
      // Pages without a referrer have an empty string.
      const value = payload[key] === '' ? '' : toText(payload[key], key, warn)
      if (value === null) delete page[key]
      else if (value !== undefined) page[key] = value
    }
    return { page, command: 'page' }
  })
}

export default action
