import type { JsonObject } from '../json/json-object'
import type { VisitorIds } from '../segment/switch-visitor'

/** The IDs of the event's visitor, if they differ from those in analytics.js. */
export function findOtherVisitor(
  { type, userId, anonymousId }: JsonObject,
  current: { userId: string | null | undefined; anonymousId: string | null | undefined }
): VisitorIds | undefined {
  // Before analytics.js has loaded, the visitor is unknown.
  if (current.anonymousId === undefined) return undefined
  const ids = { userId: toId(userId), anonymousId: toId(anonymousId) }
  // These events change the user ID.
  const isChange = type === 'identify' || type === 'alias'
  const isOtherUser = ids.userId !== undefined && ids.userId !== current.userId && !isChange
  const isOtherDevice = ids.anonymousId !== undefined && ids.anonymousId !== current.anonymousId
  if (!isOtherUser && !isOtherDevice) return undefined
  return isChange ? { anonymousId: ids.anonymousId } : ids
}

export function describeVisitor({ userId, anonymousId }: VisitorIds): string {
  return userId === undefined ? `visitor ${anonymousId ?? ''}` : `user ${userId}`
}

function toId(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
