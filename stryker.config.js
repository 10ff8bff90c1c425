const destination = 'src/destinations/inmoment'

/** See docs/mutation-testing.md. */
export default {
  mutate: [
    `${destination}/conversions/*.ts`,
    `${destination}/respondent.ts`,
    `${destination}/remembered-user.ts`,
    `${destination}/sync-settings.ts`,
    `${destination}/perform.ts`,
    `${destination}/{clear-user,update-respondent}.ts`,
    `${destination}/recent-events.ts`,
    `${destination}/event-queue.ts`,
    `${destination}/wootric/{beacon,load-beacon,script}.ts`
  ],
  testRunner: 'jest',
  jest: { configFile: 'jest.mutation.config.js' },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ['clear-text', 'progress', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  cleanTempDir: 'always'
}
