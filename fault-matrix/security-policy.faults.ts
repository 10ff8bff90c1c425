import { BEACON_URL, SNIPPET } from '../src/__tests__/support/site'
import { faults } from './support/fault'
import { ALL_STEPS } from './support/visitor'

const NONCED = `<!doctype html><title>Shop</title><script nonce="abc">${SNIPPET}</script>`

/** A page's own default policy, which lets analytics.js load itself and its destinations, and nothing else. */
const TRUSTS_SEGMENT = `<!doctype html><title>Shop</title><script>
  trustedTypes.createPolicy('default', {
    createScriptURL: (url) => (url.startsWith('https://cdn.segment.com/') ? url : null)
  });
  ${SNIPPET}</script>`

/** What the browser itself says of what a policy forbids. */
const FORBIDDEN = /^console\.error: .*(Content Security Policy|TrustedScriptURL)/i

function policy(value: string): Record<string, string> {
  return { 'content-security-policy': value }
}

faults('Security policy', (row) => {
  for (const [fault, promise, value] of [
    [
      'scripts by nonce alone',
      "the beacon's script carries the page's nonce, and every event is told",
      "script-src 'nonce-abc' https://cdn.segment.com"
    ],
    [
      "scripts by nonce with 'strict-dynamic'",
      'the trust in analytics.js reaches the beacon, and every event is told',
      "script-src 'nonce-abc' 'strict-dynamic'"
    ]
  ] as const) {
    row(fault, promise, async (open) => {
      const page = await open({ html: NONCED, headers: policy(value) })
      await page.expectWholeVisit()
      expect(page.site.requests.filter((url) => url === BEACON_URL)).toHaveLength(1)
    })
  }

  row('policy without the beacon', 'each event fails with the cause', async (open) => {
    const page = await open({ headers: policy("script-src 'unsafe-inline' https://cdn.segment.com") })
    page.expectProblem(FORBIDDEN)
    await page.visit()
    await page.expectFailures(ALL_STEPS, 'could not be loaded or was blocked')
  })

  row(
    'connections to Segment alone',
    'the beacon, which is a script, is loaded, and every event is told',
    async (open) => {
      const page = await open({
        headers: policy("connect-src https://cdn.segment.com https://api.segment.io; img-src 'none'; frame-src 'none'")
      })
      await page.expectWholeVisit()
    }
  )

  row(
    'trusted types required',
    "the destination's own policy makes the one address, and every event is told",
    async (open) => {
      const page = await open({ html: TRUSTS_SEGMENT, headers: policy("require-trusted-types-for 'script'") })
      await page.expectWholeVisit()
    }
  )

  row('trusted types with policies by name', 'the name `inmoment` is all that the page has to allow', async (open) => {
    const page = await open({
      html: TRUSTS_SEGMENT,
      headers: policy("require-trusted-types-for 'script'; trusted-types default inmoment")
    })
    await page.expectWholeVisit()
  })

  row('trusted types without ours', 'each event fails with the cause, and nothing is requested', async (open) => {
    const page = await open({
      html: TRUSTS_SEGMENT,
      headers: policy("require-trusted-types-for 'script'; trusted-types default")
    })
    page.expectProblem(FORBIDDEN)
    await page.visit()
    await page.expectFailures(ALL_STEPS, 'could not be added to the page')
    expect(page.site.requests).not.toContain(BEACON_URL)
  })

  row(
    'trusted types whose default lets the beacon in',
    'where our policy is forbidden, that one is used',
    async (open) => {
      const page = await open({
        html: TRUSTS_SEGMENT.replace("url.startsWith('https://cdn.segment.com/')", `/segment|wootric/.test(url)`),
        headers: policy("require-trusted-types-for 'script'; trusted-types default")
      })
      page.expectProblem(FORBIDDEN)
      await page.expectWholeVisit()
    }
  )
})
