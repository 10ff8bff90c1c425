import { createWrapper, resolveWhen, type Categories, type ConsentModel } from '@segment/analytics-consent-tools'
import { AnalyticsBrowser } from '@segment/analytics-next'

/** What the page's consent manager knows of the visitor, as the test has it. */
export interface ConsentManager {
  model: ConsentModel
  categories: Categories
  /** Whether the visitor has answered, or need not. */
  isDecided: boolean
}

interface ConsentWindow {
  consentManager: ConsentManager
  analytics: unknown
}

/** A page that loads analytics.js as Segment's consent wrapper allows it. */
const page = window as unknown as ConsentWindow
const { consentManager } = page

const withConsent = createWrapper({
  shouldLoadSegment: async (context) => {
    await resolveWhen(() => consentManager.isDecided, 10)
    context.load({ consentModel: consentManager.model })
  },
  // A copy, as the wrapper writes it into the event.
  getCategories: () => ({ ...consentManager.categories })
})

const analytics = new AnalyticsBrowser()
page.analytics = analytics
withConsent(analytics).load({ writeKey: 'write-key' })
void analytics.then(([instance]) => (page.analytics = instance))
