import type { PageBeacon } from './beacon-behaviors'

/** The parts of a service worker's scope that are used here. TypeScript's `webworker` library conflicts with `dom`. */
export interface WorkerScope {
  readonly clients: {
    claim(): Promise<void>
    get(id: string): Promise<WorkerClient | undefined>
  }
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void
  addEventListener(type: 'message', listener: (event: WorkerMessageEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
}

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

export interface FetchEvent extends ExtendableEvent {
  readonly request: Request
  readonly clientId: string
  respondWith(response: Promise<Response> | Response): void
}

export interface WorkerMessageEvent extends ExtendableEvent {
  /** `claim` requests control of the page. The other message registers the page with its beacon. */
  readonly data: 'claim' | { readonly beacon: PageBeacon }
  readonly source: WorkerClient | null
  readonly ports: readonly MessagePort[]
}

interface WorkerClient {
  readonly id: string
  postMessage(message: unknown, transfer?: Transferable[]): void
}
