import type { ConsentManager } from './pages/consent-page'
import { createConsentSite, findInMoment, setConsent, SETTINGS_REQUEST, storeAnn } from './support/consent-site'
import { describeFaults } from './support/fault'
import { ALL_STEPS, PERSONAL } from './support/visit'

const ALL = { Surveys: true, Analytics: true }
const NO_SURVEYS = { Surveys: false, Analytics: true }
const NONE = { Surveys: false, Analytics: false }

const undecided: ConsentManager = { model: 'opt-in', categories: NONE, isDecided: false }

/** In milliseconds: much longer than the wrapper and analytics.js need to load. */
const WAIT = 400

describeFaults('Consent', (addFault) => {
  addFault('opt-in, no decision yet', 'nothing is loaded, sent or set', async (open) => {
    const page = await open({ ...createConsentSite(undecided), initScript: storeAnn })
    page.expectOnlyRequests()
    await page.makeEarlyEvents()
    await page.site.page.waitForTimeout(WAIT)
    expect(await findInMoment(page)).toEqual([])
  })

  addFault(
    'opt-in, all categories refused',
    "only Segment's settings are requested, and nothing is set",
    async (open) => {
      const page = await open({ ...createConsentSite(undecided), initScript: storeAnn })
      page.expectOnlyRequests(SETTINGS_REQUEST)
      await setConsent(page, NONE)
      await page.makeEarlyEvents()
      await page.site.page.waitForTimeout(WAIT)
      expect(await findInMoment(page)).toEqual([])
    }
  )

  addFault('opt-in, surveys refused', 'nothing of InMoment is loaded or set', async (open) => {
    const page = await open(createConsentSite(undecided))
    await setConsent(page, NO_SURVEYS)
    await page.makeEvents()
    await page.getLogs()
    expect(await findInMoment(page)).toEqual([])
  })

  addFault(
    'opt-in, surveys refused on an earlier page',
    'nothing of InMoment is loaded or set, even for a remembered user',
    async (open) => {
      const page = await open({
        ...createConsentSite({ model: 'opt-in', categories: NO_SURVEYS, isDecided: true }),
        initScript: storeAnn
      })
      await page.makeEvents()
      await page.getLogs()
      expect(await findInMoment(page)).toEqual([])
    }
  )

  addFault(
    'opt-in, all categories accepted late',
    'nothing is loaded before, then all events are delivered in order',
    async (open) => {
      const page = await open(createConsentSite(undecided))
      await page.makeEarlyEvents([0, 1, 2])
      await page.site.page.waitForTimeout(WAIT)
      expect(await findInMoment(page)).toEqual([])
      await setConsent(page, ALL)
      await page.makeEvents([3, 4, 5])
      await page.getLogs()
      expect(await page.getSentSteps()).toEqual(ALL_STEPS)
    }
  )

  // With opt-in, the wrapper blocks no events after it has loaded analytics.js. The site has to withhold them itself.
  addFault('opt-in, surveys refused later, and the site withholds events', 'no later command is sent', async (open) => {
    const page = await open(createConsentSite({ ...undecided, categories: ALL, isDecided: true }))
    await page.makeEvents([0, 1, 2, 3])
    await page.getLogs()
    await setConsent(page, NO_SURVEYS)
    await page.site.page.evaluate(withholdEvents)
    await page.makeEvents([4, 5])
    await page.getLogs()
    expect(await page.getSentSteps()).toEqual([0, 1, 2, 3])
  })

  addFault('opt-out, nothing refused', 'all events are delivered', async (open) => {
    const page = await open(createConsentSite({ model: 'opt-out', categories: ALL, isDecided: true }))
    await page.makeEvents()
    await page.getLogs()
    expect(await page.getSentSteps()).toEqual(ALL_STEPS)
  })

  addFault('opt-out, surveys refused later', 'no later command is sent', async (open) => {
    const page = await open(createConsentSite({ model: 'opt-out', categories: ALL, isDecided: true }))
    await page.makeEvents([0, 1, 2, 3])
    await page.getLogs()
    await setConsent(page, NO_SURVEYS)
    await page.makeEvents([4, 5])
    await page.getLogs()
    expect(await page.getSentSteps()).toEqual([0, 1, 2, 3])
  })

  addFault('opt-out, all categories refused later', 'no later request is sent, including to Segment', async (open) => {
    const page = await open(createConsentSite({ model: 'opt-out', categories: ALL, isDecided: true }))
    await page.makeEvents([0, 1, 2, 3])
    await page.getLogs()
    await setConsent(page, NONE)
    page.expectNoLaterEvents()
    const before = page.site.requests.length
    await page.makeEvents([4, 5])
    await page.getLogs()
    expect(await page.getSentSteps()).toEqual([0, 1, 2, 3])
    expect(page.site.requests.slice(before)).toEqual([])
  })

  // With opt-out, the wrapper loads all destinations and withholds only events. A remembered user is restored into
  // `wootricSettings`, unless the site turns that off.
  for (const restoreUser of [true, false]) {
    addFault(
      `opt-out, surveys refused on an earlier page, Restore User ${restoreUser ? 'on' : 'off'}`,
      `no command is sent${restoreUser ? '' : ', and no user is restored'}`,
      async (open) => {
        const page = await open({
          ...createConsentSite({ model: 'opt-out', categories: NO_SURVEYS, isDecided: true }),
          settings: { restoreUser },
          initScript: storeAnn
        })
        await page.makeEvents()
        await page.getLogs()
        expect(await page.site.getBeaconCalls()).toEqual([])
        const settings = await page.site.page.evaluate(() => JSON.stringify(window.wootricSettings))
        expect(PERSONAL.test(settings)).toBe(restoreUser)
      }
    )
  }
})

/** Runs in the page: withholds all later events from InMoment. */
function withholdEvents(): void {
  interface Middleware {
    payload: { obj: { integrations?: Record<string, unknown> } }
    next: (payload: unknown) => void
  }
  const { analytics } = window as unknown as {
    analytics: { addSourceMiddleware: (middleware: (event: Middleware) => void) => unknown }
  }
  analytics.addSourceMiddleware(({ payload, next }) => {
    payload.obj.integrations = { ...payload.obj.integrations, 'InMoment (Actions)': false }
    next(payload)
  })
}
