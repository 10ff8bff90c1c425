type Listener = Parameters<typeof window.addEventListener>

const listeners: Listener[] = []

const addEventListener = window.addEventListener.bind(window)

window.addEventListener = (...listener: Listener) => {
  listeners.push(listener)
  addEventListener(...listener)
}

/** Removes the timers and the listeners of the page, as a browser does before it loads the next page. */
export function unloadPage(): void {
  for (const listener of listeners.splice(0)) window.removeEventListener(...listener)
  const newest = Number(setTimeout(() => undefined))
  for (let id = 0; id <= newest; id += 1) clearTimeout(id)
}
