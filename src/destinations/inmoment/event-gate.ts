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

/**
 * Holds events until the beacon's loading has ended, then lets them through in the order in which the site made them.
 *
 * analytics.js holds early events too, but for each action by itself, and so it would release every identify of that
 * time before the first track: a survey would be asked in the name of whoever came last. And what was registered by
 * `analytics.register` is not held by analytics.js at all.
 */
export class EventGate {
  private readonly places = new Map<string, number>()
  private held?: HeldEvent[] = []
  private isOpening = false
  /** How many of the held events are too many. */
  private superseded = 0

  /** `analytics` need not be whole: a test of Segment's repository loads plugins with an empty object. */
  constructor(private readonly analytics: Partial<Pick<Analytics, 'on' | 'off'>>) {
    analytics.on?.('dispatch_start', this.note)
  }

  /** Runs the delivery when its turn has come; what it throws rejects the promise. */
  async pass(context: Context, delivery: Deliver): Promise<void> {
    const { held } = this
    if (!held) return delivery(false)

    return new Promise((resolve, reject) => {
      const deliver: Deliver = (superseded) => {
        try {
          resolve(delivery(superseded))
        } catch (error) {
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- passed on as it came
          reject(error)
        }
      }
      held.push({ place: this.placeOf(context), deliver })
      // Once it opens, what analytics.js has held arrives out of order, and is counted when it is all there.
      if (!this.isOpening && held.length > MOST_HELD) held.shift()?.deliver(true)
    })
  }

  /** Lets the held events through, once all that analytics.js releases at this moment have arrived, and all later ones. */
  open(): void {
    this.isOpening = true
    if (this.places.size > 0) setTimeout(this.release, 0)
    else this.release()
  }

  private readonly note = (context: Context): void => {
    this.places.set(context.event.messageId ?? '', this.places.size)
  }

  /** An event made before the gate was there came before all that it has seen. */
  private placeOf(context: Context): number {
    return this.places.get(context.event.messageId ?? '') ?? -1
  }

  private readonly release = (): void => {
    this.analytics.off?.('dispatch_start', this.note)
    this.places.clear()
    this.held?.sort((one, other) => one.place - other.place)
    this.superseded = (this.held?.length ?? 0) - MOST_HELD
    this.deliverHeld()
  }

  /** What comes while the page has a breath between two stretches waits behind the others. */
  private readonly deliverHeld = (): void => {
    const { held = [] } = this
    const end = performance.now() + STRETCH
    do held.shift()?.deliver(this.superseded-- > 0)
    while (held.length > 0 && performance.now() < end)
    if (held.length > 0) setTimeout(this.deliverHeld, 0)
    else this.held = undefined
  }
}
