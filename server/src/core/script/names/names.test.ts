import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { converted, service } from '../../testing/service.js';
import { configSource } from '../opencc/compile/dictionaries.js';
import { OWN_WORDS } from './forms.js';
import { GIVEN_NAME_CHARACTERS } from './given-names.js';
import { NO_NAMES } from './no-names.js';
import { STANDARD_NAME_FORMS } from './standard.js';

const TO_TAIWAN: readonly (readonly [name: string, expected: string])[] = [
  ['范荣晖', '范榮暉'],
  ['郁慕明', '郁慕明'],
  ['余若薇', '余若薇'],
  ['于长洪', '于長洪'],
  ['后成龙', '后成龍'],
  ['罗干', '羅干'],
  ['岳新', '岳新'],
  ['台建华', '台建華'],
  ['干宝', '干寶'],
  ['种伟', '种偉'],
  ['方万云', '方萬云'],
];

describe('names among others', () => {
  it.each([
    [
      'a byline in the middle',
      '会议指出（记者 岳松 范云 通讯员 于采）要落实。',
      '會議指出（記者 岳松 范云 通訊員 于采）要落實。',
    ],
    ['a byline without a role', '会议要求落实（于洪涛 范志军）责任。', '會議要求落實（于洪濤 范志軍）責任。'],
    [
      'authors wherever else they stand',
      '清河市召开会议\n（记者 于洪涛 范志军）会议指出要落实。\n于洪涛和范志军说，会议很好。',
      '清河市召開會議\n（記者 于洪濤 范志軍）會議指出要落實。\n于洪濤和范志軍說，會議很好。',
    ],
    ['a surname without a post', '会议由岳建新主持，余红胜出席。', '會議由岳建新主持，余紅勝出席。'],
    [
      'a list with members that nobody knows',
      '副区长丑丽、曲志杰、涂余云、种志远、朱丹采出席会议。',
      '副區長丑麗、曲志杰、涂余云、种志遠、朱丹采出席會議。',
    ],
    [
      'a list without a title',
      '会上，岳建新、余红胜、谷云采、范后军先后发言。',
      '會上，岳建新、余紅勝、谷云采、范后軍先後發言。',
    ],
  ])('%s', (_, text, expected) => {
    expect(converted(text, { to: 'tw' })).toBe(expected);
    expect(converted(expected, { to: 'simplified' })).toBe(text);
  });
  it.each([
    [
      '会议于国庆期间举行，余家村、范围内、涂料厂、种植户有关。',
      '會議於國慶期間舉行，餘家村、範圍內、塗料廠、種植戶有關。',
    ],
    ['要种好水稻、小麦、谷子、大豆。', '要種好水稻、小麥、穀子、大豆。'],
    ['采购部、种子站、谷物所、余热站联合检查。', '採購部、種子站、穀物所、餘熱站聯合檢查。'],
    ['党委、政府、采购、征收、后勤都要落实。', '黨委、政府、採購、徵收、後勤都要落實。'],
    [
      '征收（采购 后勤 余款）要公开，范围（余下 部分）要说明。',
      '徵收（採購 後勤 餘款）要公開，範圍（餘下 部分）要說明。',
    ],
  ])('words are none: %s', (text, expected) => {
    expect(converted(text, { to: 'tw' })).toBe(expected);
  });
});

describe('a name', () => {
  it.each(TO_TAIWAN)('%s alone becomes %s, to be confirmed', (name, expected) => {
    expect(converted(name, { to: 'tw' })).toBe(expected);
    expect(service.convert(name, { to: 'tw' }).names).toEqual([expected]);
  });
  it.each(TO_TAIWAN)('%s behind a title becomes %s, to be confirmed', (name, expected) => {
    const text = `市委书记${name}主持会议`;
    expect(converted(text, { to: 'tw' })).toBe(`市委書記${expected}主持會議`);
    expect(service.convert(text, { to: 'tw' }).namesToConfirm).toMatchObject([
      { start: 4, end: 4 + name.length, name, converted: expected },
    ]);
  });
  it.each(TO_TAIWAN)('%s is a name when it is all that is selected', (name, expected) => {
    const text = `日前${name}来此`;
    const ranges = [{ start: 2, end: 2 + name.length }];
    expect(converted(text, { to: 'tw', ranges })).toBe(`日前${expected}来此`);
  });
  it('is a name in a list of names, with a bullet or a number too', () => {
    const all = TO_TAIWAN.map(([name]) => name);
    const expected = TO_TAIWAN.map(([, name]) => name);
    expect(converted(all.join('、'), { to: 'tw' })).toBe(expected.join('、'));
    expect(converted(all.map((name, i) => `${String(i + 1)}. ${name}`).join('\n'), { to: 'tw' })).toBe(
      expected.map((name, i) => `${String(i + 1)}. ${name}`).join('\n'),
    );
  });
  it('keeps in Simplified what the standard of 2013 keeps', () => {
    expect(converted('徐乾學', { to: 'simplified' })).toBe('徐乾学');
    expect(converted('市委書記徐乾學主持會議', { to: 'simplified' })).toBe('市委书记徐乾学主持会议');
    expect(converted('市長陳昇鉅主持會議', { to: 'simplified' })).toBe('市长陈昇钜主持会议');
    expect(service.convert('徐乾學', { to: 'simplified' }).names).toEqual(['徐乾学']);
  });
  it.each([
    ['王云', '王云', ['王雲']],
    ['冯秀云', '馮秀云', ['馮秀雲']],
    ['方万云', '方萬云', ['方萬雲']],
    ['罗干', '羅干', ['羅幹', '羅乾']],
    ['范后成', '范后成', ['范後成']],
    ['岳冲', '岳沖', ['岳衝']],
    ['范荣晖', '范榮暉', []],
  ])('%s is %s, and may be another', (name, expected, alternatives) => {
    const { namesToConfirm } = service.convert(`市长${name}主持会议`, { to: 'tw' });
    expect(namesToConfirm).toMatchObject([{ converted: expected, alternatives }]);
  });
  it('offers only what the selection has of it', () => {
    const text = '市长范后成主持会议';
    const { namesToConfirm } = service.convert(text, { to: 'tw', ranges: [{ start: 3, end: 5 }] });
    expect(namesToConfirm).toMatchObject([{ start: 3, converted: '后成', alternatives: ['後成'] }]);
  });
  it('keeps 著, and asks about 榦', () => {
    for (const [text, expected, names] of [
      ['市委書記劉著主持會議', '市委书记刘著主持会议', []],
      ['市長李著主持會議', '市长李著主持会议', []],
      ['為了群眾,市長李著主持會議,看著這裡', '为了群众,市长李著主持会议,看着这里', []],
    ] as const) {
      expect(converted(text, { to: 'simplified' })).toBe(expected);
      expect(service.convert(text, { to: 'simplified' }).names).toEqual(names);
    }
    expect(service.convert('市長蔣榦主持會議', { to: 'simplified' }).namesToConfirm).toMatchObject([
      { name: '蔣榦', converted: '蒋干', alternatives: ['蒋榦'] },
    ]);
    expect(service.convert('校長徐乾學主持會議', { to: 'simplified' }).namesToConfirm).toMatchObject([
      { converted: '徐乾学', alternatives: ['徐干学'] },
    ]);
  });
  it('keeps a variant that its bearer chose', () => {
    expect(converted('校長王汎森主持會議', { to: 'simplified' })).toBe('校长王汎森主持会议');
    expect(converted('薛應旂', { to: 'simplified' })).toBe('薛应旂');
  });
  it('converts what has one form in names, without a question', () => {
    for (const [text, expected] of [
      ['市长叶广胜主持会议', '市長葉廣勝主持會議'],
      ['市长温悦主持会议', '市長溫悅主持會議'],
      ['市长钟志发主持会议', '市長鍾志發主持會議'],
    ] as const) {
      expect(converted(text, { to: 'tw' })).toBe(expected);
      expect(service.convert(text, { to: 'tw' }).names).toEqual([]);
    }
  });
  it('that the dictionaries know is what they say', () => {
    expect(converted('校長錢鍾書主持會議', { to: 'simplified' })).toBe('校长钱锺书主持会议');
  });
  it('takes part in no word across its borders', () => {
    // 干部 and 后来 begin with the last character of the name.
    expect(converted('市长罗干部署工作', { to: 'tw' })).toBe('市長羅干部署工作');
  });
  it('is the same in every standard but for its forms', () => {
    expect(converted('台建华', { to: 'hk' })).toBe('台建華');
    expect(converted('范荣晖', { to: 'traditional' })).toBe('范榮暉');
  });
});

describe('a word that looks like a name', () => {
  it.each([
    ['干部', '幹部'],
    ['后来', '後來'],
    ['台湾', '臺灣'],
    ['方面', '方面'],
    ['余下', '餘下'],
    ['于是', '於是'],
    ['范围', '範圍'],
    ['种子', '種子'],
    ['种植', '種植'],
    ['云南', '雲南'],
    ['云计算', '雲計算'],
    ['云平台', '雲平臺'],
    ['党支部', '黨支部'],
    ['党建', '黨建'],
    ['党群', '黨群'],
    ['干细胞', '幹細胞'],
    ['万公里', '萬公里'],
    ['余万元', '餘萬元'],
    ['后河', '後河'],
    ['岳阳', '岳陽'],
  ])('%s alone becomes %s', (word, expected) => {
    expect(converted(word, { to: 'tw' })).toBe(expected);
    expect(service.convert(word, { to: 'tw' }).names).toEqual([]);
  });
  it('makes no names of the line that it stands on', () => {
    expect(converted('干部、台账、岳新', { to: 'tw' })).toBe('幹部、臺賬、嶽新');
  });
  it('is no name behind a title either', () => {
    expect(converted('市委书记后来主持会议', { to: 'tw' })).toBe('市委書記後來主持會議');
  });
  it('leaves a frequent surname its bearer', () => {
    // 余光 and 于今 are words.
    expect(converted('余光中', { to: 'tw' })).toBe('余光中');
  });
});

describe('the tables', () => {
  it('own words are what OpenCC maps away although a phrase keeps it', () => {
    const [fromSimplified = new Map<string, string>()] = configSource('s2t').chain;
    const kept = new Set<string>();
    for (const [from, to] of fromSimplified) {
      const after = Array.from(to);
      const before = Array.from(from);
      if (before.length > 1)
        before.forEach((character, i) => {
          if (after[i] === character) kept.add(character);
        });
    }
    const own = [...kept].filter((character) => (fromSimplified.get(character) ?? character) !== character);
    expect([...OWN_WORDS].sort()).toEqual(own.sort());
  });
  it('every form of the standard has a source', () => {
    for (const [character, { form, source, checked }] of STANDARD_NAME_FORMS) {
      expect(Array.from(character)).toHaveLength(1);
      expect(Array.from(form)).toHaveLength(1);
      expect(source).toMatch(checked ? /^https?:/ : /2013/);
    }
  });

  const dictionary = dictionaryOfJieba();
  const entries = (): string[][] =>
    (dictionary === undefined ? '' : readFileSync(dictionary, 'utf8'))
      .split('\n')
      .map((line) => line.split(' '));
  it.skipIf(dictionary === undefined)('given names follow from the dictionary of jieba', () => {
    const named = ([word = '', , tag = '']: readonly string[]): boolean =>
      tag === 'nr' && (word.length === 2 || word.length === 3);
    const count = (words: Iterable<string>): Map<string, number> => {
      const counts = new Map<string, number>();
      for (const word of words)
        for (const character of word) counts.set(character, (counts.get(character) ?? 0) + 1);
      return counts;
    };
    const all = entries();
    const first = count(all.filter(named).map(([word = '']) => word.charAt(0)));
    const isName = (entry: readonly string[]): boolean =>
      named(entry) && (first.get(entry[0]?.charAt(0) ?? '') ?? 0) >= 100;
    const inNames = count(all.filter(isName).map(([word = '']) => word.slice(1)));
    const elsewhere = count(all.filter((entry) => !isName(entry)).map(([word = '']) => word));
    const expected = [...inNames]
      .filter(
        ([character, count]) => count >= 10 && count / (count + (elsewhere.get(character) ?? 0)) >= 1 / 12,
      )
      .map(([character]) => character);
    expect([...GIVEN_NAME_CHARACTERS].sort()).toEqual(expected.sort());
  });
  it.skipIf(dictionary === undefined)('words that are no names are words of jieba', () => {
    const tags = new Map(entries().map(([word = '', , tag = '']) => [word, tag]));
    for (const word of NO_NAMES) expect(tags.get(word), word).toMatch(/^(?!n[rszt])/);
  });
});

/** The dictionary that nodejieba ships; undefined where it could not be installed. */
function dictionaryOfJieba(): string | undefined {
  const require = createRequire(import.meta.url);
  try {
    const file = require.resolve('nodejieba/submodules/cppjieba/dict/jieba.dict.utf8');
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}
