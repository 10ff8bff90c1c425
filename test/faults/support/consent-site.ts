import { join } from 'node:path'
import { SITE, type SiteOptions } from '../../support/site'
import type { ConsentManager } from '../pages/consent-page'
import type { FaultyPage } from './faulty-page'

/** What analytics.js asks for to learn which categories the source has. */
export const SETTINGS_REQUEST = 'https://cdn.segment.com/v1/projects/write-key/settings'

const SCRIPT = `${SITE}consent-page.js`

/** A site that loads analytics.js by Segment's consent wrapper. InMoment is in the category `Surveys`. */
export function consentSite(manager: ConsentManager): SiteOptions {
  return {
    categories: { destination: ['Surveys'], source: ['Surveys', 'Analytics'] },
    html: `<!doctype html><title>Shop</title>
      <script>window.consentManager = ${JSON.stringify(manager)}</script>
      <script src="${SCRIPT}"></script>`,
    prepare: async (page) => {
      await page.context().route(SCRIPT, (route) => route.fulfill({ path: join(__dirname, '../dist/consent-page.js') }))
    }
  }
}

/** The visitor answers, or changes the answer. */
export async function decide(page: FaultyPage, categories: ConsentManager['categories']): Promise<void> {
  await page.site.page.evaluate((categories) => {
    const { consentManager } = window as unknown as { consentManager: ConsentManager }
    consentManager.categories = categories
    consentManager.isDecided = true
  }, categories)
}

/**
 * Runs on a page before anything else: the visitor was identified on an earlier page, as analytics.js and the destination
 * store it.
 */
export function comeBackAsAnn(): void {
  const [userId, email] = ['ann-7731', 'ann-7731@secret.example']
  localStorage.setItem('ajs_user_id', JSON.stringify(userId))
  localStorage.setItem('ajs_user_traits', JSON.stringify({ email }))
  const record = { version: 1, userId, mappedUserId: userId, user: { email, segment_user_id: userId } }
  localStorage.setItem('segment_actions_inmoment_user', JSON.stringify(record))
}

/** What the page's requests and globals tell of InMoment. */
export async function tracesOfInMoment(page: FaultyPage): Promise<string[]> {
  const requests = page.site.requests.filter((url) => /wootric|inmoment/i.test(url))
  return [...requests, ...(await page.wootricGlobals())]
}
