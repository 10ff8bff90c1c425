import type { Analytics, Context } from '@segment/analytics-next'
import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import { checkAccountToken } from './account-token'
import { attempt } from './attempt'
import { convertError } from './errors'
import { queueEvent } from './event-queue'
import type { Settings } from './generated-types'
import { addRecentEvent, checkIsCurrent } from './recent-events'
import { canRememberUser } from './remembered-user'
import type { Changes } from './respondent'
import { addSurveyCallbacks, isSurveyEvent } from './survey-events'
import { updateRespondent } from './update-respondent'
import { createWarn, limitWarnings } from './warnings'
import type { Warn } from './warnings'
import { sendCommand } from './wootric/beacon'
import type { BeaconCommand } from './wootric/types'

/** Converts a payload to changes of the respondent and a command. Returns `undefined` if the event cannot be used. */
type ConvertPayload<Payload> = (payload: Payload, warn: Warn) => (Changes & { command?: BeaconCommand }) | undefined

/** Creates the `perform` of an action from a function that converts its payload. */
export function createPerform<Payload>(
  convertPayload: ConvertPayload<Payload>
): BrowserActionDefinition<Settings, unknown, Payload>['perform'] {
  return (_client, { payload, settings, analytics, context }) => {
    const result = performEvent(settings, analytics, context, (warn) => convertPayload(payload, warn))
    // If another mapping of the action throws, the runtime does not handle this promise.
    result.catch(() => undefined)
    return result
  }
}

/** Updates the respondent and sends the command. Drops events of an earlier user. Rejects with an `InMomentError`. */
async function performEvent(
  settings: Settings,
  analytics: Analytics,
  context: Context,
  convert: (warn: Warn) => ReturnType<ConvertPayload<unknown>>
): Promise<void> {
  const { event } = context
  if (isSurveyEvent(event)) return
  const warn = createWarn(context)
  try {
    checkAccountToken(settings, warn)
    // The runtime passes the same settings object to all actions of an instance.
    checkIsCurrent(event, analytics, settings)
    const converted = limitWarnings(context, warn, convert)
    if (!converted) return
    const { command, ...changes } = converted
    addRecentEvent(event, settings)
    const isSurveyRequest = command === 'run'
    const update = () => updateRespondent(event, changes, canRememberUser(settings, analytics))
    const send = () => {
      if (isSurveyRequest) attempt(() => addSurveyCallbacks(settings, analytics))
      if (command) sendCommand(command)
    }
    await queueEvent({ update, send, isSurveyRequest }, (pending) => {
      warn('the event', 'is queued until the beacon is ready')
      pending.catch((error: unknown) => context.log('warn', convertError(error).message))
    })
  } catch (unknown) {
    const error = convertError(unknown)
    if (error.code !== 'dropped') throw error
    context.log('warn', error.message)
  }
}
