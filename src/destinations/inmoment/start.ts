import type { Analytics, Context } from '@segment/analytics-next'
import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import { refusalOf, warnOfAccountToken } from './account-token'
import { setTestFlags } from './beacon'
import { createClient, personState, type InMomentClient } from './client'
import { createGate, MOST_HELD } from './event-gate'
import type { Settings } from './generated-types'
import { InMomentError } from './inmoment-error'
import { currentPerson, toldByMappings } from './known-user'
import { isOwnEvent } from './one-copy'
import { isSurveyEvent, surveyReporter } from './survey-events'
import { warnIn, type Warn } from './warnings'

const clients = new WeakMap<Settings, InMomentClient>()

/**
 * Makes the client of these settings, takes up the person whom analytics.js already knows, and loads the beacon. Never
 * rejects, and resolves once the beacon is there or cannot be had, after 10 s at the latest; the client then says why at
 * every command.
 */
export async function start(settings: Settings, analytics: Analytics): Promise<InMomentClient> {
  const current = () => currentPerson(analytics)
  const refusal = refusalOf(settings)
  const client = createClient({
    refusal,
    gate: createGate(analytics),
    currentPerson: current,
    knownUser: (person) => (settings.restoreUser === false ? [] : toldByMappings(settings, analytics, person)),
    beforeRun: surveyReporter(settings, analytics, () => personState().person, current)
  })
  clients.set(settings, client)
  try {
    if (refusal === undefined) {
      if (settings.testMode === true) setTestFlags()
      listen(analytics, client)
      client.restore()
    }
  } catch {
    // Globals that the page has made unusable: each event will fail with what is wrong, and none may do so here.
  }
  await client.load()
  client.gate.open()
  return client
}

/** A test of Segment's repository loads plugins with an empty object for analytics.js. */
function listen(analytics: Partial<Pick<Analytics, 'on'>>, client: InMomentClient): void {
  const withoutError = (change: () => void) => {
    try {
      change()
    } catch {
      // A page that makes its settings unusable must not get an error for having called `reset`, or for being shown.
    }
  }
  analytics.on?.('reset', () => withoutError(() => client.reset()))
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) withoutError(() => client.resume())
  })
}

/**
 * The `perform` of an action. The runtime hands over no client while `initialize` is pending, which events of plugins
 * from `analytics.register` do not wait for; the gate of the client that is being started then holds them.
 *
 * Always answers with a promise: a throw would keep the action's other subscriptions from the event.
 */
export function performWith<Payload>(
  deliver: (client: InMomentClient, payload: Payload, context: Context, warn: Warn) => void
): BrowserActionDefinition<Settings, InMomentClient | undefined, Payload>['perform'] {
  return (initialized, { settings, payload, context }) => {
    const client = initialized ?? clients.get(settings)
    const delivery = deliverInTurn(client, settings, context, (client, warn) => deliver(client, payload, context, warn))
    // Where another subscription of the action cannot be mapped, the runtime forgets this promise, and its failure
    // would be an uncaught error of the page.
    delivery.catch(() => undefined)
    return delivery
  }
}

async function deliverInTurn(
  client: InMomentClient | undefined,
  settings: Settings,
  context: Context,
  deliver: (client: InMomentClient, warn: Warn) => void
): Promise<void> {
  if (!client) throw new Error('InMoment: the destination has not been initialized')
  if (isSurveyEvent(context.event)) return

  await client.gate.pass(context, (superseded) => {
    const warn = warnIn(context)
    if (client.isFirstDelivery()) warnOfAccountToken(settings, warn, client.refusal)
    client.requireAccount()
    if (!isOwnEvent(context.event.messageId, client)) {
      return warn('the event', 'was left out: another copy of this destination on the page has delivered it')
    }
    if (client.isOutlived(context.event)) {
      return warn('the event', 'was left out: it was made by a person who has left since')
    }
    try {
      if (!superseded) return deliver(client, warn)
      client.quietly(() => deliver(client, warn))
    } catch (error) {
      throw error instanceof InMomentError
        ? error
        : new InMomentError('InMoment: the page keeps the event from InMoment')
    }
    throw new InMomentError(`InMoment: the event was left out, since more than ${MOST_HELD} waited for the beacon`)
  })
}
