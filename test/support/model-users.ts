import type { BeaconCall } from '../../src/destinations/inmoment/test-support/fake-beacon'

/**
 * The users of a model site, derived from its calls alone. Each call has the name of its user in all of its values. A
 * visitor has a numbered name until identify sets a user ID.
 */
export class ModelUsers {
  private readonly userIds = new Map<string, string>()
  private visitor = 1
  private userId?: string
  /** Values of withheld identify events. analytics.js merges them into the user's next identify event. */
  private withheld: string[] = []
  /** Withheld values that were delivered with a later identify event. */
  private readonly released = new Set<string>()

  get current(): string {
    return this.userId ?? `visitor${this.visitor}`
  }

  isChange(userId: string | undefined): boolean {
    return userId !== undefined && this.userId !== undefined && userId !== this.userId
  }

  identify(userId: string | undefined): void {
    if (userId === undefined || userId === this.userId) return
    if (this.userId === undefined) this.userIds.set(this.current, userId)
    else this.reset()
    this.userId = userId
  }

  reset(): void {
    this.visitor += 1
    this.userId = undefined
    this.withheld = []
  }

  withhold(value: string): void {
    this.withheld.push(value)
  }

  release(): void {
    for (const value of this.withheld) this.released.add(value)
  }

  /** The users whose values a command has. A visitor who became a user counts as the user. */
  findUsers(call: BeaconCall): string[] {
    const names = getPersonalValues(call).map((value) => value.toLowerCase().replace(/@.*|~.*/, ''))
    return [...new Set(names.map((name) => this.userIds.get(name) ?? name))]
  }

  /** The values of a command that the site has withheld. */
  findWithheld(call: BeaconCall): string[] {
    return getPersonalValues(call)
      .map((value) => value.replace('@example.com', ''))
      .filter((value) => value.includes('~') && !this.released.has(value))
  }
}

function getPersonalValues({ settings }: BeaconCall): string[] {
  const { email, external_id, language, properties = {}, event_name, group_info = {}, page_info = {} } = settings
  const userId = ['ann', 'bob'].includes(settings.segment_user_id ?? '') ? settings.segment_user_id : undefined
  const values = [email, external_id, language, event_name, userId, page_info.title, page_info.owner]
  return [...values, ...Object.values(properties), ...Object.values(group_info)].filter(
    (value) => typeof value === 'string'
  )
}

/** The numbers of the calls whose values a command has. */
export function getCallNumbers({ settings }: BeaconCall): number[] {
  const { properties, page_info, group_info } = settings
  return [properties, page_info, group_info].flatMap((values) => {
    const number: unknown = values?.number
    return typeof number === 'number' ? [number] : []
  })
}
