import { join } from 'node:path'
import { SITE_URL, type SiteOptions } from '../../support/site'
import type { ConsentManager } from '../pages/consent-page'
import type { FaultyPage } from './faulty-page'

/** The request for Segment's settings, which list the source's categories. */
export const SETTINGS_REQUEST = 'https://cdn.segment.com/v1/projects/write-key/settings'

const SCRIPT_URL = `${SITE_URL}consent-page.js`

/** A site that loads analytics.js with Segment's consent wrapper. InMoment is in the category `Surveys`. */
export function createConsentSite(manager: ConsentManager): SiteOptions {
  return {
    categories: { destination: ['Surveys'], source: ['Surveys', 'Analytics'] },
    html: `<!doctype html><title>Shop</title>
      <script>window.consentManager = ${JSON.stringify(manager)}</script>
      <script src="${SCRIPT_URL}"></script>`,
    prepare: async (page) => {
      const path = join(__dirname, '../dist/consent-page.js')
      await page.context().route(SCRIPT_URL, (route) => route.fulfill({ path }))
    }
  }
}

/** Sets the visitor's decision. */
export async function setConsent(page: FaultyPage, categories: ConsentManager['categories']): Promise<void> {
  await page.site.page.evaluate((categories) => {
    const { consentManager } = window as unknown as { consentManager: ConsentManager }
    consentManager.categories = categories
    consentManager.isDecided = true
  }, categories)
}

/** Runs in the page before any other script: stores a user who was identified on an earlier page. */
export function storeAnn(): void {
  const [userId, email] = ['ann-7731', 'ann-7731@secret.example']
  localStorage.setItem('ajs_user_id', JSON.stringify(userId))
  localStorage.setItem('ajs_user_traits', JSON.stringify({ email }))
  const record = { version: 1, userId, mappedUserId: userId, user: { email, segment_user_id: userId } }
  localStorage.setItem('segment_actions_inmoment_user', JSON.stringify(record))
}

/** The page's requests and globals that belong to InMoment. */
export async function findInMoment(page: FaultyPage): Promise<string[]> {
  const requests = page.site.requests.filter((url) => /wootric|inmoment/i.test(url))
  return [...requests, ...(await page.getWootricGlobals())]
}
