import { createDeletionScript, findNewerFeatures } from '../../support/newer-features'
import { makeEveryCall, reset, track } from '../support/analytics'
import type { AddCheck } from '../support/check'

export function addOldestBrowserChecks(check: AddCheck): void {
  const script = createDeletionScript()

  check('delivers and restores without the features that the oldest supported browsers lack', async (open) => {
    const site = open({ script })
    const page = await site.openPage()
    expect(await page.run(findNewerFeatures)).toEqual([])
    await page.call(makeEveryCall)
    await page.waitForCalls(4)
    expect((await page.getBeaconCalls()).at(-1)?.settings).toMatchObject({ created_at: 1533310126 })

    await site.openNextPage(page)
    await page.call(track, 'Product Added')
    expect((await page.getBeaconCalls()).map(({ settings }) => settings.email)).toEqual(['ann@example.com'])
    await page.run(reset)
    expect(await page.run(() => window.wootricSettings?.email)).toBeUndefined()
    expect(await page.getLogs()).toEqual([])
  })

  check('fails each event with the cause without these features', async (open) => {
    const page = await open({ script, beacon: () => ({ status: 404 }) }).openPage()
    await page.call(makeEveryCall)
    await page.waitForLogs(4, 'the beacon is missing because its script could not be loaded or was blocked')
  })
}
