import type { Context } from '@segment/analytics-next'
import { destination } from './destinations/inmoment'
import { requestsSurvey } from './requests-survey'

type Definition = typeof destination
type Action = Definition['actions'][string]

/** The warnings of events that were not delivered, or not yet. */
const OUTCOME = /dropped the event|is queued|no survey was requested/

/**
 * The destination with one console line per decision: the action that matched, and whether it requested a survey, only
 * set values, was queued, dropped or failed, and why. The lines name fields and causes, never values.
 */
export function withLoggedDecisions(definition: Definition): Definition {
  const actions = Object.entries(definition.actions).map(([key, action]) => [key, withLog(key, action)] as const)
  return { ...definition, actions: Object.fromEntries(actions) }
}

function withLog(key: string, action: Action): Action {
  const perform: Action['perform'] = async (client, data) => {
    const { context } = data
    const earlierLogs = context.logs().length
    const log = (outcome: string) =>
      console.info(`InMoment: ${action.title} matched the event (${context.event.type}): ${outcome}`)
    try {
      const result = await action.perform(client, data)
      const warnings = warningsSince(context, earlierLogs)
      const undelivered = warnings.filter((message) => OUTCOME.test(message))
      log(
        undelivered[0] ??
          (requestsSurvey(key, data.payload as { requestSurvey?: unknown }) ? 'survey requested' : 'values set')
      )
      for (const message of warnings) if (message !== undelivered[0]) log(message)
      return result
    } catch (error) {
      log(`failed. ${error instanceof Error ? error.message : ''}`)
      throw error
    }
  }
  return { ...action, perform }
}

function warningsSince(context: Context, count: number): string[] {
  return context
    .logs()
    .slice(count)
    .flatMap(({ level, message }) => (level === 'warn' ? [message.replace(/^InMoment: /, '')] : []))
}
