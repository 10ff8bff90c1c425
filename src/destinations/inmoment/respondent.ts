import type { Info, Properties, UserSettings, WootricSettings } from './wootric/types'

/** The IDs of an event, and the user ID that the site maps, which may differ from Segment's. */
export interface Ids {
  userId?: string | null
  anonymousId?: string | null
  mappedUserId?: string | null
}

/** The values of one survey request. The email is used only if the user has none. */
export interface RequestSettings {
  event_name?: string | null
  email?: string | null
  language?: string | null
  properties?: Properties
}

/** The person a survey is for, and everything that delivered events said about them. */
export interface Respondent extends Ids {
  user: UserSettings
  /** The most recent survey request. */
  request: RequestSettings
  group?: Info
  page?: Info
}

/** What an event says. `undefined` keeps a value, `null` clears it. */
export interface Changes {
  mappedUserId?: string | null
  user?: { [Key in keyof UserSettings]?: UserSettings[Key] | null }
  request?: RequestSettings
  group?: Info
  page?: Info
}

/** No event has arrived yet. */
export const EMPTY: Respondent = { user: {}, request: {} }

/**
 * Whether two events belong to one person: two users by their user IDs, otherwise by their anonymous IDs. A visitor who
 * becomes a user keeps the anonymous ID; analytics.js replaces it on a change of user and on reset.
 */
export function isSamePerson(one: Ids, other: Ids): boolean {
  if (one.userId && other.userId) return one.userId === other.userId
  if (one.mappedUserId && other.mappedUserId && !other.userId && one.mappedUserId !== other.mappedUserId) return false
  return one.anonymousId === other.anonymousId
}

/** Whether what is known belongs to the current user. Unlike in an event, a user ID that is missing now is a logout. */
export function belongsTo(known: Ids, current: Ids): boolean {
  if (known.userId) return known.userId === current.userId
  return Boolean(known.anonymousId) && isSamePerson(known, current)
}

export function hasIds({ userId, anonymousId }: Ids): boolean {
  return Boolean(userId ?? anonymousId)
}

/** Takes the IDs of an event. One that a visitor made before becoming a user does not take the user ID away. */
export function follow(respondent: Respondent, { userId, anonymousId }: Ids): Respondent {
  return { ...respondent, userId: userId ?? respondent.userId, anonymousId }
}

/** Adds what an event says. A request, group or page replaces the former one. */
export function update(respondent: Respondent, { mappedUserId, user, request, group, page }: Changes): Respondent {
  return {
    ...respondent,
    mappedUserId: mappedUserId ?? respondent.mappedUserId,
    user: merge(respondent.user, user),
    request: request ?? respondent.request,
    group: group ?? respondent.group,
    page: page ?? respondent.page
  }
}

/** By spreading, since an assignment would call a setter that a page has added to Object.prototype. */
function merge(user: UserSettings, changes: Changes['user'] = {}): UserSettings {
  const said = Object.entries<unknown>(changes).filter(([, value]) => value !== undefined)
  return { ...user, ...Object.fromEntries(said.map(([key, value]) => [key, value ?? undefined])) }
}

/**
 * The personal keys of `wootricSettings`. The page's own values count if Segment has none. The values of a request
 * override the user's, except for the email: an address in an event never replaces the respondent's.
 */
export function toSettings({ user, request, group, page }: Respondent, own: WootricSettings): WootricSettings {
  const known = merge(own, user)
  const hasProperties = own.properties ?? user.properties ?? request.properties
  return {
    ...known,
    email: known.email ?? request.email ?? undefined,
    language: request.language ?? known.language,
    properties: hasProperties && { ...own.properties, ...user.properties, ...request.properties },
    event_name: request.event_name === undefined ? own.event_name : request.event_name,
    group_info: group ?? own.group_info,
    page_info: page ?? own.page_info
  }
}
