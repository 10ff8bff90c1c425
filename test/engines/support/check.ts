import type { EngineSite, EngineSiteOptions } from './engine-site'

export type OpenSite = (options?: EngineSiteOptions) => EngineSite

/** Adds a check that runs in each engine. Its pages must not have uncaught errors. */
export type AddCheck = (title: string, run: (open: OpenSite) => Promise<void>) => void
