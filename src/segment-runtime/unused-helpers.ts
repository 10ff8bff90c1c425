/** Replaces helpers that the runtime passes to `initialize`. The destination does not use them. */
export const loadScript = undefined
export const resolveWhen = undefined
