import { describe, expect, it } from 'vitest';
import { compileGlobs } from './project-globs.js';

const matches = (pattern: string, path: string): boolean => compileGlobs([pattern]).matches(path);
const problem = (...patterns: string[]): string | undefined =>
  [...compileGlobs(patterns).problems.values()][0]?.en;

describe('compileGlobs', () => {
  it.each([
    ['*.txt', ['a.txt', '.txt', '文.txt'], ['a/b.txt', 'a.txtx', 'xa.tx']],
    ['**/*.txt', ['a.txt', 'a/b.txt', 'a/.b/c.txt'], ['a.txt/b', 'a.text']],
    ['drafts/**', ['drafts/a', 'drafts/a/b.txt'], ['draft/a', 'x/drafts/a', 'drafts']],
    ['*/**', ['a/b', 'a/b/c'], ['a']],
    ['**', ['a', 'a/b'], []],
    ['a/**/z.txt', ['a/z.txt', 'a/b/z.txt', 'a/b/c/z.txt'], ['z.txt', 'a/bz.txt', 'a/z.txt/b']],
    ['**/b/**/d/*', ['b/d/x', 'a/b/c/d/x', 'b/d/d/x', 'b/b/d/c/d/x'], ['b/x', 'd/x', 'b/d/c/x']],
    ['news-?.txt', ['news-1.txt', 'news-𠀀.txt'], ['news-.txt', 'news-12.txt']],
    ['*a*b*.txt', ['ab.txt', 'xaxbx.txt', 'abab.txt', 'a.b.txt'], ['ba.txt', 'ab.tx']],
    ['{a,b/c}.txt', ['a.txt', 'b/c.txt'], ['b.txt', 'c.txt', '{a,b/c}.txt']],
    ['{a{1,2},b}.txt', ['a1.txt', 'a2.txt', 'b.txt'], ['a.txt', 'a3.txt']],
    ['{a,b}{1,2}', ['a1', 'b2'], ['ab', '12', 'a']],
    ['{a}.txt', ['{a}.txt'], ['a.txt']],
    ['{a,b', ['{a,b'], ['a', 'b']],
    ['20[12][0-9].txt', ['2019.txt', '2020.txt'], ['2030.txt', '20a0.txt']],
    ['[!a-c].txt', ['d.txt', '文.txt'], ['a.txt', 'dd.txt']],
    ['[]a].txt', ['].txt', 'a.txt'], ['[]a].txt']],
    ['[{,}].txt', ['{.txt', ',.txt'], ['a.txt']],
    ['[*].txt', ['*.txt'], ['a.txt']],
    ['[a.txt', ['[a.txt'], ['a.txt']],
    ['要闻(2020)/*.txt', ['要闻(2020)/a.txt'], ['要闻2020/a.txt']],
    ['a+.txt', ['a+.txt'], ['aa.txt']],
    ['A.txt', ['A.txt'], ['a.txt']],
  ])('%s', (pattern, taken, left) => {
    expect(problem(pattern)).toBeUndefined();
    for (const path of taken) expect(matches(pattern, path), path).toBe(true);
    for (const path of left) expect(matches(pattern, path), path).toBe(false);
  });

  it('takes what one of several patterns takes, and nothing without patterns', () => {
    const { matches: any } = compileGlobs(['a', 'b']);
    expect([any('a'), any('b'), any('c')]).toEqual([true, true, false]);
    expect(compileGlobs([]).matches('a')).toBe(false);
  });

  it('bounds what a list may hold, written out', () => {
    expect(problem('*'.repeat(20_000))).toMatch(/characters together/);
    expect(problem('{a,b}'.repeat(2000))).toMatch(/characters together/);
    expect(problem('{,}'.repeat(40))).toMatch(/characters together/);
    expect(problem('{'.repeat(16_000))).toBeUndefined();
    const many = compileGlobs(Array.from({ length: 20_000 }, (_, i) => `f${i}`));
    expect(many.matches('f1')).toBe(true);
    expect(many.problems.has(19_999)).toBe(true);
  });

  it.each([
    ['*a'.repeat(2000) + 'b', 'a'.repeat(4000)],
    ['**/a/'.repeat(1000) + 'b', 'a/'.repeat(1000) + 'a'],
    ['{a,aa,*a}'.repeat(5) + '*'.repeat(50) + 'z', 'a'.repeat(4000)],
    ['+(*)x', 'a'.repeat(28)],
    ['(a|*a)+z', 'a'.repeat(28)],
  ])('takes no time over %.20s', { timeout: 2000 }, (pattern, path) => {
    expect(matches(pattern, path)).toBe(false);
  });
});
