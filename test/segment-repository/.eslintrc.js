module.exports = {
  root: true,
  parser: '@typescript-eslint/parser',
  parserOptions: {
    ecmaVersion: 2019,
    tsconfigRootDir: __dirname,
    project: ['./packages/*/tsconfig.json'],
    warnOnUnsupportedTypeScriptVersion: false
  },
  env: { node: true },
  ignorePatterns: ['node_modules', 'dist'],
  plugins: ['@typescript-eslint', 'lodash'],
  extends: [
    'eslint:recommended',
    'plugin:@typescript-eslint/recommended',
    'plugin:@typescript-eslint/recommended-requiring-type-checking',
    'prettier/@typescript-eslint',
    'prettier'
  ],
  rules: {
    'lodash/import-scope': ['error', 'method'],
    'no-unused-vars': 'off',
    '@typescript-eslint/no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
    ],
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/ban-ts-comment': [
      'error',
      {
        'ts-check': false,
        'ts-nocheck': true,
        'ts-expect-error': 'allow-with-description',
        'ts-ignore': 'allow-with-description'
      }
    ],
    ...Object.fromEntries(
      [
        'ban-types',
        'explicit-module-boundary-types',
        'no-empty-interface',
        'no-unsafe-assignment',
        'no-unsafe-member-access',
        'no-unsafe-return',
        'require-await',
        'restrict-plus-operands',
        'restrict-template-expressions',
        'unbound-method'
      ].map((rule) => [`@typescript-eslint/${rule}`, 'off'])
    ),
    ...Object.fromEntries(
      ['no-misused-promises', 'no-unnecessary-type-assertion', 'no-unsafe-argument', 'no-unsafe-call'].map((rule) => [
        `@typescript-eslint/${rule}`,
        'warn'
      ])
    )
  },
  overrides: [
    {
      files: ['*.test.ts', '**/__tests__/**/*.ts', '**/test/**/*.ts'],
      env: { jest: true },
      plugins: ['jest'],
      rules: Object.fromEntries(
        ['ban-ts-comment', 'no-empty-function', 'no-explicit-any', 'no-unsafe-call'].map((rule) => [
          `@typescript-eslint/${rule}`,
          'off'
        ])
      )
    }
  ]
}
