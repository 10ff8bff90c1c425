import type { Analytics, Context } from '@segment/analytics-next'

interface HeldEvent {
  place: number
  deliver: () => void
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

  /** `analytics` need not be whole: a test of Segment's repository loads plugins with an empty object. */
  constructor(private readonly analytics: Partial<Pick<Analytics, 'on' | 'off'>>) {
    analytics.on?.('dispatch_start', this.note)
  }

  /** Runs the delivery when its turn has come; what it throws rejects the promise. */
  async pass(context: Context, delivery: () => void): Promise<void> {
    const { held } = this
    if (!held) return delivery()

    return new Promise((resolve, reject) => {
      const deliver = () => {
        try {
          resolve(delivery())
        } catch (error) {
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- passed on as it came
          reject(error)
        }
      }
      held.push({ place: this.placeOf(context), deliver })
    })
  }

  /** Lets the held events through, once all that analytics.js releases at this moment have arrived, and all later ones. */
  open(): void {
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
    const held = this.held ?? []
    this.held = undefined
    this.places.clear()
    held.sort((one, other) => one.place - other.place).forEach(({ deliver }) => deliver())
  }
}
