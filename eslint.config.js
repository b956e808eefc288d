import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import { frenchSpaces } from './scripts/french-spaces.mjs';

export default ts.config(
  { ignores: ['dist/', '.models/', '.cache/', 'node_modules/', 'test-results/'] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      'no-console': 'error',
      'no-irregular-whitespace': ['error', { skipTemplates: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    files: [
      'web/words/**',
      'web/{editor,review}/**',
      'web/dossier/shipped-templates.ts',
      'web/**/*.svelte',
      'terminology/{rules,spoken,summary,lexicon/import}/**',
    ],
    // Lists of words and of units, and what is read again by its form.
    ignores: [
      'web/editor/{blank,fields}.ts',
      'terminology/rules/quantities.ts',
      'terminology/summary/stance.ts',
      'terminology/lexicon/import/compile-import.ts',
    ],
    plugins: { plume: { rules: { 'french-spaces': frenchSpaces } } },
    rules: { 'plume/french-spaces': 'error' },
  },
  {
    files: ['tests/**', 'scripts/**', '**/build/**'],
    rules: {
      'no-console': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
