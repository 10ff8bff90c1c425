import type { BeaconKind } from './beacon-kinds'

/**
 * The few parts of a service worker's scope that are used here: TypeScript's own library for workers cannot stand
 * beside that for pages.
 */
export interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

export interface FetchEvent extends ExtendableEvent {
  readonly request: Request
  readonly clientId: string
  respondWith(response: Promise<Response> | Response): void
}

export interface MessageEventOfWorker extends ExtendableEvent {
  /** `claim` asks to be taken over; else the page tells of which kind its beacon is. */
  readonly data: 'claim' | { readonly beacon: BeaconKind }
  readonly source: WorkerClient | null
  readonly ports: readonly MessagePort[]
}

interface WorkerClient {
  readonly id: string
  readonly url: string
  postMessage(message: unknown): void
}

export interface WorkerScope {
  readonly clients: {
    claim(): Promise<void>
    get(id: string): Promise<WorkerClient | undefined>
  }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void
  addEventListener(type: 'message', listener: (event: MessageEventOfWorker) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
}
