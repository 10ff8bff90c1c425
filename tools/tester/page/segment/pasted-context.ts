import type { Context, Plugin } from '@segment/analytics-next'
import { isObject } from '../../../../src/destinations/inmoment/is-object'
import type { JsonObject } from '../json/json-object'

/** The contexts of sent events, by message ID. */
const contexts = new Map<string, JsonObject>()

/** Keeps a context for its event, since analytics.js adds the context of this page. */
export function keepContext(messageId: string, context: unknown): void {
  if (isObject(context)) contexts.set(messageId, structuredClone(context))
}

/** Restores the contexts of sent events, after analytics.js has added its own values. */
export const pastedContext: Plugin = {
  name: 'Pasted context',
  version: '1.0.0',
  type: 'enrichment',
  isLoaded: () => true,
  load: () => Promise.resolve(),
  identify: restoreContext,
  track: restoreContext,
  page: restoreContext,
  screen: restoreContext,
  group: restoreContext,
  alias: restoreContext
}

function restoreContext(context: Context): Context {
  const { event } = context
  const pasted = contexts.get(event.messageId ?? '')
  contexts.delete(event.messageId ?? '')
  // The context of a recorded event has a library and is complete. Others only add to the context of this page.
  if (pasted) event.context = 'library' in pasted ? pasted : { ...event.context, ...pasted }
  return context
}
