import { makeEveryCall } from '../support/analytics'
import type { AddCheck } from '../support/check'
import { NONCE } from '../support/engine-site'

/** The page's own default policy, which allows only the scripts of Segment's CDN. */
const DEFAULT_POLICY = `window.trustedTypes?.createPolicy('default', {
  createScriptURL: (url) => (url.startsWith('https://cdn.segment.com/') ? url : null)
})`

export function addSecurityPolicyChecks(check: AddCheck): void {
  for (const [name, policy] of [
    ['only scripts with a nonce', `script-src 'nonce-${NONCE}' https://cdn.segment.com`],
    ["a nonce and 'strict-dynamic'", `script-src 'nonce-${NONCE}' 'strict-dynamic'`],
    [
      "only InMoment's and Segment's hosts",
      `script-src 'nonce-${NONCE}' https://cdn.segment.com https://cdn.wootric.com`
    ],
    [
      'trusted types, with a list of the names of policies',
      "require-trusted-types-for 'script'; trusted-types default inmoment"
    ]
  ] as const) {
    check(`delivers events with a content security policy that allows ${name}`, async (open) => {
      const site = open({ policy, script: DEFAULT_POLICY })
      const page = await site.openPage()
      await page.call(makeEveryCall)
      await page.waitForCalls(4)
      expect(await page.getLogs()).toEqual([])
      expect(site.beaconRequests).toBe(1)
    })
  }

  check('fails each event with the cause if a content security policy blocks the beacon', async (open) => {
    const site = open({ policy: "script-src 'unsafe-inline' https://cdn.segment.com" })
    const page = await site.openPage()
    await page.call(makeEveryCall)
    await page.waitForLogs(4, 'the beacon is missing because its script could not be loaded or was blocked')
    expect(await page.getBeaconCalls()).toEqual([])
    expect(site.beaconRequests).toBe(0)
  })

  check('requests no beacon that the trusted types of the page do not allow', async (open) => {
    const policy = "require-trusted-types-for 'script'; trusted-types default"
    const site = open({ policy, script: DEFAULT_POLICY })
    const page = await site.openPage()
    await page.call(makeEveryCall)
    if (await page.run(() => 'trustedTypes' in window)) {
      await page.waitForLogs(4, 'the beacon is missing because its script could not be added to the page')
      expect(site.beaconRequests).toBe(0)
    } else {
      await page.waitForCalls(4)
    }
  })
}
