import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from '../../../src/destinations/inmoment'
import type { Problem } from './problem'
import type { MappingDocument } from './read-mappings'
import { describeEvent, doubleRequests, isSurveyRequest } from './survey-requests'

/** Problems of a site that depend on several of its mappings, or on settings that `replay` does not need. */
export function findSiteProblems(read: MappingDocument): Problem[] {
  return [...findSurveyProblems(read), ...findEmailProblems(read), ...findSettingProblems(read)]
}

/** Each mapping is compared with each other. Segment allows 50. */
const MAX_COMPARED = 100

function findSurveyProblems({ document, path, paths, subscriptions }: MappingDocument): Problem[] {
  if (!subscriptions) return []
  const doubles = doubleRequests(subscriptions.slice(0, MAX_COMPARED)).map(({ mappings: [first, second], event }) => {
    const reason = `Requests a survey for the same event as the mapping ${first.name}, such as ${describeEvent(event)}.`
    const place = [...(paths.get(second) ?? path), 'name']
    return document.problemAt(place, 'warning', `${reason} Exclude the event in one of their triggers.`)
  })
  if (subscriptions.some((one) => one.enabled && isSurveyRequest(one))) return doubles
  return [document.problemAt(path, 'warning', 'No enabled mapping requests a survey.')]
}

/** https://docs.wootric.com: InMoment samples users without an email as anonymous visitors. */
const WITHOUT_EMAIL = 'InMoment samples users without an email as anonymous visitors, by default 1 % of them.'

function findEmailProblems({ document, path, paths, subscriptions = [] }: MappingDocument): Problem[] {
  const enabled = subscriptions.filter((one) => one.enabled)
  if (!enabled.some(isSurveyRequest)) return []
  const hasEmail = enabled.some(mapsEmail)
  const users = enabled.filter(({ partnerAction }) => partnerAction === 'identifyUser')
  if (users.length === 0 && !hasEmail) {
    return [document.problemAt(path, 'note', `No enabled mapping sets the user's email. ${WITHOUT_EMAIL}`)]
  }
  return users
    .filter((user) => !mapsEmail(user))
    .map((user) =>
      document.problemAt([...(paths.get(user) ?? path), 'mapping'], 'note', `email is not mapped. ${WITHOUT_EMAIL}`)
    )
}

function mapsEmail({ mapping }: Subscription): boolean {
  return !isEmpty(mapping.email)
}

function findSettingProblems({ document, settingsPath, settings = {} }: MappingDocument): Problem[] {
  if (Object.keys(settings).length === 0) return []
  const required = Object.entries(destination.settings ?? {}).filter(([, { required }]) => required === true)
  const missing = required.filter(([key]) => isEmpty(settings[key]))
  const problems = missing.map(([key]) =>
    document.problemAt([...settingsPath, key], 'error', `The required setting ${key} is missing.`)
  )
  if (settings.testMode !== true) return problems
  const message = 'Test Mode shows a survey on every request. Do not enable it in production.'
  return [...problems, document.problemAt([...settingsPath, 'testMode'], 'note', message)]
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '')
}
