import type { Analytics, Context } from '@segment/analytics-next'

/** How many events wait for the beacon at the most. Of more, the newest are delivered. */
export const MOST_HELD = 100

/** How long the held events may keep the page busy at one stretch, in milliseconds. */
const STRETCH = 10

/** Delivers an event, or where it is `superseded` by too many newer ones, takes up only what it says of the person. */
type Deliver = (superseded: boolean) => void

interface HeldEvent {
  place: number
  deliver: Deliver
}

export interface EventGate {
  /** Runs the delivery when its turn has come; what it throws rejects the promise. */
  pass(context: Context, delivery: Deliver): Promise<void>
  /** Lets the held events through, once all that analytics.js releases at this moment have arrived, and all later ones. */
  open(): void
}

/**
 * Holds events until the beacon's loading has ended, then lets them through in the order in which the site made them.
 *
 * analytics.js holds early events too, but for each action by itself, and so it would release every identify of that
 * time before the first track: a survey would be asked in the name of whoever came last. And what was registered by
 * `analytics.register` is not held by analytics.js at all.
 *
 * `analytics` need not be whole: a test of Segment's repository loads plugins with an empty object.
 */
export function createGate(analytics: Partial<Pick<Analytics, 'on' | 'off'>>): EventGate {
  const places = new Map<string, number>()
  const held: HeldEvent[] = []
  let isOpen = false
  let isOpening = false
  /** How many of the held events are too many. */
  let superseded = 0

  const note = ({ event }: Context): void => {
    places.set(event.messageId ?? '', places.size)
  }

  function release(): void {
    analytics.off?.('dispatch_start', note)
    places.clear()
    held.sort((one, other) => one.place - other.place)
    superseded = held.length - MOST_HELD
    deliverHeld()
  }

  /** What comes while the page has a breath between two stretches waits behind the others. */
  function deliverHeld(): void {
    const end = performance.now() + STRETCH
    do held.shift()?.deliver(superseded-- > 0)
    while (held.length > 0 && performance.now() < end)
    isOpen = held.length === 0
    if (!isOpen) setTimeout(deliverHeld, 0)
  }

  analytics.on?.('dispatch_start', note)

  return {
    async pass({ event }, delivery) {
      if (isOpen) return delivery(false)

      return new Promise((resolve, reject) => {
        const deliver: Deliver = (superseded) => {
          try {
            resolve(delivery(superseded))
          } catch (error) {
            // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- passed on as it came
            reject(error)
          }
        }
        // An event made before the gate was there came before all that it has seen.
        held.push({ place: places.get(event.messageId ?? '') ?? -1, deliver })
        // Once it opens, what analytics.js has held arrives out of order, and is counted when it is all there.
        if (!isOpening && held.length > MOST_HELD) held.shift()?.deliver(true)
      })
    },

    open() {
      isOpening = true
      if (places.size > 0) setTimeout(release, 0)
      else release()
    }
  }
}
