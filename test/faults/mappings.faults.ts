import type { Subscription } from '@segment/browser-destination-runtime/types'
import { presetSubscriptions } from '../../src/preset-subscriptions'
import { describeFaults } from './support/fault'
import { ALL_STEPS, VISIT } from './support/visit'

const presets = presetSubscriptions()

/** The preset of Track Event with a fault. */
function createTrackEvent(fault: Partial<Subscription>): Subscription {
  const preset = presets.find(({ partnerAction }) => partnerAction === 'trackEvent')
  if (!preset) throw new Error('There is no preset of Track Event')
  return { ...preset, ...fault }
}

const isTrack = (step: number): boolean => VISIT[step]?.call[0] === 'track'
const trackSteps = ALL_STEPS.filter(isTrack)
const otherSteps = ALL_STEPS.filter((step) => !isTrack(step))

describeFaults('Mappings', (addFault) => {
  for (const [fault, subscribe] of [
    ['an incomplete trigger', 'type = '],
    ['a trigger with an unclosed parenthesis', '(type = "track"'],
    ['an empty trigger', '']
  ] as const) {
    addFault(fault, 'the mapping matches no event, and the other mappings work', async (open) => {
      const page = await open({ settings: { subscriptions: [createTrackEvent({ subscribe }), ...presets] } })
      await page.expectVisitDelivered()
    })
  }

  const unknownDirective = createTrackEvent({ mapping: { eventName: { '@nonsense': '$.event' } } })
  const directiveErrors = trackSteps.map(
    () => expect.stringMatching(/^error .*@nonsense is not a valid directive/) as string
  )

  addFault('an unknown directive after the presets', 'the error names it, and the presets work', async (open) => {
    const page = await open({ settings: { subscriptions: [...presets, unknownDirective] } })
    await page.makeEvents()
    expect(await page.getLogs()).toEqual(directiveErrors)
    expect(await page.getSentSteps()).toEqual(ALL_STEPS)
  })

  // Segment's runtime maps the subscriptions of an action in turn, and an error ends all of them.
  addFault(
    'an unknown directive before the presets',
    'its action fails, the error names it, and the other actions work',
    async (open) => {
      const page = await open({ settings: { subscriptions: [unknownDirective, ...presets] } })
      await page.makeEvents()
      expect(await page.getLogs()).toEqual(directiveErrors)
      expect(await page.getSentSteps()).toEqual(otherSteps)
    }
  )

  for (const partnerAction of ['showSurvey', 'constructor']) {
    addFault(
      `an unknown action, ${partnerAction}`,
      'the mapping does nothing, and the other mappings work',
      async (open) => {
        const page = await open({ settings: { subscriptions: [createTrackEvent({ partnerAction }), ...presets] } })
        await page.expectVisitDelivered()
      }
    )
  }

  addFault(
    'each action is mapped three times',
    'each event sends three commands, and one request to Segment',
    async (open) => {
      const page = await open({ settings: { subscriptions: [...presets, ...presets, ...presets] } })
      page.expectCallsPerEvent(3)
      await page.makeEvents()
      expect(await page.getLogs()).toEqual([])
      expect(await page.getSentSteps()).toEqual(ALL_STEPS.flatMap((step) => [step, step, step]))
      expect(page.site.segmentRequests).toHaveLength(ALL_STEPS.length)
    }
  )

  addFault('2,000 mappings', 'those that match work', async (open) => {
    const others = Array.from({ length: 2_000 - presets.length }, (_, number) =>
      createTrackEvent({ name: `Event ${number}`, subscribe: `type = "track" and event = "Event ${number}"` })
    )
    const page = await open({ settings: { subscriptions: [...others, ...presets] } })
    await page.expectVisitDelivered()
  })
})
