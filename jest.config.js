// A zone with summer time: in UTC a test could not tell local time from universal time.
process.env.TZ = 'America/New_York'

const transform = { '^.+\\.tsx?$': ['ts-jest', { tsconfig: 'tsconfig.jest.json' }] }
const testPathIgnorePatterns = ['/node_modules/', '/dist/', '<rootDir>/.stryker-tmp/']

/** Four kinds of tests by their file names; `jest --selectProjects jsdom` runs one of them. */
export default {
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/test/faults/fault-table.js'],
  projects: [
    {
      displayName: 'jsdom',
      testMatch: ['**/__tests__/*.test.ts'],
      testPathIgnorePatterns: [...testPathIgnorePatterns, '\\.(browser|node)\\.test\\.ts$'],
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { resources: 'usable', runScripts: 'dangerously' },
      transform
    },
    {
      displayName: 'node',
      testMatch: ['**/*.node.test.ts'],
      testPathIgnorePatterns,
      testEnvironment: 'node',
      transform
    },
    {
      displayName: 'browser',
      testMatch: ['**/test/browser/*.browser.test.ts'],
      testPathIgnorePatterns,
      testEnvironment: 'node',
      globalSetup: '<rootDir>/test/support/browser-setup.ts',
      globalTeardown: '<rootDir>/test/support/browser-teardown.ts',
      transform
    },
    {
      displayName: 'faults',
      testMatch: ['**/test/faults/*.faults.ts'],
      testPathIgnorePatterns,
      testEnvironment: 'node',
      globalSetup: '<rootDir>/test/faults/support/set-up.ts',
      transform
    }
  ]
}
