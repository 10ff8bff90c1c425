const destination = 'src/destinations/inmoment'

/** See docs/mutation-testing.md. */
export default {
  mutate: [
    `${destination}/conversions/*.ts`,
    `${destination}/respondent.ts`,
    `${destination}/remembered-user.ts`,
    `${destination}/settings.ts`,
    `${destination}/deliver.ts`,
    `${destination}/current-respondent.ts`,
    `${destination}/made-events.ts`,
    `${destination}/event-queue.ts`,
    `${destination}/wootric/{beacon,load,script}.ts`
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
