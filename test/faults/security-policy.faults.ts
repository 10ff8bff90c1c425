import { BEACON_URL } from '../../src/destinations/inmoment/wootric/script'
import { SNIPPET } from '../support/site'
import { describeFaults } from './support/fault'
import { ALL_STEPS } from './support/visit'

const WITH_NONCE = `<!doctype html><title>Shop</title><script nonce="abc">${SNIPPET}</script>`

/** The page's own default policy, which allows only the scripts of Segment's CDN. */
const WITH_POLICY = `<!doctype html><title>Shop</title><script>
  trustedTypes.createPolicy('default', {
    createScriptURL: (url) => (url.startsWith('https://cdn.segment.com/') ? url : null)
  });
  ${SNIPPET}</script>`

/** The browser's own message about a violation. */
const VIOLATION = /^console\.error: .*(Content Security Policy|TrustedScriptURL)/i

function createPolicy(value: string): Record<string, string> {
  return { 'content-security-policy': value }
}

describeFaults('Security policy', (addFault) => {
  for (const [fault, promise, value] of [
    [
      'only scripts with a nonce',
      "the beacon's script has the page's nonce, and every event is delivered",
      "script-src 'nonce-abc' https://cdn.segment.com"
    ],
    [
      "only scripts with a nonce, and 'strict-dynamic'",
      'the beacon is trusted through analytics.js, and every event is delivered',
      "script-src 'nonce-abc' 'strict-dynamic'"
    ]
  ] as const) {
    addFault(fault, promise, async (open) => {
      const page = await open({ html: WITH_NONCE, headers: createPolicy(value) })
      await page.expectVisitDelivered()
      expect(page.site.requests.filter((url) => url === BEACON_URL)).toHaveLength(1)
    })
  }

  for (const [fault, script] of [
    ['data block', '<script type="text/template" nonce="wrong">nothing</script>'],
    ['nomodule script', '<script nomodule nonce="wrong" src="https://shop.example/old.js"></script>'],
    ['script in another language', '<script language="vbscript" nonce="wrong">nothing</script>']
  ] as const) {
    addFault(
      `only scripts with a nonce, after a ${fault} with another nonce`,
      "the beacon's script has the nonce of the scripts that run, and every event is delivered",
      async (open) => {
        const html = WITH_NONCE.replace('<script', `${script}<script`)
        const page = await open({ html, headers: createPolicy("script-src 'nonce-abc' https://cdn.segment.com") })
        await page.expectVisitDelivered()
      }
    )
  }

  addFault('no scripts from the beacon’s host', 'each event fails with the cause', async (open) => {
    const page = await open({ headers: createPolicy("script-src 'unsafe-inline' https://cdn.segment.com") })
    page.expectProblem(VIOLATION)
    await page.makeEvents()
    await page.expectFailures(ALL_STEPS, 'could not be loaded or was blocked')
  })

  addFault(
    'connections to Segment only',
    'the beacon is loaded, because it is a script, and every event is delivered',
    async (open) => {
      const page = await open({
        headers: createPolicy(
          "connect-src https://cdn.segment.com https://api.segment.io; img-src 'none'; frame-src 'none'"
        )
      })
      await page.expectVisitDelivered()
    }
  )

  addFault(
    'trusted types',
    "the destination's own policy allows the beacon's URL, and every event is delivered",
    async (open) => {
      const page = await open({ html: WITH_POLICY, headers: createPolicy("require-trusted-types-for 'script'") })
      await page.expectVisitDelivered()
    }
  )

  addFault('trusted types with a list of policies', 'the list only needs the name inmoment', async (open) => {
    const page = await open({
      html: WITH_POLICY,
      headers: createPolicy("require-trusted-types-for 'script'; trusted-types default inmoment")
    })
    await page.expectVisitDelivered()
  })

  addFault(
    "trusted types without the destination's policy",
    'each event fails with the cause, and nothing is requested',
    async (open) => {
      const page = await open({
        html: WITH_POLICY,
        headers: createPolicy("require-trusted-types-for 'script'; trusted-types default")
      })
      page.expectProblem(VIOLATION)
      await page.makeEvents()
      await page.expectFailures(ALL_STEPS, 'could not be added to the page')
      expect(page.site.requests).not.toContain(BEACON_URL)
    }
  )

  addFault(
    "trusted types without the destination's policy, but the default policy allows the beacon",
    'the default policy is used, and every event is delivered',
    async (open) => {
      const page = await open({
        html: WITH_POLICY.replace("url.startsWith('https://cdn.segment.com/')", `/segment|wootric/.test(url)`),
        headers: createPolicy("require-trusted-types-for 'script'; trusted-types default")
      })
      page.expectProblem(VIOLATION)
      await page.expectVisitDelivered()
    }
  )
})
