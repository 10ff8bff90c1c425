let page = new AbortController()

const addEventListener = window.addEventListener.bind(window)

window.addEventListener = (type: string, listener: EventListenerOrEventListenerObject, options?: unknown) => {
  const given = typeof options === 'object' ? options : { capture: Boolean(options) }
  addEventListener(type, listener, { ...given, signal: page.signal })
}

/** Removes the timers and the listeners of the page, as a browser does before it loads the next page. */
export function unloadPage(): void {
  page.abort()
  page = new AbortController()
  const newest = Number(setTimeout(() => undefined))
  for (let id = 0; id <= newest; id += 1) clearTimeout(id)
}
