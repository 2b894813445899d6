import tseslint from 'typescript-eslint';

/** What is linted with types, and by which settings: those that `npm run types` checks it by. */
const TYPED = [
  'plugins/analysis/{server,shared,host,admin,embed,client}/**/*.{ts,tsx}',
  'src/**/*.{ts,tsx}',
  'config/**/*.ts',
];
const PROJECTS = [
  'tsconfig.json',
  'plugins/analysis/{server,host,admin,embed,client}/tsconfig.json',
];

/** Formatting is Prettier's; what is left here are habits that a formatter cannot see. */
export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/build/',
      '.tmp/',
      '.strapi/',
      '.cache/',
      'types/generated/',
      '**/client/src/generated/',
    ],
  },
  ...tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 320, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-implicit-coercion': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: TYPED,
    ignores: ['src/admin/**'],
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: {
      parserOptions: { project: PROJECTS, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'error',
      // `async` without `await` makes a rejection of what is thrown, where a promise is promised.
      '@typescript-eslint/require-await': 'off',
      // Methods of objects that closures make and of APIs' types: neither has a `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // knex knows no columns: a store declares the rows that it selects (`platform/database/tables.ts`).
    // Its builders can be awaited, which makes promises of the callbacks that group conditions.
    files: ['**/*store.ts', '**/platform/{database,jobs}/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false } },
      ],
    },
  },
  {
    // `graphql` is the GraphQL plugin's and may be missing: its enums are types here, not values.
    files: ['plugins/analysis/server/src/platform/graphql/limits/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-enum-comparison': 'off' },
  },
  {
    // Tests look at what came in as JSON, and expect of it what a type would only claim.
    files: ['**/*.test.ts'],
    rules: Object.fromEntries(
      ['argument', 'assignment', 'call', 'member-access', 'return'].map((kind) => [
        `@typescript-eslint/no-unsafe-${kind}`,
        'off',
      ])
    ),
  },
  {
    // A room is given what it uses; a look-up by name would hide it from the rules of imports.
    files: ['plugins/analysis/server/src/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'strapi', message: 'Take it as an argument.' }],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name=/^(plugin|service|controller)$/] > Literal[value=/^(plugin::)?analysis/]',
          message: 'Rooms are given each other in registry.ts.',
        },
      ],
    },
  },
  {
    // Whatever else the package holds may change with any version.
    files: ['src/**/*.{ts,tsx}', 'config/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['strapi-plugin-analysis/dist/*', 'strapi-plugin-analysis/dist/**'],
              message: 'Use what the package exports, such as strapi-plugin-analysis/server.',
            },
          ],
        },
      ],
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    // jest's require of Strapi goes past its transform on purpose.
    files: ['tests/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  }
);
