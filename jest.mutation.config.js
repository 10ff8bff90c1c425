import jestConfig from './jest.config.js'

const jsdom = jestConfig.projects.find(({ displayName }) => displayName === 'jsdom')

/** Stryker runs the unit tests (`npm run test:unit`), which need no browser. */
export default {
  ...jsdom,
  testMatch: ['<rootDir>/src/destinations/inmoment/**/__tests__/*.test.ts', '<rootDir>/src/__tests__/random/*.test.ts'],
  testTimeout: jestConfig.testTimeout,
  setupFiles: ['<rootDir>/test/support/fixed-seed.ts'],
  // `npm run check` checks types. A mutant that only breaks types must survive.
  transform: { '^.+\\.tsx?$': ['ts-jest', { tsconfig: 'tsconfig.jest.json', diagnostics: false }] }
}
