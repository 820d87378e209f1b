/*
 * What is bundled, and how. .scripts/build.mjs runs it; nothing else stands here,
 * so that the shape of the product can be read on one page.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conversionTables } from './.scripts/lib/conversion-tables.mjs';

const root = import.meta.dirname;

/** esbuild keeps an entry's own `#!` line; only an entry without one gets it from here. */
const hashbang = (entry) =>
  readFileSync(join(root, entry), 'utf8').startsWith('#!') ? {} : { banner: { js: '#!/usr/bin/env node' } };

/** A bundle for a Node of VS Code or of the machine; the lowest one that is promised is Node 20. */
const forNode = { platform: 'node', format: 'cjs', target: 'node20' };

/**
 * One entry per output of `dist/`. `shipped` bundles go into the VSIX;
 * the others only prove something and are built all the same.
 */
export const bundles = () => [
  { name: 'client.js', shipped: true, entry: 'client/src/extension.ts', ...forNode, external: ['vscode'] },
  { name: 'server.js', shipped: true, entry: 'server/src/platform/node/main.ts', ...forNode },
  {
    name: 'segmenter.js',
    shipped: true,
    entry: 'server/src/platform/node/segmenter-child.ts',
    ...forNode,
    // A compiled module with its dictionaries beside it: loaded from dist/nodejieba or from node_modules.
    external: ['nodejieba', './nodejieba', './nodejieba/*'],
  },
  {
    name: 'cli.js',
    shipped: true,
    executable: true,
    entry: 'server/src/cli/main.ts',
    ...forNode,
    ...hashbang('server/src/cli/main.ts'),
  },
  {
    // Fails as soon as the core imports a Node module: the browser build stays possible.
    name: 'core.browser.js',
    shipped: false,
    entry: 'server/src/core/service.ts',
    platform: 'browser',
    format: 'esm',
    target: 'es2023',
  },
];

/** The esbuild options of one entry of `bundles()`. */
export const options = (
  { name, entry, shipped: _, executable: __, ...rest },
  { production = false } = {},
) => ({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile: `dist/${name}`,
  bundle: true,
  metafile: true,
  // vscode-languageserver's `browser`/`main` fields name UMD files whose inner `require` esbuild cannot follow.
  mainFields: rest.platform === 'browser' ? ['browser', 'module', 'main'] : ['module', 'main'],
  minify: production,
  sourcemap: production ? false : 'linked',
  // Han text as it is, not as \u escapes: a third of the size, and readable.
  charset: 'utf8',
  legalComments: 'none',
  plugins: [conversionTables],
  // The tables of the script conversion: files beside the bundles that read them.
  assetNames: 'conversion/[name]',
  logLevel: 'silent',
  ...rest,
});
