import type { Page } from 'playwright-core'

/** Opens a path of the bench's site in a browser context of its own, with nothing stored or cached. */
export type OpenPage = (path: string) => Promise<Page>
