let page = new AbortController()

const listen = window.addEventListener.bind(window)

window.addEventListener = (type: string, listener: EventListenerOrEventListenerObject, options?: unknown) => {
  const given = typeof options === 'object' ? options : { capture: Boolean(options) }
  listen(type, listener, { ...given, signal: page.signal })
}

/** Ends the timers and the listeners of the page, as the browser does when it loads the next one. */
export function leavePage(): void {
  page.abort()
  page = new AbortController()
  const newest = Number(setTimeout(() => undefined))
  for (let id = 0; id <= newest; id += 1) clearTimeout(id)
}
