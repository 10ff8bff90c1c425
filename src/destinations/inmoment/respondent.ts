import type { Info, Properties, UserSettings, WootricSettings } from './wootric/types'

/** The IDs of an event. `mappedUserId` is the mapped User ID, which can differ from Segment's. */
export interface Ids {
  userId?: string | null
  anonymousId?: string | null
  mappedUserId?: string | null
}

/** The values of one survey request. The email is used only for visitors without an email. */
export interface RequestSettings {
  event_name?: string | null
  email?: string | null
  language?: string | null
  product_name?: string | null
  wootric_recommend_target?: string | null
  properties?: Properties
}

/** The person a survey is for: the values of all events so far, and of the most recent survey request. */
export interface Respondent extends Ids {
  user: UserSettings
  request: RequestSettings
  group?: Info
  /** The group's ID and traits as user properties. */
  groupProperties?: Properties | null
  page?: Info
}

/** The changes that an event makes. `undefined` keeps a value, and `null` clears it. */
export interface Changes extends Partial<Omit<Respondent, 'user'>> {
  user?: { [Key in keyof UserSettings]?: UserSettings[Key] | null }
}

/** The respondent before the first event. Sets optional keys, which another script may add to Object.prototype. */
export const EMPTY_RESPONDENT: Respondent = { user: {}, request: {}, group: undefined, page: undefined }

/**
 * Whether two events belong to the same person: by their user IDs if both have one, otherwise by their anonymous IDs. A
 * visitor who becomes a user keeps the anonymous ID, and `analytics.reset()` replaces it:
 * https://segment.com/docs/connections/spec/best-practices-identify/
 */
export function isSameRespondent(one: Ids, other: Ids): boolean {
  if (one.userId && other.userId) return one.userId === other.userId
  if (one.mappedUserId && other.mappedUserId && !other.userId && one.mappedUserId !== other.mappedUserId) return false
  return one.anonymousId === other.anonymousId
}

/** Whether a known respondent belongs to the current IDs. If those have no user ID, a known user has logged out. */
export function isCurrent(known: Ids, current: Ids): boolean {
  if (known.userId) return known.userId === current.userId
  return Boolean(known.anonymousId) && isSameRespondent(known, current)
}

/** Whether there is a user ID or an anonymous ID. */
export function hasIds({ userId, anonymousId }: Ids): boolean {
  return [userId, anonymousId].some(Boolean)
}

/** Sets the IDs of an event. An event from before the visitor became a user does not clear the user ID. */
export function setIds(respondent: Respondent, { userId, anonymousId }: Ids): Respondent {
  return { ...respondent, userId: userId ?? respondent.userId, anonymousId }
}

/** Returns the respondent with the changes of an event. */
export function applyChanges(respondent: Respondent, changes: Changes): Respondent {
  return { ...merge(respondent, changes), user: merge(respondent.user, changes.user) }
}

/** Spreads the values, because an assignment calls setters that a page may have added to Object.prototype. */
function merge<Values extends object>(values: Values, changes: object = {}): Values {
  const changed = Object.entries(changes as Record<string, unknown>).filter(([, value]) => value !== undefined)
  return { ...values, ...Object.fromEntries(changed.map(([key, value]) => [key, value ?? undefined])) }
}

/**
 * Creates the personal values of `wootricSettings`. The values of the survey request override those of the user, except
 * for the email, and both override the page's own values.
 */
export function createSettings(respondent: Respondent, pageSettings: WootricSettings): WootricSettings {
  const { userId, user, request, group, groupProperties, page } = respondent
  const known = merge(pageSettings, user)
  // The email in an event can belong to another person.
  const visitorEmail = userId ? undefined : request.email
  const properties = [pageSettings.properties, user.properties, groupProperties, request.properties]
  return {
    ...known,
    email: known.email ?? visitorEmail ?? undefined,
    language: request.language ?? known.language,
    product_name: request.product_name ?? known.product_name,
    wootric_recommend_target: request.wootric_recommend_target ?? known.wootric_recommend_target,
    properties: properties.some(Boolean)
      ? properties.reduce<Properties>((all, some) => ({ ...all, ...some }), {})
      : undefined,
    event_name: request.event_name === undefined ? pageSettings.event_name : request.event_name,
    group_info: group ?? pageSettings.group_info,
    page_info: page ?? pageSettings.page_info
  }
}
