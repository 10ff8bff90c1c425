import type { Analytics, Context } from '@segment/analytics-next'
import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import { checkAccountToken } from './account-token'
import { attempt } from './attempt'
import { applyEvent } from './current-respondent'
import { toInMomentError } from './errors'
import { deliverInOrder } from './event-queue'
import type { Settings } from './generated-types'
import { recordMadeEvent, checkIsCurrent } from './made-events'
import { canRemember } from './remembered-user'
import type { Changes } from './respondent'
import { isSurveyEvent, prepareSurveyEvents } from './survey-events'
import { warnIn, withLimit, type Warn } from './warnings'
import { sendCommand } from './wootric/beacon'
import type { BeaconCommand } from './wootric/types'

/** Converts a payload to changes of the respondent and a command. Returns `undefined` if the event is unusable. */
type Describe<Payload> = (payload: Payload, warn: Warn) => (Changes & { command?: BeaconCommand }) | undefined

/** Creates the `perform` of an action from a function that converts its payload. */
export function performWith<Payload>(
  describe: Describe<Payload>
): BrowserActionDefinition<Settings, unknown, Payload>['perform'] {
  return (_client, { payload, settings, analytics, context }) => {
    const delivery = deliver(settings, analytics, context, (warn) => describe(payload, warn))
    // If another mapping of the action throws, the runtime drops this promise, and its rejection would be uncaught.
    delivery.catch(() => undefined)
    return delivery
  }
}

/** Delivers one event, from its arrival to its command. Rejects with an InMomentError. */
async function deliver(
  settings: Settings,
  analytics: Analytics,
  context: Context,
  describe: (warn: Warn) => ReturnType<Describe<unknown>>
): Promise<void> {
  const { event } = context
  if (isSurveyEvent(event)) return
  const warn = warnIn(context)
  try {
    checkAccountToken(settings, warn)
    // All actions of an instance get the same settings object.
    checkIsCurrent(event, analytics, settings)
    const delivery = withLimit(context, describe)
    if (!delivery) return
    const { command, ...changes } = delivery
    recordMadeEvent(event, settings)
    const isSurveyRequest = command === 'run'
    const update = () => applyEvent(event, changes, canRemember(settings, analytics))
    const send = () => {
      if (isSurveyRequest) attempt(() => prepareSurveyEvents(settings, analytics))
      if (command) sendCommand(command)
    }
    await deliverInOrder({ update, send, isSurveyRequest }, (pending) => {
      warn('the event', 'is queued until the beacon is ready')
      pending.catch((error: unknown) => context.log('warn', toInMomentError(error).message))
    })
  } catch (unknown) {
    const error = toInMomentError(unknown)
    if (error.code !== 'dropped') throw error
    context.log('warn', error.message)
  }
}
