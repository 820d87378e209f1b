import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { filesBelow, read, readJson, ROOT } from './support/paths.js';

interface Bundle {
  readonly file: string;
  readonly shipped: boolean;
  readonly externals: readonly string[];
}

/** What each bundle may load; the transport of LSP brings `net`, `crypto` and `child_process`. Never the network. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'client.js': [
    'child_process',
    'crypto',
    'fs',
    'fs/promises',
    'net',
    'os',
    'path',
    'readline',
    'url',
    'util',
    'vscode',
  ],
  // buffer, stream and string_decoder come with iconv-lite.
  'server.js': [
    'buffer',
    'child_process',
    'crypto',
    'fs',
    'fs/promises',
    'net',
    'os',
    'path',
    'stream',
    'string_decoder',
    'url',
    'util',
    'worker_threads',
  ],
  'segmenter.js': ['fs', 'module', 'path', 'nodejieba', './nodejieba'],
  // child_process runs git for `verify --base`.
  'cli.js': [
    'buffer',
    'child_process',
    'crypto',
    'fs',
    'fs/promises',
    'module',
    'os',
    'path',
    'process',
    'stream',
    'string_decoder',
    'url',
    'util',
  ],
  'core.browser.js': [],
};
const NETWORK = /^(?:node:)?(?:https?|http2|dgram|dns|tls|inspector)(?:\/|$)/;

describe('bundles', () => {
  const bundles = readJson('dist/bundles.json') as readonly Bundle[];
  it('are those that are known here', () => {
    expect(bundles.map(({ file }) => file).sort()).toEqual(Object.keys(ALLOWED).sort());
    expect(bundles.filter(({ shipped }) => !shipped).map(({ file }) => file)).toEqual(['core.browser.js']);
  });
  it.each(bundles.map((bundle) => [bundle.file, bundle] as const))(
    '%s loads nothing but what it may',
    (file, { externals }) => {
      for (const external of externals) {
        expect(external).not.toMatch(NETWORK);
        expect(ALLOWED[file]).toContain(external.replace(/^node:/, ''));
      }
    },
  );
  it.each(bundles.map(({ file }) => file))('%s names no network module in its text', (file) => {
    expect(read('dist', file)).not.toMatch(
      /(?:require|import)\(\s*["'](?:node:)?(?:https?|http2|dgram|dns|tls)["']/,
    );
  });
  it('carry the schemas that the manifest names, and a page for every rule page', () => {
    const { contributes } = readJson('package.json') as {
      readonly contributes: { readonly jsonValidation: readonly { readonly url: string }[] };
    };
    const named = contributes.jsonValidation.map(({ url }) => url.replace('./dist/', '')).sort();
    expect(filesBelow(`${ROOT}/dist`).filter((name) => /^[^/]*\.schema\.json$/.test(name))).toEqual(named);
    for (const name of named) expect(readJson('dist', name)).toEqual(readJson('server/data', name));
    const pages = filesBelow(`${ROOT}/server/src/core/rules`).filter((name) => name.endsWith('/rule.md'));
    for (const page of pages)
      expect(read('dist/rules', page.replace('/rule.md', '.md'))).toBe(read('server/src/core/rules', page));
  });
});

describe('the project', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((name) => name !== '' && !/package-lock\.json$|\.(?:png|vsix|node|gz|zip)$/.test(name));
  /** Written in two parts each, so that this file does not name what it looks for. */
  const MACHINE = new RegExp(
    ['/ho' + 'me/', '/Us' + 'ers/', '/ro' + 'ot/', '/wo' + 'rk/', '[A-Z]:\\\\\\\\?Us' + 'ers']
      .map((place) => `(?<![\\w.*/-])${place}\\w`)
      .join('|'),
  );
  it('names no absolute path of a machine', () => {
    expect(files.length).toBeGreaterThan(50);
    const named = files.filter((name) => {
      try {
        return MACHINE.test(read(name));
      } catch {
        // Deleted but not yet committed.
        return false;
      }
    });
    expect(named).toEqual([]);
  });
});
