import jestConfig from './jest.config.js'

const jsdom = jestConfig.projects.find(({ displayName }) => displayName === 'jsdom')

/** Mutants are tested with the unit tests (`npm run test:unit`), which need no analytics.js and no browser. */
export default {
  ...jsdom,
  testMatch: ['<rootDir>/src/destinations/inmoment/**/__tests__/*.test.ts'],
  testTimeout: jestConfig.testTimeout,
  setupFiles: ['<rootDir>/test/support/fixed-seed.ts'],
  // No mutant is killed by its types alone: `npm run check` checks types.
  transform: { '^.+\\.tsx?$': ['ts-jest', { tsconfig: 'tsconfig.jest.json', diagnostics: false }] }
}
