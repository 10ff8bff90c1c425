import { createWrapper, resolveWhen, type Categories, type ConsentModel } from '@segment/analytics-consent-tools'
import { AnalyticsBrowser } from '@segment/analytics-next'

/** The state of the page's consent manager, which the test changes. */
export interface ConsentManager {
  model: ConsentModel
  categories: Categories
  /** Whether the visitor has decided, or need not decide. */
  isDecided: boolean
}

interface ConsentWindow {
  consentManager: ConsentManager
  analytics: unknown
}

/** The page, which loads analytics.js with Segment's consent wrapper. */
const page = window as unknown as ConsentWindow
const { consentManager } = page

const withConsent = createWrapper({
  shouldLoadSegment: async (context) => {
    await resolveWhen(() => consentManager.isDecided, 10)
    context.load({ consentModel: consentManager.model })
  },
  // A copy, because the wrapper adds the object to each event.
  getCategories: () => ({ ...consentManager.categories })
})

const analytics = new AnalyticsBrowser()
page.analytics = analytics
withConsent(analytics).load({ writeKey: 'write-key' })
void analytics.then(([instance]) => (page.analytics = instance))
