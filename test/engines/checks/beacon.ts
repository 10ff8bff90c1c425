import { makeEveryCall, track } from '../support/analytics'
import type { AddCheck } from '../support/check'
import { BEACON } from '../support/engine-site'
import type { Reply } from '../support/proxy'
import type { RecordedPage } from '../support/recorded-page'

const QUEUED = 'warn InMoment: the event is queued until the beacon is ready'

const FAILED = 'the beacon is missing because its script could not be loaded or was blocked'

export function addBeaconChecks(check: AddCheck): void {
  for (const [fault, reply] of [
    ['closes the connection', undefined],
    ['responds with status 404', { status: 404, body: 'sorry' }],
    ['responds with status 500', { status: 500, body: 'sorry' }]
  ] as const) {
    check(`fails each event with the cause if the beacon's host ${fault}`, async (open) => {
      const site = open({ beacon: () => reply })
      const page = await site.openPage()
      await page.call(makeEveryCall)
      await page.waitForLogs(4, FAILED)
      expect(await page.getBeaconCalls()).toEqual([])
      await site.waitForSegmentEvents(4)
    })
  }

  check('delivers events in order when a slow beacon arrives', async (open) => {
    let respond: (reply: Reply) => void = () => undefined
    const reply = new Promise<Reply>((resolve) => (respond = resolve))
    const page = await open({ beacon: () => reply }).openPage()
    await page.call(makeEveryCall)
    await page.waitForLogs(4, QUEUED)
    await page.waitFor(() => Boolean((window as unknown as RecordedPage).isReady))
    expect((await page.getLogs()).filter((log) => !log.startsWith(QUEUED))).toEqual([])
    expect(await page.getBeaconCalls()).toEqual([])
    respond(BEACON)
    await page.waitForCalls(4)
    await page.call(track, 'Product Added')
    const calls = await page.getBeaconCalls()
    expect(calls.map(({ command }) => command)).toEqual(['run', 'page', 'group', 'run', 'run'])
    expect(calls.map(({ settings }) => settings.event_name).slice(3)).toEqual(['Order Completed', 'Product Added'])
  })
}
