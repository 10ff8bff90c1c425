import { faults } from './support/fault'
import { ALL_STEPS } from './support/visitor'

const REFUSED = /^console\.error: Failed to load resource/

faults('Network', (row) => {
  for (const [fault, code] of [
    ['beacon blocked as by an ad blocker', 'blockedbyclient'],
    ['beacon host without a DNS entry', 'namenotresolved'],
    ['connection reset in the middle of the script', 'connectionreset']
  ] as const) {
    row(fault, 'each event fails with the cause', async (open) => {
      const page = await open({ beacon: (route) => route.abort(code) })
      page.expectProblem(REFUSED)
      await page.visit()
      const errors = (await page.logs()).filter((log) => log.includes('could not be loaded or was blocked'))
      expect(errors).toHaveLength(ALL_STEPS.length)
    })
  }
})
