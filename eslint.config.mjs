import tseslint from 'typescript-eslint';

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
