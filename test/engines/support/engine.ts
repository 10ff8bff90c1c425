/** A tab of a browser. Its pages keep cookies and storage in common with those of the other tabs. */
export interface Tab {
  /** Opens a page, and waits until it has loaded. */
  open: (url: string) => Promise<void>
  /** Runs a function in the page. Its argument, and its result if it has one, are JSON texts. */
  run: (functionText: string, json: string) => Promise<unknown>
  close: () => Promise<void>
}

/** A running browser, which sends all requests to a proxy and accepts its certificate. */
export interface Engine {
  openTab: () => Promise<Tab>
  close: () => Promise<void>
}
