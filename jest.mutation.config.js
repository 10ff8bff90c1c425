import jestConfig from './jest.config.js'

const jsdom = jestConfig.projects.find(({ displayName }) => displayName === 'jsdom')

/** What mutants are tried with: the tests of the conversions and of the beacon's boundary, which need no analytics.js. */
export default {
  ...jsdom,
  testMatch: ['<rootDir>/src/destinations/inmoment/**/__tests__/*.test.ts'],
  testTimeout: jestConfig.testTimeout,
  setupFiles: ['<rootDir>/src/__tests__/support/fixed-seed.ts'],
  // No mutant is killed by its types alone: these are for `npm run check`.
  transform: { '^.+\\.tsx?$': ['ts-jest', { tsconfig: 'tsconfig.jest.json', diagnostics: false }] }
}
