import type { Info, Properties, UserSettings, WootricSettings } from './wootric/types'

/** The IDs of an event, and the mapped user ID, which may differ from Segment's. */
export interface Ids {
  userId?: string | null
  anonymousId?: string | null
  mappedUserId?: string | null
}

/** The values of one survey request. The email is used only for visitors without an email and without a user ID. */
export interface RequestSettings {
  event_name?: string | null
  email?: string | null
  language?: string | null
  product_name?: string | null
  wootric_recommend_target?: string | null
  properties?: Properties
}

/** The user or visitor a survey is for: the values of all delivered events, and the most recent survey request. */
export interface Respondent extends Ids {
  user: UserSettings
  request: RequestSettings
  group?: Info
  /** The group's ID and traits as properties of the user. */
  groupProperties?: Properties | null
  page?: Info
}

/** Changes of the respondent by one event. `undefined` keeps a value, and `null` clears it. */
export interface Changes extends Partial<Omit<Respondent, 'user'>> {
  user?: { [Key in keyof UserSettings]?: UserSettings[Key] | null }
}

/** Before the first event. The keys are set so that nothing is inherited from a damaged Object.prototype. */
export const EMPTY_RESPONDENT: Respondent = { user: {}, request: {}, group: undefined, page: undefined }

/** Compares user IDs if both have one. Otherwise anonymous IDs, which stay when a visitor becomes a user. */
export function isSamePerson(one: Ids, other: Ids): boolean {
  if (one.userId && other.userId) return one.userId === other.userId
  if (one.mappedUserId && other.mappedUserId && !other.userId && one.mappedUserId !== other.mappedUserId) return false
  return one.anonymousId === other.anonymousId
}

/** Whether known values belong to the current user. If the current user ID is missing, the known user has logged out. */
export function belongsTo(known: Ids, current: Ids): boolean {
  if (known.userId) return known.userId === current.userId
  return Boolean(known.anonymousId) && isSamePerson(known, current)
}

export function hasIds({ userId, anonymousId }: Ids): boolean {
  return Boolean(userId) || Boolean(anonymousId)
}

/** Sets the IDs of an event. An event from before the visitor became a user does not remove the user ID. */
export function setIds(respondent: Respondent, { userId, anonymousId }: Ids): Respondent {
  return { ...respondent, userId: userId ?? respondent.userId, anonymousId }
}

/** Applies the changes of an event. */
export function update(known: Respondent, changes: Changes): Respondent {
  return { ...merge(known, changes), user: merge(known.user, changes.user) }
}

/** Spreads, because an assignment would call setters that a page has added to Object.prototype. */
function merge<Known extends object>(known: Known, changes: object = {}): Known {
  const changed = Object.entries(changes as Record<string, unknown>).filter(([, value]) => value !== undefined)
  return { ...known, ...Object.fromEntries(changed.map(([key, value]) => [key, value ?? undefined])) }
}

/** Projects the state onto `wootricSettings`. The page's own values are used where Segment has none. */
export function toSettings(respondent: Respondent, own: WootricSettings): WootricSettings {
  const { userId, user, request, group, groupProperties, page } = respondent
  const known = merge(own, user)
  const properties = [own.properties, user.properties, groupProperties, request.properties]
  return {
    ...known,
    // An email in an event may belong to another person.
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
