import type { Subscription } from '@segment/browser-destination-runtime/types'
import { presetSubscriptions } from '../../src/preset-subscriptions'
import { faults } from './support/fault'
import { ALL_STEPS, VISIT } from './support/visitor'

const presets = presetSubscriptions()

/** The preset of Track Event with a fault, to stand among the others. */
function trackEvent(fault: Partial<Subscription>): Subscription {
  const preset = presets.find(({ partnerAction }) => partnerAction === 'trackEvent')
  if (!preset) throw new Error('There is no preset of Track Event')
  return { ...preset, ...fault }
}

const isTrack = (step: number): boolean => VISIT[step]?.call[0] === 'track'
const tracks = ALL_STEPS.filter(isTrack)
const otherSteps = ALL_STEPS.filter((step) => !isTrack(step))

faults('Subscriptions', (row) => {
  for (const [fault, subscribe] of [
    ['trigger that ends in the middle', 'type = '],
    ['trigger with an open bracket', '(type = "track"'],
    ['empty trigger', '']
  ] as const) {
    row(fault, 'its mapping never matches, all others deliver', async (open) => {
      const page = await open({ settings: { subscriptions: [trackEvent({ subscribe }), ...presets] } })
      await page.expectWholeVisit()
    })
  }

  const unknownDirective = trackEvent({ mapping: { eventName: { '@nonsense': '$.event' } } })
  const directiveErrors = tracks.map(
    () => expect.stringMatching(/^error .*@nonsense is not a valid directive/) as string
  )

  row(
    'mapping with an unknown directive, after the good ones',
    'the others deliver, the event names it',
    async (open) => {
      const page = await open({ settings: { subscriptions: [...presets, unknownDirective] } })
      await page.visit()
      expect(await page.logs()).toEqual(directiveErrors)
      expect(await page.toldSteps()).toEqual(ALL_STEPS)
    }
  )

  // Segment's runtime maps the subscriptions of an action one after the other, and what throws ends them all.
  row(
    'mapping with an unknown directive, before a good one',
    'its action fails and names it, the others deliver',
    async (open) => {
      const page = await open({ settings: { subscriptions: [unknownDirective, ...presets] } })
      await page.visit()
      expect(await page.logs()).toEqual(directiveErrors)
      expect(await page.toldSteps()).toEqual(otherSteps)
    }
  )

  for (const partnerAction of ['showSurvey', 'constructor']) {
    row(`unknown action ${partnerAction}`, 'its mapping does nothing, all others deliver', async (open) => {
      const page = await open({ settings: { subscriptions: [trackEvent({ partnerAction }), ...presets] } })
      await page.expectWholeVisit()
    })
  }

  row('each action three times', 'three commands an event, as configured, and one request', async (open) => {
    const page = await open({ settings: { subscriptions: [...presets, ...presets, ...presets] } })
    page.expectCallsPerEvent(3)
    await page.visit()
    expect(await page.logs()).toEqual([])
    expect(await page.toldSteps()).toEqual(ALL_STEPS.flatMap((step) => [step, step, step]))
    expect(page.site.segmentRequests).toHaveLength(ALL_STEPS.length)
  })

  row('2,000 subscriptions', 'those that match deliver', async (open) => {
    const others = Array.from({ length: 2_000 - presets.length }, (_, number) =>
      trackEvent({ name: `Event ${number}`, subscribe: `type = "track" and event = "Event ${number}"` })
    )
    const page = await open({ settings: { subscriptions: [...others, ...presets] } })
    await page.expectWholeVisit()
  })
})
