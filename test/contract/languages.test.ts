import { describe, expect, it } from 'vitest';
import { filesBelow, inRoot, read, readJson } from './support/paths.js';

type Texts = Readonly<Record<string, string>>;
const CHINESE = /[\u4e00-\u9fff]/;

describe('package.nls', () => {
  const english = readJson('package.nls.json') as Texts;
  const chinese = readJson('package.nls.zh-cn.json') as Texts;
  it('has the same keys in both languages', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  });
  it('has every key of package.json, and no other', () => {
    const used = new Set([...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? ''));
    expect(used.size).toBeGreaterThan(10);
    expect([...used].sort()).toEqual(Object.keys(english).sort());
  });
  it('is translated', () => {
    for (const [key, text] of Object.entries(chinese))
      if (english[key] === text) expect(text, key).not.toMatch(/\s/);
    for (const [key, text] of Object.entries(english)) expect(text.trim(), key).not.toBe('');
  });
});

describe('client/l10n', () => {
  const bundle = (name: string): Texts =>
    Object.fromEntries(
      Object.entries(readJson('client/l10n', name) as Record<string, string | { message: string }>).map(
        ([key, value]) => [key, typeof value === 'string' ? value : value.message],
      ),
    );
  const english = bundle('bundle.l10n.json');
  const chinese = bundle('bundle.l10n.zh-cn.json');
  const args = (text: string): string[] => (text.match(/\{\d+\}|\{\w+\}/g) ?? []).sort();

  it('has the same keys in both languages', () => {
    expect(Object.keys(english).length).toBeGreaterThan(0);
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  });
  it('is translated, with the same arguments', () => {
    for (const [key, text] of Object.entries(chinese)) {
      if (/[A-Za-z]{2}/.test(key.replace(/\{\w+\}/g, ''))) expect(text, key).toMatch(CHINESE);
      expect(args(text), key).toEqual(args(english[key] ?? ''));
    }
  });
  it('has every text that the client asks for', () => {
    const code = filesBelow(inRoot('client/src'))
      .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
      .map((name) => read('client/src', name))
      .join('\n');
    const asked = [...code.matchAll(/l10n\.t\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g)].map(([, , text]) =>
      (text ?? '').replace(/\\(.)/g, '$1'),
    );
    for (const text of asked) expect(Object.keys(english)).toContain(text);
  });
});
