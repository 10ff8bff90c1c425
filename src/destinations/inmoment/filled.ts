/**
 * An object to be filled key by key. It has no prototype yet: nothing that a page has made of `Object.prototype` can
 * meet its keys, and browsers fill it several times faster than an ordinary one.
 */
export function unfilled<Value>(): Record<string, Value> {
  return { __proto__: null } as unknown as Record<string, Value>
}

/** The same object, an ordinary one from now on. */
export function filled<Value>(object: Record<string, Value>): Record<string, Value> {
  return Object.setPrototypeOf(object, Object.prototype) as Record<string, Value>
}
