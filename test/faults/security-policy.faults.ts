import { BEACON_URL, SNIPPET } from '../support/site'
import { faults } from './support/fault'
import { ALL_STEPS } from './support/visitor'

const NONCED = `<!doctype html><title>Shop</title><script nonce="abc">${SNIPPET}</script>`

/** A page's own default policy, which allows analytics.js and its destinations, and nothing else. */
const TRUSTS_SEGMENT = `<!doctype html><title>Shop</title><script>
  trustedTypes.createPolicy('default', {
    createScriptURL: (url) => (url.startsWith('https://cdn.segment.com/') ? url : null)
  });
  ${SNIPPET}</script>`

/** What the browser itself logs about what a policy forbids. */
const FORBIDDEN = /^console\.error: .*(Content Security Policy|TrustedScriptURL)/i

function policy(value: string): Record<string, string> {
  return { 'content-security-policy': value }
}

faults('Security policy', (row) => {
  for (const [fault, promise, value] of [
    [
      'scripts by nonce only',
      "the beacon's script has the page's nonce, and every event is delivered",
      "script-src 'nonce-abc' https://cdn.segment.com"
    ],
    [
      "scripts by nonce with 'strict-dynamic'",
      'the beacon is trusted through analytics.js, and every event is delivered',
      "script-src 'nonce-abc' 'strict-dynamic'"
    ]
  ] as const) {
    row(fault, promise, async (open) => {
      const page = await open({ html: NONCED, headers: policy(value) })
      await page.expectWholeVisit()
      expect(page.site.requests.filter((url) => url === BEACON_URL)).toHaveLength(1)
    })
  }

  for (const [fault, inert] of [
    ['data block', '<script type="text/template" nonce="wrong">nothing</script>'],
    ['nomodule script', '<script nomodule nonce="wrong" src="https://shop.example/old.js"></script>'],
    ['script in another language', '<script language="vbscript" nonce="wrong">nothing</script>']
  ] as const) {
    row(
      `scripts by nonce only, after an inert ${fault} with another nonce`,
      "the beacon's script has the nonce of the scripts that run, and every event is delivered",
      async (open) => {
        const html = NONCED.replace('<script', `${inert}<script`)
        const page = await open({ html, headers: policy("script-src 'nonce-abc' https://cdn.segment.com") })
        await page.expectWholeVisit()
      }
    )
  }

  row('policy without the beacon', 'each event fails with the cause', async (open) => {
    const page = await open({ headers: policy("script-src 'unsafe-inline' https://cdn.segment.com") })
    page.expectProblem(FORBIDDEN)
    await page.visit()
    await page.expectFailures(ALL_STEPS, 'could not be loaded or was blocked')
  })

  row(
    'connections to Segment only',
    'the beacon, which is a script, is loaded, and every event is delivered',
    async (open) => {
      const page = await open({
        headers: policy("connect-src https://cdn.segment.com https://api.segment.io; img-src 'none'; frame-src 'none'")
      })
      await page.expectWholeVisit()
    }
  )

  row(
    'trusted types required',
    "the destination's own policy allows the beacon's address, and every event is delivered",
    async (open) => {
      const page = await open({ html: TRUSTS_SEGMENT, headers: policy("require-trusted-types-for 'script'") })
      await page.expectWholeVisit()
    }
  )

  row('trusted types with policies by name', 'the page needs to allow the name `inmoment` only', async (open) => {
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

  row('trusted types whose default policy allows the beacon', 'it is used if our policy is forbidden', async (open) => {
    const page = await open({
      html: TRUSTS_SEGMENT.replace("url.startsWith('https://cdn.segment.com/')", `/segment|wootric/.test(url)`),
      headers: policy("require-trusted-types-for 'script'; trusted-types default")
    })
    page.expectProblem(FORBIDDEN)
    await page.expectWholeVisit()
  })
})
