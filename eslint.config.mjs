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
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    // jest's require of Strapi goes past its transform on purpose.
    files: ['tests/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  }
);
