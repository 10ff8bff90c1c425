import type { BeaconCall } from './fake-beacon'

/**
 * Who uses the page, derived from the calls alone. Each call puts the name of its maker into all of its values. A visitor
 * has a number until an identify gives the name.
 */
export class People {
  private readonly names = new Map<string, string>()
  private visitor = 1
  private userId?: string
  /** Values of withheld identifies that analytics.js adds to the next identify of the same user. */
  private withheld: string[] = []
  /** Withheld values that the site has delivered itself with a later identify. */
  private readonly released = new Set<string>()

  get current(): string {
    return this.userId ?? `visitor${this.visitor}`
  }

  isChange(userId: string | undefined): boolean {
    return userId !== undefined && this.userId !== undefined && userId !== this.userId
  }

  identify(userId: string | undefined): void {
    if (userId === undefined || userId === this.userId) return
    if (this.userId === undefined) this.names.set(this.current, userId)
    else this.leave()
    this.userId = userId
  }

  leave(): void {
    this.visitor += 1
    this.userId = undefined
    this.withheld = []
  }

  withhold(value: string): void {
    this.withheld.push(value)
  }

  deliver(): void {
    for (const value of this.withheld) this.released.add(value)
  }

  /** The people in a command: every personal value in it, by the name that its maker has got since. */
  peopleIn(call: BeaconCall): string[] {
    const makers = valuesIn(call).map((value) => value.toLowerCase().replace(/@.*|~.*/, ''))
    return [...new Set(makers.map((maker) => this.names.get(maker) ?? maker))]
  }

  /** The values in a command that the site has withheld. */
  withheldIn(call: BeaconCall): string[] {
    return valuesIn(call)
      .map((value) => value.replace('@example.com', ''))
      .filter((value) => value.includes('~') && !this.released.has(value))
  }
}

/** Every personal value that the beacon could read. */
function valuesIn({ settings }: BeaconCall): string[] {
  const { email, external_id, language, properties = {}, event_name, group_info = {}, page_info = {} } = settings
  const userId = ['ann', 'bob'].includes(settings.segment_user_id ?? '') ? settings.segment_user_id : undefined
  const values = [email, external_id, language, event_name, userId, page_info.title, page_info.owner]
  return [...values, ...Object.values(properties), ...Object.values(group_info)].filter(
    (value) => typeof value === 'string'
  )
}

/** The numbers of the calls whose values a command contains. */
export function callNumbersIn({ settings }: BeaconCall): number[] {
  const { properties, page_info, group_info } = settings
  return [properties, page_info, group_info].flatMap((values) => {
    const number: unknown = values?.number
    return typeof number === 'number' ? [number] : []
  })
}
