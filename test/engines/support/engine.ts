/** A tab of a browser. Its pages keep cookies and storage in common with those of the other tabs. */
export interface Tab {
  /**
   * Uncaught errors and unhandled rejections that the protocol reports. Chromium and Firefox hide those of other hosts'
   * scripts from the page. WebKit does not, and WebDriver reports none.
   */
  readonly errors: string[]
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
