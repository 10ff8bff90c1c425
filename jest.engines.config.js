import jestConfig from './jest.config.js'

/** See docs/reliability.md. */
export default {
  testEnvironment: 'node',
  testMatch: ['**/test/engines/*.engines.ts'],
  testTimeout: jestConfig.testTimeout,
  maxWorkers: jestConfig.maxWorkers,
  globalSetup: '<rootDir>/test/engines/support/set-up.ts',
  globalTeardown: '<rootDir>/test/engines/support/tear-down.ts',
  reporters: ['default', '<rootDir>/test/engines/engine-table.js'],
  transform: { '^.+\\.tsx?$': ['ts-jest', { tsconfig: 'tsconfig.jest.json' }] }
}
