import type { BeaconKind } from './beacon-kinds'

/** The used parts of a service worker's scope: TypeScript's library for workers conflicts with that for pages. */
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

export interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

export interface FetchEvent extends ExtendableEvent {
  readonly request: Request
  readonly clientId: string
  respondWith(response: Promise<Response> | Response): void
}

export interface WorkerMessageEvent extends ExtendableEvent {
  /** `claim`, or the registration of a page with the beacon that it needs. */
  readonly data: 'claim' | { readonly beacon: BeaconKind | 'live' }
  readonly source: WorkerClient | null
  readonly ports: readonly MessagePort[]
}

interface WorkerClient {
  readonly id: string
  postMessage(message: unknown, transfer?: Transferable[]): void
}
