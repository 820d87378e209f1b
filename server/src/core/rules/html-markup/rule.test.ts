import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createConverter } from '../../script/converter.js';
import { runs } from '../../testing/arbitraries.js';
import { testRulePage } from '../../testing/rule-tester.js';
import { findings, service, settings } from '../../testing/service.js';
import { createVerifier } from '../../verify/verify.js';
import { findMarkup } from './markup.js';
import { htmlMarkup } from './rule.js';

testRulePage(htmlMarkup, import.meta.url);

const ID = 'html-markup';
const rules = new Set([ID]);
const fixed = (text: string): string => service.fix(text, settings(), { include: 'review', rules }).text;
const found = (text: string): string[] =>
  findMarkup({ text }).map(({ start, end }) => text.slice(start, end));

it.each([
  ['&hellip;&mdash;&middot;&times;', '……'.slice(1) + '—·×'],
  ['甲&#8220;乙&#X201d;', '甲“乙”'],
  ['甲&#147;乙&#148;', '甲“乙”'],
  ['甲&amp;amp;lt;乙', '甲<乙'],
  ['甲&nbsp；乙&NBSP;丙&nbsp丁', '甲 乙 丙 丁'],
  ['R&amp;D', 'R&D'],
  ['&alpha;&omega;&Sigma;&sigmaf;', 'αωΣς'],
  ['&#128077;&#12288;好', '👍　好'],
  ['甲&#10;乙', '甲\n乙'],
])('%s reads %s', (text, expected) => {
  expect(fixed(text)).toBe(expected);
});

it.each([
  ['a line end where there is none', '甲</p><p>乙<br>\n丙<li>丁</li>', '甲\n乙\n丙\n丁'],
  ['the line ends of the file', '甲\r\n乙<br/>丙\r\n<br>\r\n丁', '甲\r\n乙\r\n丙\r\n丁'],
  ['no line of nothing else', '甲\n<p>\n&nbsp; </div>\n乙\n</div>', '甲\n乙\n'],
  ['a byte order mark', '\ufeff<html>\n甲', '\ufeff甲'],
  ['cells apart', '<tr><td>甲</td><td>乙</td></tr>', '甲\n乙'],
  ['an indent that was there', '<p>　　甲</p>\n  <p>　　乙</p>', '　　甲\n　　乙'],
  ['a comment over lines', '甲<!--\n乙 -->丙', '甲丙'],
  ['a comment that does not end', '甲<!-- 乙\n<b>丙</b>', '甲<!-- 乙\n丙'],
  ['a script that does not end', '甲<script>乙\n丙', '甲乙\n丙'],
  ['a tag over lines', '甲<a\n href="x">乙</a>', '甲乙'],
  ['tags that come to light', '甲&lt;<b></b>p>乙', '甲\n乙'],
])('the fix leaves %s', (_, text, expected) => {
  expect(fixed(text)).toBe(expected);
});

it.each([
  'A<B>C',
  'a<b',
  '<两个维护>',
  '<附件>',
  '<b 会议>',
  '&unknown;',
  '&#0;',
  '&#xd800;',
  'Q&A；',
  '<p',
  '&;',
])('%s is no markup', (text) => {
  expect(found(text)).toEqual([]);
});

it('takes time linear in the length, whatever does not end', () => {
  for (const piece of ['<!--', '<script>', '<a href="', '&lt;p ', '&amp;', '< ']) {
    const start = Date.now();
    findMarkup({ text: piece.repeat(40_000) });
    expect(Date.now() - start).toBeLessThan(2000);
  }
});

describe('other rules that mend without being asked', () => {
  const HEAD = '清溪市召开防汛工作会议\n2021-06-13 09:20 来源：清溪日报\n';
  const exact = (text: string): string => service.fix(text, settings(), { include: 'exact' }).text;

  it.each([
    ['entities', '部署工作。&nbsp;会议&#8226;指出&#x2022;要落实&ldquo;防汛责任&rdquo;，确保安全。'],
    ['tags', '会议<a title="会,会;;会" href="javascript:f(会,会)">强调</a>，要压实责任，确保安全。'],
    ['what tags hold', '会议<b title="会\u200b议  ">强调</b>，要压实责任，确保安全。'],
    ['lines of a script', '会议强调，要压实责任，确保安全。\n<script>\n  会议,会议;\n</script>'],
    ['spaces in front of a tag', '会议强调，要压实责任，确保安全。\n  <p>会后，检查组出发了。</p>'],
  ])('leave %s alone', (_, line) => {
    const text = `${HEAD}${line}\n`;
    expect(exact(text)).toBe(text);
  });

  it('still mend what stands beside them', () => {
    expect(exact(`${HEAD}部署工作。&nbsp;会议强调,要落实&ldquo;防汛责任&rdquo;,确保安全。\n`)).toBe(
      `${HEAD}部署工作。&nbsp;会议强调，要落实&ldquo;防汛责任&rdquo;，确保安全。\n`,
    );
  });

  it('see no doubled marks behind an entity', () => {
    const text = `${HEAD}要落实&ldquo;防汛责任&rdquo;,确保安全。&nbsp;;会议&nbsp;，要求落实。\n`;
    expect(findings(text, 'doubled-punctuation')).toEqual([]);
  });
});

describe('whatever stands side by side', () => {
  const verify = createVerifier({
    parse: (text, own) => service.parse(text, own),
    rules: service.rules,
    converter: createConverter(),
    transcoder: undefined,
  });
  const pieces =
    '会议 强调 ， , ; ( ) 甲 A < > & &nbsp; &nbsp; &emsp; &#12288; &lt; &gt; &amp; &ldquo; <p> </p> <b> </b> <br/>';
  const piece = fc.constantFrom(
    ...pieces.split(' '),
    ' ',
    '  ',
    '\n',
    '\n',
    '\u3000',
    '<!-- 甲 -->',
    '<p\nid="a">',
  );
  const texts = fc.array(piece, { maxLength: 30 }).map((all) => `清溪市召开会议\n${all.join('')}\n`);

  it('is gone after the fix, which a second run leaves alone and `verify` accepts', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const result = fixed(text);
        expect(found(result)).toEqual([]);
        expect(verify(text, result, settings()).kind).not.toBe('undeclared');
      }),
      { numRuns: runs(150) },
    );
  });

  it('comes out the same whether exact fixes run first or together with it', () => {
    const fix = (text: string, include: 'exact' | 'review'): string =>
      service.fix(text, settings(), { include }).text;
    fc.assert(
      fc.property(texts, (text) => {
        const result = fix(text, 'review');
        expect(fix(fix(text, 'exact'), 'review')).toBe(result);
        expect(fix(result, 'review')).toBe(result);
      }),
      { numRuns: runs(150) },
    );
  });

  it.each([
    ['another character than the entity stands for', '甲&ldquo;乙', '甲”乙'],
    ['a word that went with a tag', '甲<b>乙</b>丙', '甲丙'],
    ['an angle bracket of the text', '甲<乙>丙', '甲乙丙'],
    ['a space that was lost', '甲&nbsp;乙', '甲乙'],
  ])('`verify` does not accept %s', (_, line, changed) => {
    const around = (text: string): string => `清溪市召开会议\n会议${text}强调。\n`;
    expect(verify(around(line), around(changed), settings()).kind).toBe('undeclared');
  });
});
