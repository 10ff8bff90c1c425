import { RECORD_KEY } from '../remembered-user'
import type { Respondent } from '../respondent'

/** A respondent with a value of each kind. */
export const ann: Respondent = {
  userId: 'ann',
  anonymousId: 'visitor-1',
  mappedUserId: 'crm-1',
  user: {
    email: 'ann@example.com',
    external_id: '7',
    created_at: 1399457472,
    language: 'EN',
    segment_user_id: 'ann',
    properties: { plan: 'pro' }
  },
  request: { event_name: 'Checkout' },
  group: { id: 'initech' },
  page: { name: 'Inbox of Ann' }
}

const { userId, anonymousId, mappedUserId, user, group } = ann

/** What is remembered of Ann. */
export const rememberedAnn = { userId, anonymousId, mappedUserId, user, group }

/** Stores a valid record of Ann with these changes. */
export function storeAnn(changes: object): void {
  localStorage.setItem(RECORD_KEY, JSON.stringify({ version: 1, ...rememberedAnn, ...changes }))
}
