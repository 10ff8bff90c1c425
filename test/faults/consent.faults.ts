import type { ConsentManager } from './pages/consent-page'
import { comeBackAsAnn, consentSite, decide, SETTINGS_REQUEST, tracesOfInMoment } from './support/consent-site'
import { faults } from './support/fault'
import { ALL_STEPS, PERSONAL } from './support/visitor'

const ALL = { Surveys: true, Analytics: true }
const NO_SURVEYS = { Surveys: false, Analytics: true }
const NOTHING = { Surveys: false, Analytics: false }

const undecided: ConsentManager = { model: 'opt-in', categories: NOTHING, isDecided: false }

/** In milliseconds, far more than the wrapper and analytics.js need where they may go on. */
const A_WHILE = 400

faults('Consent', (row) => {
  row('opt-in, not answered', 'nothing is loaded, sent or set', async (open) => {
    const page = await open({ ...consentSite(undecided), before: comeBackAsAnn })
    page.expectSilence()
    await page.visitEarly()
    await page.site.page.waitForTimeout(A_WHILE)
    expect(await tracesOfInMoment(page)).toEqual([])
  })

  row('opt-in, all refused', 'nothing is loaded, sent or set; the settings are read', async (open) => {
    const page = await open({ ...consentSite(undecided), before: comeBackAsAnn })
    page.expectSilence(SETTINGS_REQUEST)
    await decide(page, NOTHING)
    await page.visitEarly()
    await page.site.page.waitForTimeout(A_WHILE)
    expect(await tracesOfInMoment(page)).toEqual([])
  })

  row('opt-in, surveys refused', 'nothing of InMoment is loaded or set, all else goes on', async (open) => {
    const page = await open(consentSite(undecided))
    await decide(page, NO_SURVEYS)
    await page.visit()
    await page.logs()
    expect(await tracesOfInMoment(page)).toEqual([])
  })

  row('opt-in, withdrawn on an earlier page', 'nothing of InMoment is loaded or set for a known user', async (open) => {
    const page = await open({
      ...consentSite({ model: 'opt-in', categories: NO_SURVEYS, isDecided: true }),
      before: comeBackAsAnn
    })
    await page.visit()
    await page.logs()
    expect(await tracesOfInMoment(page)).toEqual([])
  })

  row('opt-in, granted late', 'nothing before, then the events from before and after, in order', async (open) => {
    const page = await open(consentSite(undecided))
    await page.visitEarly([0, 1, 2])
    await page.site.page.waitForTimeout(A_WHILE)
    expect(await tracesOfInMoment(page)).toEqual([])
    await decide(page, ALL)
    await page.visit([3, 4, 5])
    await page.logs()
    expect(await page.toldSteps()).toEqual(ALL_STEPS)
  })

  // The wrapper blocks nothing in this model once it has loaded; the site itself has to tell analytics.js.
  row(
    'opt-in, withdrawn, and analytics.js told',
    'no further command reaches the beacon, all else goes on',
    async (open) => {
      const page = await open(consentSite({ ...undecided, categories: ALL, isDecided: true }))
      await page.visit([0, 1, 2, 3])
      await page.logs()
      await decide(page, NO_SURVEYS)
      await page.site.page.evaluate(excludeInMoment)
      await page.visit([4, 5])
      await page.logs()
      expect(await page.toldSteps()).toEqual([0, 1, 2, 3])
    }
  )

  row('opt-out, not refused', 'all events are delivered', async (open) => {
    const page = await open(consentSite({ model: 'opt-out', categories: ALL, isDecided: true }))
    await page.visit()
    await page.logs()
    expect(await page.toldSteps()).toEqual(ALL_STEPS)
  })

  row('opt-out, surveys withdrawn', 'no further command reaches the beacon, all else goes on', async (open) => {
    const page = await open(consentSite({ model: 'opt-out', categories: ALL, isDecided: true }))
    await page.visit([0, 1, 2, 3])
    await page.logs()
    await decide(page, NO_SURVEYS)
    await page.visit([4, 5])
    await page.logs()
    expect(await page.toldSteps()).toEqual([0, 1, 2, 3])
  })

  row('opt-out, all withdrawn', 'nothing further is sent to anybody', async (open) => {
    const page = await open(consentSite({ model: 'opt-out', categories: ALL, isDecided: true }))
    await page.visit([0, 1, 2, 3])
    await page.logs()
    await decide(page, NOTHING)
    page.expectStopFromHere()
    const before = page.site.requests.length
    await page.visit([4, 5])
    await page.logs()
    expect(await page.toldSteps()).toEqual([0, 1, 2, 3])
    expect(page.site.requests.slice(before)).toEqual([])
  })

  // In this model the wrapper has all destinations loaded as usual, and keeps only the events from them: a
  // user whom Segment knows stands in the page's settings of the beacon, unless the site has switched that off.
  for (const restoreUser of [true, false]) {
    const fault = `opt-out, withdrawn on an earlier page, user ${restoreUser ? '' : 'not '}restored`
    row(fault, `no command reaches the beacon${restoreUser ? '' : ', and no person'}`, async (open) => {
      const page = await open({
        ...consentSite({ model: 'opt-out', categories: NO_SURVEYS, isDecided: true }),
        settings: { restoreUser },
        before: comeBackAsAnn
      })
      await page.visit()
      await page.logs()
      expect(await page.site.beaconCalls()).toEqual([])
      const settings = await page.site.page.evaluate(() => JSON.stringify(window.wootricSettings))
      expect(PERSONAL.test(settings)).toBe(restoreUser)
    })
  }
})

/** In the page: analytics.js is told to keep all events from InMoment from now on. */
function excludeInMoment(): void {
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
