import { finishEntry } from '../timeline/progress'
import { addEntry } from '../timeline/timeline'
import { analytics } from './analytics'
import { notifyUserListeners } from './user'

export interface VisitorIds {
  userId?: string
  anonymousId?: string
}

/** Continues as another visitor: resets analytics.js, and sets the IDs that it stores. */
export async function switchVisitor({ userId, anonymousId }: VisitorIds): Promise<void> {
  const id = addEntry({ title: 'Switch visitor' })
  await analytics.reset()
  const user = analytics.instance?.user()
  if (anonymousId !== undefined) user?.anonymousId(anonymousId)
  if (userId !== undefined) user?.id(userId)
  notifyUserListeners()
  finishEntry(id)
}
