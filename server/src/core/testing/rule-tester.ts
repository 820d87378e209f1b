import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../rules/rule.js';
import type { Finding, FindingFix } from '../rules/run.js';
import { applyEdits, type TextEdit } from '../text/edit.js';
import { foldWidth, simplifyCharacters } from '../script/characters.js';
import { createConverter, type Glyphs } from '../script/converter.js';
import { mark } from './marked-text.js';
import { readRulePage, type BadExample, type GoodExample } from './rule-page.js';
import { findings, service, settings } from './service.js';

/**
 * Runs the page of a rule (`rule.md` beside `testFile`) as tests: the findings stand exactly where the examples
 * mark them, fixes give the text that the page promises, stay inside their declared edits, take their finding
 * away and change nothing the second time.
 */
export function testRulePage(rule: Rule, testFile: string): void {
  const page = readRulePage(readFileSync(new URL('./rule.md', testFile), 'utf8'));
  describe(`the page of ${rule.id}`, () => {
    it('has examples of both kinds', () => {
      expect(page.bad.length, 'bad examples').toBeGreaterThan(0);
      expect(page.good.length, 'good examples').toBeGreaterThan(0);
      if (rule.fix === 'exact' || rule.fix === 'review')
        expect(page.bad.filter(({ fixed }) => fixed !== undefined).length).toBeGreaterThan(0);
    });
    for (const example of page.bad)
      describe(`bad example, line ${String(example.line)}`, () => {
        testBad(rule, example);
      });
    for (const example of page.good)
      it(`good example, line ${String(example.line)}`, () => {
        testGood(rule, example);
      });
  });
}

function testGood(rule: Rule, { text, settings: parts }: GoodExample): void {
  expect(findings(text, rule.id, parts).map(({ message }) => message)).toEqual([]);
}

function testBad(rule: Rule, example: BadExample): void {
  const { text, settings: parts } = example;
  const found = findings(text, rule.id, parts);

  it('is found exactly where it is marked', () => {
    const places = found.flatMap((finding) => finding.places).sort((a, b) => a.start - b.start);
    expect(mark(text, places)).toBe(mark(text, example.spans));
  });

  it('has a whole message in both languages', () => {
    for (const language of ['en', 'zh-cn'] as const) {
      for (const finding of findings(text, rule.id, { ...parts, language })) {
        expect(finding.message).not.toMatch(/\{\w+\}/);
        expect(finding.fix?.label ?? '').not.toMatch(/\{\w+\}/);
        if (language === 'zh-cn') expect(finding.message).toMatch(/[\u4e00-\u9fff]/);
      }
    }
  });

  for (const [i, finding] of found.entries()) {
    const { fix } = finding;
    if (fix === undefined) continue;
    if (fix.class === 'suggest')
      it(`suggestion ${String(i + 1)} leads to no finding`, () => {
        testSuggestion(rule, example, finding);
      });
    else
      it(`fix ${String(i + 1)} is local, removes its finding and is idempotent`, () => {
        testFix(rule, example, finding);
      });
  }

  it('is fixed as the page says', () => {
    const rules = new Set([rule.id]);
    const { text: fixed } = service.fix(text, settings(parts), { include: 'review', rules });
    expect(fixed).toBe(example.fixed ?? text);
    expect(service.fix(fixed, settings(parts), { include: 'review', rules }).text).toBe(fixed);
    const left = findings(fixed, rule.id, parts).filter(
      ({ fix }) => fix?.class === 'exact' || fix?.class === 'review',
    );
    expect(left).toEqual([]);
  });
}

function testFix(rule: Rule, { text, settings: parts }: BadExample, { fix }: Finding): void {
  const edits = fix?.edits() ?? [];
  expect(edits.length).toBeGreaterThan(0);
  expectDeclared(rule, text, edits);
  const fixed = applyEdits(text, edits);
  expect(fixed).not.toBe(text);
  const before = findings(text, rule.id, parts).length;
  const after = findings(fixed, rule.id, parts);
  expect(after.length, 'the finding goes').toBeLessThan(before);
  expect(applyEdits(text, fix?.edits() ?? []), 'asked twice, the same edits').toBe(fixed);
}

const converter = createConverter();
const GLYPHS: readonly Glyphs[] = ['t2s', 'tw2s', 'hk2s', 's2t', 's2tw', 's2hk', 't2tw', 't2hk'];

/** Whether a configuration of OpenCC makes one of the other: 腭 is 顎 in Taiwan, though 顎 is 颚 in Simplified. */
function isOfOpenCC(before: string, after: string): boolean {
  return GLYPHS.some((glyphs) => converter.convert(before, glyphs) === after);
}

/** The Chinese marks that marks of ASCII are typed for. */
const TYPED_FOR: Readonly<Record<string, readonly string[]>> = {
  '.': ['。', '……'],
  '"': ['“', '”', '「', '」'],
  '<<': ['《'],
  '>>': ['》'],
};

/** What the kinds of edit promise, character by character. */
export function expectDeclared(rule: Rule, text: string, edits: readonly TextEdit[]): void {
  let end = 0;
  for (const edit of edits) {
    expect(edit.start).toBeGreaterThanOrEqual(end);
    expect(edit.end).toBeGreaterThanOrEqual(edit.start);
    expect(edit.end).toBeLessThanOrEqual(text.length);
    expect(rule.edits).toContain(edit.kind);
    end = edit.end;
    const before = text.slice(edit.start, edit.end);
    switch (edit.kind) {
      case 'residue-removed':
        expect(before).toMatch(/^ ?[(（] ?[\p{Ll}]{1,8} ?[)）]$/u);
        expect(edit.newText).toBe('');
        break;
      case 'width-restored':
        expect(foldWidth(edit.newText)).toBe(before);
        break;
      case 'script-converted':
        expect([...edit.newText]).toHaveLength([...before].length);
        // The table of characters goes by UTF-16 units.
        if (!/[\ud800-\udfff]/.test(before + edit.newText) && !isOfOpenCC(before, edit.newText))
          expect(simplifyCharacters(edit.newText)).toBe(simplifyCharacters(before));
        break;
      case 'furniture-removed':
      case 'contact-removed':
      case 'repetition-removed':
        expect(edit.newText).toBe('');
        break;
      case 'markup-removed':
        expect(before).toMatch(/[<&]/);
        expect(edit.newText).toMatch(/^(?:\u3000+|[^]{0,2})$/);
        break;
      case 'metadata-inserted':
        expect(before).toBe('');
        expectMetadata(text.slice(0, edit.start), edit.newText);
        break;
      case 'invisible-removed':
        expect(before).not.toMatch(/[\p{L}\p{N}\p{P}]/u);
        expect(edit.newText).toBe('');
        break;
      case 'line-end-unified':
        expect(before).toMatch(/^(?:\r\n|\r|\n)$/);
        expect(edit.newText).toMatch(/^(?:\r\n|\r|\n)$/);
        break;
      case 'indent-restored':
        expect(before).toMatch(/^[ ?]+$/);
        expect(edit.newText).toMatch(/^\u3000*$/);
        break;
      case 'punctuation-merged':
        expect(before + edit.newText).toMatch(/^[\p{P}\p{S}]+$/u);
        expect(edit.newText.length).toBeLessThan(before.length);
        break;
      case 'metadata-split':
        expect(before).toMatch(/^[\s|｜]*$/);
        expect(edit.newText).toMatch(/^(?:\r\n|\r|\n)$/);
        break;
      case 'look-alike-replaced': {
        if (/^[\x21-\x7e]+$/.test(before)) {
          // A mark of ASCII that was typed for a Chinese one.
          expect(TYPED_FOR[before.replace(/^\.+$/, '.')]).toContain(edit.newText);
          break;
        }
        // A radical, a compatibility ideograph, full-width letters, or the one ideograph that is mistaken for another.
        expect(before).toMatch(/^(?:巿|[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]|[Ａ-Ｚａ-ｚ]+)$/u);
        expect(edit.newText).toMatch(/^(?:\p{Ideographic}|[A-Za-z]+)$/u);
        expect([...edit.newText]).toHaveLength([...before].length);
        const compatible = before.normalize('NFKC');
        if (compatible !== before) expect(edit.newText).toBe(compatible);
        break;
      }
      case 'phrase-replaced':
      case 'name-corrected':
        expect(edit.newText).toMatch(/^[\p{Script=Han}\p{P}]+$/u);
        expect(wording(edit.newText)).not.toBe(wording(before));
        expect(unlike(wording(before), wording(edit.newText)), 'one character').toSatisfy(
          (rest: readonly string[]) => rest.every((part) => part.length <= 1),
        );
        break;
      case 'mojibake-repaired':
        expect(before).not.toMatch(/^[ -~]*$/);
        expect(edit.newText).toMatch(/\p{Script=Han}/u);
    }
  }
}

const DATE_LABEL = '发布日期|發布日期';
const SOURCE_LABEL = '来源|來源';
const INSERTED_LINE = new RegExp(
  `^(\\r\\n|\\r|\\n)?(?:(?:${DATE_LABEL})：\\d{4}-\\d{2}-\\d{2}|(?:${SOURCE_LABEL})：[^\\r\\n：。]{1,40})(?:\\r\\n|\\r|\\n)$`,
);
/** A source field of a line without value, with or without its colon. */
const EMPTY_FIELD = /(?:来源于?|机构|主办)\s*[:：|｜丨]?\s*$/;

/** A line of its own with a date or a source, or the value of a field that is empty; its snippet filled in. */
function expectMetadata(before: string, inserted: string): void {
  const line = INSERTED_LINE.exec(inserted);
  if (line === null) {
    expect(inserted).toMatch(/^[^\r\n：。]{1,40}$/);
    expect(wording(before)).toMatch(EMPTY_FIELD);
  } else expect(line[1] ?? before.slice(-1)).toMatch(/^(?:\r\n|\r|\n|)$/);
}

/** What a piece of a report says, without pinyin notes, script and width. */
function wording(text: string): string {
  return simplifyCharacters(foldWidth(text.replace(/ ?[(（][^()（）]*[)）]/g, '')));
}

/** What each of two texts has that the other lacks: of a set phrase the parts may stand in another order. */
function unlike(a: string, b: string): readonly string[] {
  const without = (all: string, taken: string): string =>
    [...taken].reduce((rest, character) => rest.replace(character, ''), all);
  return [without(a, b), without(b, a)];
}

/** Fills a snippet in as a person would and looks whether the rule is content. */
function testSuggestion(rule: Rule, { text, settings: parts }: BadExample, { fix }: Finding): void {
  const edits = fix === undefined ? [] : filledEdits(fix);
  // A snippet has one place to type in.
  if (fix?.snippet === true) expect(edits).toHaveLength(1);
  expect(edits.length).toBeGreaterThan(0);
  expectDeclared(rule, text, edits);
  expect(findings(applyEdits(text, edits), rule.id, parts).map(({ message }) => message)).toEqual([]);
}

/** The edits of a fix, as they are when a person has filled a snippet in. */
export function filledEdits(fix: Pick<FindingFix, 'edits' | 'snippet'>): readonly TextEdit[] {
  const edits = fix.edits();
  return fix.snippet === true
    ? edits.map((edit) => ({ ...edit, newText: fillSnippet(edit.newText) }))
    : edits;
}

const ANSWERS: Readonly<Record<string, string>> = {
  YYYY: '2021',
  MM: '05',
  DD: '06',
  媒体: '清江日报',
  媒體: '清江日報',
};

/** The text of a snippet with its placeholders filled. */
function fillSnippet(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:((?:\\.|[^}])*)\}/g, (_, value: string) => ANSWERS[value] ?? value)
    .replace(/\\([\\$}])/g, '$1');
}
