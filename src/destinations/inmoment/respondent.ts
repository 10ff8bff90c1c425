import type { Info, Properties, UserSettings, WootricSettings } from './wootric/types'

/** The IDs of an event, and the user ID that the site maps, which may differ from Segment's. */
export interface Ids {
  userId?: string | null
  anonymousId?: string | null
  mappedUserId?: string | null
}

/** The values of one survey request. The email is used only for visitors without an email and a user ID. */
export interface RequestSettings {
  event_name?: string | null
  email?: string | null
  language?: string | null
  product_name?: string | null
  wootric_recommend_target?: string | null
  properties?: Properties
}

/** The person a survey is for: everything that delivered events said, and the most recent survey request. */
export interface Respondent extends Ids {
  user: UserSettings
  request: RequestSettings
  group?: Info
  /** The group's ID and traits as properties of the user. */
  groupProperties?: Properties | null
  page?: Info
}

/** What an event says. `undefined` keeps a value, and `null` clears it. */
export interface Changes extends Partial<Omit<Respondent, 'user'>> {
  user?: { [Key in keyof UserSettings]?: UserSettings[Key] | null }
}

/** No event has arrived yet. Nothing is inherited from a damaged Object.prototype. */
export const EMPTY: Respondent = { user: {}, request: {}, group: undefined, page: undefined }

/** By their user IDs if both have one: a visitor who becomes a user keeps the anonymous ID, which `reset` replaces. */
export function isSamePerson(one: Ids, other: Ids): boolean {
  if (one.userId && other.userId) return one.userId === other.userId
  if (one.mappedUserId && other.mappedUserId && !other.userId && one.mappedUserId !== other.mappedUserId) return false
  return one.anonymousId === other.anonymousId
}

/** Whether what is known belongs to the current user. A user ID that is missing there means a logout. */
export function belongsTo(known: Ids, current: Ids): boolean {
  if (known.userId) return known.userId === current.userId
  return Boolean(known.anonymousId) && isSamePerson(known, current)
}

export function hasIds({ userId, anonymousId }: Ids): boolean {
  return Boolean(userId) || Boolean(anonymousId)
}

/** Takes the IDs of an event. One that a visitor made before becoming a user does not take the user ID away. */
export function follow(respondent: Respondent, { userId, anonymousId }: Ids): Respondent {
  return { ...respondent, userId: userId ?? respondent.userId, anonymousId }
}

/** Adds what an event says. */
export function update(known: Respondent, changes: Changes): Respondent {
  return { ...merge(known, changes), user: merge(known.user, changes.user) }
}

/** By spreading, since an assignment would call a setter that a page has added to Object.prototype. */
function merge<Known extends object>(known: Known, changes: object = {}): Known {
  const said = Object.entries(changes as Record<string, unknown>).filter(([, value]) => value !== undefined)
  return { ...known, ...Object.fromEntries(said.map(([key, value]) => [key, value ?? undefined])) }
}

/** The page's own values count if Segment has none. A request overrides the user, except for the email. */
export function toSettings(respondent: Respondent, own: WootricSettings): WootricSettings {
  const { userId, user, request, group, groupProperties, page } = respondent
  const known = merge(own, user)
  const properties = [own.properties, user.properties, groupProperties, request.properties]
  return {
    ...known,
    // An address in an event may be somebody else's.
    email: known.email ?? (userId ? undefined : (request.email ?? undefined)),
    language: request.language ?? known.language,
    product_name: request.product_name ?? known.product_name,
    wootric_recommend_target: request.wootric_recommend_target ?? known.wootric_recommend_target,
    properties: properties.some(Boolean)
      ? properties.reduce<Properties>((all, some) => ({ ...all, ...some }), {})
      : undefined,
    event_name: request.event_name === undefined ? own.event_name : request.event_name,
    group_info: group ?? own.group_info,
    page_info: page ?? own.page_info
  }
}
