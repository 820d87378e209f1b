import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OFFERED_TARGETS } from '../../server/src/core/script/convert-targets.js';

const client = join(import.meta.dirname, '..');
const root = join(client, '..');
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const table = (path: string): Record<string, string> => json(path) as Record<string, string>;

/** The texts that the source asks for: `t('…')` and `l10n.t("…")`, and the titles it shares with the server. */
function used(): Set<string> {
  const texts = new Set(OFFERED_TARGETS.map(({ title }) => title.en));
  for (const name of readdirSync(join(client, 'src'), { recursive: true }) as string[]) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    const source = readFileSync(join(client, 'src', name), 'utf8');
    for (const [, single, double] of source.matchAll(/\bt\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g))
      texts.add((single ?? double ?? '').replace(/\\(.)/g, '$1'));
  }
  return texts;
}

const placeholders = (text: string): string[] => (text.match(/\{\d+\}/g) ?? []).sort();

describe('the texts of the interface', () => {
  const english = table(join(client, 'l10n/bundle.l10n.json'));
  const chinese = table(join(client, 'l10n/bundle.l10n.zh-cn.json'));

  it('are all in both bundles, and nothing else is', () => {
    expect(Object.keys(english).sort()).toEqual([...used()].sort());
    expect(Object.keys(chinese).sort()).toEqual([...used()].sort());
  });

  it('keep their placeholders in Chinese', () => {
    for (const [key, text] of Object.entries(chinese))
      expect(placeholders(text), key).toEqual(placeholders(key));
  });

  it('name the conversions as the server does', () => {
    for (const { command, title } of OFFERED_TARGETS) {
      expect(chinese[title.en]).toBe(title['zh-cn']);
      const key = `command.${command}`;
      expect(table(join(root, 'package.nls.json'))[key]).toBe(title.en);
      expect(table(join(root, 'package.nls.zh-cn.json'))[key]).toBe(title['zh-cn']);
    }
  });

  it('are translated', () => {
    for (const [key, text] of Object.entries(chinese))
      if (/[A-Za-z]{2}/.test(key.replace(/\{\d+\}/g, ''))) expect(text, key).toMatch(/\p{Script=Han}/u);
    const english = table(join(root, 'package.nls.json'));
    for (const [key, text] of Object.entries(table(join(root, 'package.nls.zh-cn.json')))) {
      expect(english[key]?.trim(), key).not.toBe('');
      // A name may be the same in both.
      if (english[key] === text) expect(text, key).not.toMatch(/\s/);
    }
  });

  it('of the manifest are all in both tables, and nothing else is', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const wanted = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key).sort();
    expect(Object.keys(table(join(root, 'package.nls.json'))).sort()).toEqual([...new Set(wanted)]);
    expect(Object.keys(table(join(root, 'package.nls.zh-cn.json'))).sort()).toEqual([...new Set(wanted)]);
  });
});
