// A time zone with daylight saving time. In UTC, a test could not distinguish local time from universal time.
process.env.TZ = 'America/New_York'

const transform = { '^.+\\.tsx?$': ['ts-jest', { tsconfig: 'tsconfig.jest.json' }] }
const testPathIgnorePatterns = [
  '/node_modules/',
  '/dist/',
  '<rootDir>/.stryker-tmp/',
  '<rootDir>/test/segment-repository/'
]

/** Four kinds of tests by file name. `jest --selectProjects jsdom` runs one of them. */
export default {
  testTimeout: 60_000,
  // By default, Jest leaves one core idle.
  maxWorkers: '100%',
  reporters: ['default', '<rootDir>/test/faults/fault-table.js'],
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
      testMatch: ['**/*.node.test.ts'],
      testPathIgnorePatterns,
      testEnvironment: 'node',
      transform
    },
    {
      displayName: 'react-native',
      testMatch: ['**/test/react-native/*.test.ts'],
      testPathIgnorePatterns,
      testEnvironment: 'node',
      moduleNameMapper: { '^uuid$': '<rootDir>/test/react-native/stand-ins/uuid.ts' },
      // npm links the stand-in for React Native, so its path is not in node_modules.
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
