import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/*
 * The layers of the product, as lint rules. A flat config replaces a rule's options instead of merging them,
 * so each layer lists everything that it must not import; `forbid` puts the list together.
 */
const node = { regex: '^node:', message: 'This layer is pure: take a port instead of a Node module.' };
const vscode = { regex: '^vscode$', message: 'Only the client knows VS Code.' };
const lsp = {
  regex: '^vscode-(languageserver|languageclient|jsonrpc)',
  message: 'Only server/src/lsp (and the client) speaks the protocol: inside, a position is a UTF-16 offset.',
};
const opencc = {
  regex: '^opencc-js',
  message: 'Only core/script/opencc/compile, at build time, knows opencc-js.',
};
const nodejieba = {
  regex: '(^|/)nodejieba(/|$)',
  message: 'Only platform/node/segmenter-child.ts loads nodejieba: a bad dictionary aborts the process.',
};
const outward = {
  regex: '/(lsp|platform|cli|client)/',
  message: 'The core and the corpus know none of the layers around them.',
};
const forbid = (...patterns) => ['error', { patterns }];

/** `no-restricted-imports` does not see `import()` and `require()`: these do. */
const dynamic = (source, message) => [
  { selector: `ImportExpression[source.value=/${source}/]`, message },
  { selector: `CallExpression[callee.name='require'] > Literal[value=/${source}/]`, message },
];
const dynamicNodejieba = dynamic('nodejieba', nodejieba.message);
const enums = { selector: 'TSEnumDeclaration', message: 'String unions, not enums.' };

const SCRIPT_GLOBALS = [
  ...[
    'AbortSignal',
    'Buffer',
    'TextDecoder',
    'TextEncoder',
    'URL',
    'URLSearchParams',
    'clearTimeout',
    'console',
  ],
  ...['fetch', 'performance', 'process', 'setTimeout', 'structuredClone'],
];

export default defineConfig(
  globalIgnores(['dist/', 'node_modules/', '.vscode-test/', 'test/fixtures/']),
  {
    files: ['**/*.ts', '**/*.mts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Offsets, counts and sizes stand in messages all the time.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // noUncheckedIndexedAccess makes `!` after a proven bound the honest spelling in scanners.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Code points of a string are what `[...text]` is for here.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-restricted-syntax': ['error', enums, ...dynamicNodejieba],
      'no-restricted-imports': forbid(node, vscode, lsp, opencc, nodejieba),
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['server/src/core/**/*.ts', 'server/src/corpus/**/*.ts'],
    rules: { 'no-restricted-imports': forbid(node, vscode, lsp, opencc, nodejieba, outward) },
  },
  {
    files: ['server/src/core/script/opencc/compile/*.ts'],
    rules: { 'no-restricted-imports': forbid(node, vscode, lsp, nodejieba, outward) },
  },
  {
    files: ['server/src/lsp/**/*.ts'],
    rules: { 'no-restricted-imports': forbid(vscode, opencc, nodejieba) },
  },
  {
    files: ['server/src/platform/**/*.ts', 'server/src/cli/**/*.ts'],
    rules: { 'no-restricted-imports': forbid(vscode, lsp, opencc, nodejieba) },
  },
  {
    files: ['server/src/platform/node/segmenter-child.ts'],
    rules: {
      'no-restricted-syntax': ['error', enums],
      'no-restricted-imports': forbid(vscode, lsp, opencc),
    },
  },
  {
    files: ['client/src/**/*.ts'],
    rules: { 'no-restricted-imports': forbid(opencc, nodejieba) },
  },
  {
    // Tests look from outside: files, processes and the protocol are their tools.
    files: ['**/*.test.ts', '**/testing/**/*.ts', 'test/**/*.ts', 'test/**/*.mts'],
    rules: {
      'no-restricted-imports': 'off',
      'no-restricted-syntax': ['error', enums],
      'no-console': 'off',
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: ['test', 'suite'] }],
    },
  },
  {
    // The build's own scripts are plain JavaScript, without types to tell a name that is nowhere defined.
    files: ['**/*.mjs'],
    languageOptions: { globals: Object.fromEntries(SCRIPT_GLOBALS.map((name) => [name, 'readonly'])) },
    rules: {
      'no-undef': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['server/src/cli/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);
