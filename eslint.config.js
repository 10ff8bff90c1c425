import eslint from '@eslint/js'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      'coverage/',
      'reports/',
      '.stryker-tmp/',
      '**/generated-types.ts',
      '**/*.config.js',
      'test/faults/fault-table.js',
      'test/engines/engine-table.js',
      'test/segment-repository/'
    ]
  },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/triple-slash-reference': ['error', { path: 'always' }]
    }
  },
  {
    files: ['src/destinations/inmoment/**/*.ts'],
    ignores: ['**/__tests__/**', '**/test-support/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        ...['wootric', 'wootricSettings', 'WootricSurvey'].map((property) => ({
          object: 'window',
          property,
          message: 'Only wootric/beacon.ts accesses the globals of the beacon.'
        }))
      ],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: ['@segment/actions-core', '@segment/destination-subscriptions'].map((name) => ({
            name,
            allowTypeImports: true,
            message: "A value import adds a second copy of it to this destination's bundle."
          }))
        }
      ]
    }
  },
  {
    files: ['src/destinations/inmoment/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportSpecifier[importKind="type"]',
          message: "Use a separate `import type`: Prettier 2.4.1 of Segment's repository cannot parse this."
        }
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['**/test/support/**', 'fast-check', 'nock'], message: "Segment's repository does not have it." }
          ]
        }
      ]
    }
  },
  {
    files: ['examples/**/*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { analytics: 'readonly', window: 'readonly', URL: 'readonly' } }
  },
  { files: ['src/destinations/inmoment/wootric/beacon.ts'], rules: { 'no-restricted-properties': 'off' } }
)
