// A zone with summer time: in UTC a test could not tell local time from universal time.
process.env.TZ = 'America/New_York'

const transform = { '^.+\\.tsx?$': ['ts-jest', { tsconfig: 'tsconfig.jest.json' }] }
const testPathIgnorePatterns = ['/node_modules/', '/dist/']

/** Four kinds of tests by their file names; `jest --selectProjects jsdom` runs one of them. */
export default {
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/fault-matrix/fault-table.js'],
  projects: [
    {
      displayName: 'jsdom',
      testMatch: ['**/__tests__/**/*.test.ts'],
      testPathIgnorePatterns: [...testPathIgnorePatterns, '\\.(browser|node)\\.test\\.ts$'],
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { resources: 'usable', runScripts: 'dangerously' },
      transform
    },
    {
      displayName: 'node',
      testMatch: ['**/__tests__/**/*.node.test.ts'],
      testPathIgnorePatterns,
      testEnvironment: 'node',
      transform
    },
    {
      displayName: 'browser',
      testMatch: ['**/__tests__/**/*.browser.test.ts'],
      testPathIgnorePatterns,
      testEnvironment: 'node',
      globalSetup: '<rootDir>/demo/__tests__/support/browser-setup.ts',
      globalTeardown: '<rootDir>/demo/__tests__/support/browser-teardown.ts',
      transform
    },
    {
      displayName: 'faults',
      testMatch: ['**/fault-matrix/*.faults.ts'],
      testPathIgnorePatterns,
      testEnvironment: 'node',
      globalSetup: '<rootDir>/fault-matrix/support/set-up.ts',
      transform
    }
  ]
}
