import type { Page } from 'playwright-core'

/** Opens a path of the bench's site in a new browser context, with nothing stored or cached. */
export type OpenPage = (path: string) => Promise<Page>
