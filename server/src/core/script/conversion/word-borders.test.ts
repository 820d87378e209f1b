import { describe, expect, it } from 'vitest';
import data from '../../../../data/word-borders.json' with { type: 'json' };
import { converted, service } from '../../testing/service.js';
import type { Glyphs } from '../converter.js';
import { configSource } from '../opencc/compile/dictionaries.js';

const { converter } = service;
const { engine, borders } = converter;

const withBorders = (text: string, glyphs: Glyphs): string =>
  engine.convert(text, glyphs, { protected: borders.find(text, glyphs) }).output;
/** An entry without its marks. */
const textOf = (entry: string): string =>
  entry
    .split('|')
    .map((part) => part.replace(/=.*/, ''))
    .join('');
const DIRECTIONS = [
  ['s2t', [...data.toTraditional.derived, ...data.toTraditional.added]],
  ['t2s', [...data.toSimplified.derived, ...data.toSimplified.added]],
] as const;

describe('words next to each other that share a phrase of OpenCC', () => {
  const line =
    '踏上新征程,书记指明了方向,点明了重点,阐明了要求,查明了问题,写明了责任,表明了态度;有关系统、相关系统、机关系统的好干部' +
    '向员工致敬,向职工致以问候,带农民工致富,帮因工致残者;对标对表,代表对表决、对表现突出者放心,绝对表率;不准搞特权,一干到底。';
  it.each([
    [
      'traditional',
      '踏上新征程,書記指明了方向,點明了重點,闡明了要求,查明了問題,寫明了責任,表明了態度;有關系統、相關系統、機關系統的好幹部' +
        '向員工致敬,向職工致以問候,帶農民工致富,幫因工致殘者;對標對表,代表對表決、對表現突出者放心,絕對表率;不准搞特權,一幹到底。',
    ],
    [
      'tw',
      '踏上新征程,書記指明了方向,點明了重點,闡明了要求,查明了問題,寫明了責任,表明了態度;有關系統、相關系統、機關系統的好幹部' +
        '向員工致敬,向職工致以問候,帶農民工致富,幫因工致殘者;對標對表,代表對表決、對表現突出者放心,絕對表率;不准搞特權,一幹到底。',
    ],
    [
      'hk',
      '踏上新征程,書記指明了方向,點明了重點,闡明了要求,查明了問題,寫明了責任,表明了態度;有關系統、相關系統、機關系統的好幹部' +
        '向員工致敬,向職工致以問候,帶農民工致富,幫因工致殘者;對標對表,代表對表決、對表現突出者放心,絕對表率;不准搞特權,一幹到底。',
    ],
  ] as const)('convert each for itself to %s', (to, expected) => {
    expect(converted(line, { to })).toBe(expected);
    expect(converted(expected, { to })).toBe(expected);
  });
  it.each([
    ['负责人参加学生发展座谈会', '負責人參加學生發展座談會'],
    ['市长发言,强调今年历史任务', '市長發言,強調今年歷史任務'],
    ['一个中心,全国历史文化', '一個中心,全國歷史文化'],
    ['为国家什么都肯干', '為國家什麼都肯幹'],
    ['九不准,打不准的数字', '九不准,打不準的數字'],
  ])('%s becomes %s', (text, expected) => {
    expect(converted(text, { to: 'tw' })).toBe(expected);
  });
  it.each([
    ['關於單位的計畫', '关于单位的计划'],
    ['表示覆蓋全市,設計畫面', '表示覆盖全市,设计画面'],
    ['關(guān)於(yú)單(dān)位的會議', '关于单位的会议'],
  ])('to Simplified: %s becomes %s', (text, expected) => {
    expect(converted(text, { to: 'simplified' })).toBe(expected);
  });
  it('leave a longer word its own', () => {
    expect(converted('解决了,了解决策,一干部下,一个不准确的数字,上游客户,传统一并发展', { to: 'tw' })).toBe(
      '解決了,瞭解決策,一干部下,一個不準確的數字,上游客戶,傳統一併發展',
    );
    expect(converted('理发展示,风采取胜,若干部门,皇后大道', { to: 'tw' })).toBe(
      '理髮展示,風采取勝,若干部門,皇后大道',
    );
  });
  it('count in a phrase configuration and in a selection too', () => {
    expect(converted('新征程的软件', { to: 's2twp' })).toBe('新征程的軟體');
    const text = '踏上新征程';
    expect(converted(text, { to: 'tw', ranges: [{ start: 2, end: 4 }] })).toBe(text);
    expect(converted('會議強調,有关系统', { to: 'tw' })).toBe('會議強調,有關系統');
  });
  it('give way to protected words and names', () => {
    expect(converted('有关系统,不准搞', { to: 'tw', protected: ['关系', '准'] })).toBe('有关系統,不准搞');
    expect(converted('市长罗一个中出席会议', { to: 'tw', protected: ['罗一'] })).toContain('罗一個中');
  });
  it('leave a person to choose where no word decides', () => {
    const { ambiguous } = service.convert('要一干到底', { to: 'tw' });
    expect(ambiguous).toMatchObject([{ source: '干', chosen: '幹' }]);
  });
  it('are nothing that the bare conversion knows of', () => {
    expect(converter.convert('新征程', 's2t')).toBe('新徵程');
  });
});

describe('the table', () => {
  it('has no entry twice', () => {
    for (const [, entries] of DIRECTIONS) {
      const texts = entries.map(textOf);
      expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
    }
  });
  it.each(DIRECTIONS)('%s has no entry for nothing', (glyphs, entries) => {
    const texts = entries.map(textOf);
    // An entry may also be there to win over another that begins in it, in front of its last part, and would be wrong.
    const wins = (entry: string): boolean => {
      const text = textOf(entry);
      const last = entry.slice(entry.lastIndexOf('|') + 1);
      const end = last.includes('=') ? text.length : text.length - last.length;
      return Array.from(text.slice(0, end)).some((_, from) => {
        const rest = text.slice(from);
        return texts.some((other) => other !== text && (rest.startsWith(other) || other.startsWith(rest)));
      });
    };
    const isIdle = (text: string): boolean => withBorders(text, glyphs) === engine.plain(text, glyphs);
    expect(entries.filter((entry) => isIdle(textOf(entry)) && !wins(entry))).toEqual([]);
  });
  it.each(DIRECTIONS)('%s contradicts no longer phrase of OpenCC', (glyphs, entries) => {
    const own = new Set(entries.map(textOf));
    const [phrases = new Map<string, string>()] = configSource(glyphs).chain;
    const changed: string[] = [];
    for (const phrase of phrases.keys())
      if (!own.has(phrase) && withBorders(phrase, glyphs) !== engine.plain(phrase, glyphs))
        changed.push(phrase);
    expect(changed).toEqual([]);
  });
});
