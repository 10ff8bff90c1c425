import type { Page } from 'playwright-core'

/** Opens a path of the site in a new browser context, without stored or cached data. */
export type OpenPage = (path: string) => Promise<Page>
