import type { SegmentClient, UserInfoState } from '@segment/analytics-react-native'

/**
 * The people of a model app, derived from the user of Segment's client alone. Each value of a call is a unique token,
 * which belongs to the person who was the client's user when a call set it there. A visitor who becomes a user is the same
 * person, and so is a user after `alias`.
 */
export class ModelPeople {
  /** By token. Who made the event of a visitor can be uncertain after `reset(false)`. */
  private readonly owners = new Map<string, string[]>()
  /** Visitors who became users, and users under their new ID. */
  private readonly sameAs = new Map<string, string>()
  /** By anonymous ID. */
  private readonly visitors = new Map<string, string[]>()
  private visitorCount = 0
  private person = ''
  private last: UserInfoState = { anonymousId: '' }

  get current(): string {
    return this.find(this.person)
  }

  /** Follows the client of a start of the app. */
  follow(client: SegmentClient, isRunning: () => boolean): void {
    this.restore(client.userInfo.get())
    client.userInfo.onChange((user) => {
      if (isRunning()) this.update(user)
    })
  }

  /** A token of an event belongs to the person who made it. */
  addEventToken(token: string, { userId, anonymousId = '' }: Partial<UserInfoState>): void {
    this.owners.set(token, userId ? [`user:${userId}`] : (this.visitors.get(anonymousId) ?? []))
  }

  /** Whether a token belongs to the current person. */
  isOwn(token: string): boolean {
    const owners = this.owners.get(token) ?? []
    return owners.some((owner) => this.find(owner) === this.current)
  }

  /** The client may restore an older user than the last one. */
  private restore(user: UserInfoState): void {
    const visitors = [...(this.visitors.get(user.anonymousId) ?? [])].reverse()
    const owners = Object.values(user.traits ?? {}).flatMap((value) => this.owners.get(value as string) ?? [])
    this.last = user
    const visitor = visitors.find((person) => owners.includes(person)) ?? visitors[0]
    if (user.userId) this.person = `user:${user.userId}`
    else if (visitor === undefined) this.addVisitor(user)
    else this.person = visitor
  }

  private update(user: UserInfoState): void {
    const { last, person } = this
    this.last = user
    if (user.userId) {
      this.person = `user:${user.userId}`
      const isAlias = user.traits === last.traits
      if (!last.userId || isAlias) this.merge(person, this.person)
    } else if (last.userId || !user.traits) {
      this.addVisitor(user)
    }
    // An event that the client delivers again after a restart can set a token for another user.
    for (const [name, value] of Object.entries(user.traits ?? {}) as [string, string][]) {
      if (value !== last.traits?.[name]) this.owners.set(value, [...(this.owners.get(value) ?? []), this.person])
    }
  }

  private addVisitor({ anonymousId }: UserInfoState): void {
    this.person = `visitor${(this.visitorCount += 1)}`
    this.visitors.set(anonymousId, [...(this.visitors.get(anonymousId) ?? []), this.person])
  }

  private merge(one: string, other: string): void {
    if (this.find(one) !== this.find(other)) this.sameAs.set(this.find(one), this.find(other))
  }

  private find(person: string): string {
    const same = this.sameAs.get(person)
    return same === undefined ? person : this.find(same)
  }
}
