import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'coverage', '.mutants', 'web/src/generated'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-extraneous-class': 'off', // ports are abstract classes, Nest modules are empty ones
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-console': 'error',
      'max-depth': ['error', 4],
    },
  },
  {
    // `as` is for the edges, where a driver or a parser hands over what it calls any.
    files: [
      ...['src/domain/**/*.ts', 'src/pipeline/**/*.ts', 'src/api/**/*.ts', 'src/worker/**/*.ts'],
      'web/src/**/*.{ts,tsx}',
    ],
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }] },
  },
  { files: ['web/src/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    files: ['demo/**/*.ts', 'bench/**/*.ts', 'conformance/**/*.ts', 'src/eingang.ts', '**/*.js'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
    rules: { 'no-console': 'off' },
  },
);
