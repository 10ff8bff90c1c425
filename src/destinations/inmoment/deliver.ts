import type { Analytics, Context } from '@segment/analytics-next'
import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import { requireAccount, warnOfAccountToken } from './account-token'
import { attempt } from './attempt'
import { applyEvent } from './current-respondent'
import { toInMomentError } from './errors'
import { deliverInOrder } from './event-queue'
import type { Settings } from './generated-types'
import { claimEvent, requireCurrent } from './made-events'
import { canRemember } from './remembered-user'
import type { Changes } from './respondent'
import { isSurveyEvent, prepareSurveyEvents } from './survey-events'
import { warnIn, type Warn } from './warnings'
import { sendCommand } from './wootric/beacon'
import type { BeaconCommand } from './wootric/types'

/** What a payload means: values for the respondent, and a command. Nothing if no command can be sent. */
type Describe<Payload> = (payload: Payload, warn: Warn) => (Changes & { command: BeaconCommand }) | void

type Perform<Payload> = BrowserActionDefinition<Settings, unknown, Payload>['perform']

/** The `perform` of an action, from a function that describes its payload. */
export function performWith<Payload>(describe: Describe<Payload>): Perform<Payload> {
  return (_client, { payload, settings, analytics, context }) => {
    const delivery = deliver(settings, analytics, context, (warn) => describe(payload, warn))
    // If another mapping of the action throws, the runtime forgets this promise: its rejection would be an uncaught
    // error of the page.
    delivery.catch(() => undefined)
    return delivery
  }
}

/** One event, from its arrival to its command. Rejects with an InMomentError. */
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
    warnOfAccountToken(settings, warn)
    requireAccount(settings)
    // The runtime hands over the same settings for all actions of an instance.
    requireCurrent(event, analytics, settings)
    const delivery = describe(warn)
    if (!delivery) return
    const { command, ...changes } = delivery
    const isSurveyRequest = command === 'run'
    claimEvent(event, settings)
    const update = () => applyEvent(event, changes, canRemember(settings, analytics))
    const send = () => {
      if (isSurveyRequest) attempt(() => prepareSurveyEvents(settings, analytics))
      sendCommand(command)
    }
    await deliverInOrder({ update, send, isSurveyRequest }, (pending) => {
      warn('the event', 'is queued until the beacon has loaded')
      pending.catch((error: unknown) => context.log('warn', toInMomentError(error).message))
    })
  } catch (error) {
    const { code, message } = toInMomentError(error)
    if (code !== 'dropped') throw toInMomentError(error)
    context.log('warn', message)
  }
}
