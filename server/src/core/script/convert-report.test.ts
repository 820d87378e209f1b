import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, damagedText } from '../testing/arbitraries.js';
import { CLEAN_REPORTS } from '../testing/clean-reports.js';
import { readMarked } from '../testing/marked-text.js';
import { converted, service } from '../testing/service.js';
import { applyEdits } from '../text/edit.js';
import { findLeftovers } from './conversion/leftovers.js';
import type { ConvertTarget } from './converter.js';

const MIRROR = '清溪市召開(kāi)防汛會(huì)議,強(qiáng)調(diào)要壓實(shí)責(zé)任。';

/** Converts what the marks enclose. */
function convertMarked(marked: string, to: ConvertTarget): string {
  const { text, spans } = readMarked(marked);
  return converted(text, { to, ranges: spans });
}

describe('to Simplified', () => {
  it('strips certain notes first', () => {
    expect(converted(MIRROR, { to: 'simplified' })).toBe('清溪市召开防汛会议,强调要压实责任。');
    expect(converted(`${MIRROR}乾(qián)坤未定。`, { to: 'simplified' })).toBe(
      '清溪市召开防汛会议,强调要压实责任。乾坤未定。',
    );
  });
  it('leaves notes that a person may have written', () => {
    expect(converted('會議請鄭犇(bēn)發言', { to: 'simplified' })).toBe('会议请郑犇(bēn)发言');
  });
  it('takes 著 apart only in text with Taiwan forms', () => {
    expect(converted('為了群眾,看著這裡的變化', { to: 'simplified' })).toBe('为了群众,看着这里的变化');
  });
  it('converts what OpenCC leaves', () => {
    expect(converted('陜西報吿囯家機關', { to: 'simplified' })).toBe('陕西报告国家机关');
    expect(converted('陜西報吿囯家機關', { to: 'tw' })).toBe('陝西報告國家機關');
    expect(converted('陜西报吿囯家机关', { to: 'traditional', protected: ['报吿'] })).toBe(
      '陝西报吿國家機關',
    );
  });
  it('never rewrites wording', () => {
    expect(converted('以民為核心,支援智慧資訊建設,新增網路軟體', { to: 'simplified' })).toBe(
      '以民为核心,支援智慧资讯建设,新增网路软体',
    );
  });
  it('keeps the number of characters, line ends, astral and control characters', () => {
    const text = '\ufeff會議\r\n𠮷\u0000開\r始\ud800\u2028';
    expect(converted(text, { to: 'simplified' })).toBe('\ufeff会议\r\n𠮷\u0000开\r始\ud800\u2028');
  });
  it('names the characters it cannot convert', () => {
    expect(service.convert('會議開始', { to: 'simplified' }).leftovers).toEqual([]);
  });
});

describe('to Traditional', () => {
  it.each([
    ['traditional', '这里的群众为了会议', '這裏的羣衆爲了會議'],
    ['tw', '这里的群众为了会议', '這裡的群眾為了會議'],
    ['hk', '这里的群众为了会议', '這裏的羣眾為了會議'],
  ] as const)('%s has its own forms', (to, text, expected) => {
    expect(converted(text, { to })).toBe(expected);
  });
  it('chooses by the words: 头发 发展 干部 干燥 皇后 以后', () => {
    expect(converted('头发发展,干部干燥,皇后以后开会议论', { to: 'tw' })).toBe(
      '頭髮發展,幹部乾燥,皇后以後開會議論',
    );
  });
  it('leaves a line alone that is Traditional already', () => {
    const line = '皇后鎮幹部于里文,公里數準確,會議強調。';
    expect(converted(`这次会议强调责任。\n${line}\n`, { to: 'tw' })).toBe(`這次會議強調責任。\n${line}\n`);
  });
  it('does not strip notes', () => {
    expect(service.convert(MIRROR, { to: 'tw' }).notesRemoved).toBe(0);
  });
});

describe('names', () => {
  it.each([
    ['罗干', '羅干', '国务委员罗干出席会议,强调责任。'],
    ['荣立新', '榮立新', '市委书记荣立新出席会议,强调责任。'],
    ['万长云', '萬長云', '市长万长云出席会议,强调责任。'],
    ['范后成', '范后成', '市长范后成出席会议,强调责任。'],
    ['叶丽', '葉麗', '市长叶丽出席会议,强调责任。'],
  ])('%s becomes %s', (name, expected, text) => {
    const { edits, names } = service.convert(text, { to: 'traditional' });
    expect(applyEdits(text, edits)).toContain(expected);
    expect(applyEdits(text, edits)).toContain('會議');
    expect(names).toEqual(/[干云后范]/.test(expected) ? [expected] : []);
  });
  it('keep 乾 on the way to Simplified, and say so', () => {
    const text = '市委書記徐乾學出席會議,強調責任。徐乾學指出,要壓實責任。';
    const { edits, names } = service.convert(text, { to: 'simplified' });
    expect(applyEdits(text, edits)).toBe('市委书记徐乾学出席会议,强调责任。徐乾学指出,要压实责任。');
    expect(names).toEqual(['徐乾学']);
  });
  it('in bylines are names too', () => {
    expect(
      converted('清溪市召开会议\n本报讯(记者 罗干)6月12日,清溪市召开会议,强调要压实责任。\n', { to: 'tw' }),
    ).toContain('羅干');
  });
  it('lose their notes and convert', () => {
    expect(converted(`市長張(zhāng)華(huá)出席。${MIRROR}`, { to: 'simplified' })).toMatch(/^市长张华出席。/);
  });
});

describe('what a person has to look at', () => {
  it('is a character with several targets that no word decides', () => {
    const { ambiguous } = service.convert('大家看着干,干部干燥', { to: 'tw' });
    expect(ambiguous).toMatchObject([{ start: 4, end: 5, source: '干', chosen: '幹' }]);
    expect(ambiguous[0]?.alternatives).toEqual(expect.arrayContaining(['乾', '干']));
  });
  it('is no character that is a form of one word, and none of a name', () => {
    const { ambiguous } = service.convert('家在溪边,主席、局长和市长罗干主持会议', { to: 'tw' });
    expect(ambiguous).toEqual([]);
  });
  it('is told with its place in the raw text, behind pinyin notes too', () => {
    const text = `${MIRROR}乾(qián)也。`;
    const { ambiguous } = service.convert(text, { to: 'simplified' });
    expect(ambiguous).toMatchObject([{ source: '乾', chosen: '干', alternatives: ['乾'] }]);
    expect(ambiguous.map(({ start, end }) => text.slice(start, end))).toEqual(['乾']);
  });
});

describe('what is left over', () => {
  it('is nothing that was converted or protected', () => {
    const { leftovers } = service.convert('这次会议强调责任', { to: 'tw', protected: ['责任'] });
    expect(leftovers).toEqual([]);
  });
  it('is no name that keeps a form of the other script', () => {
    const text = '校長王汎森主持會議,強調責任';
    expect(service.convert(text, { to: 'simplified' })).toMatchObject({ names: ['王汎森'], leftovers: [] });
  });
  it('is told with its place', () => {
    // Every character that proves a script has a conversion today, so the check is asked by itself.
    const text = '會議强调責任';
    const edits = [{ start: 0, end: 2, newText: '会议', kind: 'script-converted' as const }];
    const whole = [{ start: 0, end: text.length }];
    expect(findLeftovers(text, 'simplified', whole, edits, [])).toEqual([
      { start: 4, end: 5, character: '責' },
    ]);
    expect(findLeftovers(text, 'simplified', whole, edits, [{ start: 4, end: 6 }])).toEqual([]);
    expect(findLeftovers(text, 'tw', [{ start: 3, end: 6 }], [], [])).toEqual([
      { start: 3, end: 4, character: '调' },
    ]);
  });
});

describe('the figures', () => {
  it('count lines and characters', () => {
    const text = '会议强调责任。\n中文上下。\n人民的会议,责任的会议。\n';
    expect(service.convert(text, { to: 'tw' })).toMatchObject({
      charactersChanged: 5 + 5,
      linesChanged: 2,
      phrasesRewritten: 0,
    });
  });
  it('count a line once, whose notes go as well', () => {
    expect(service.convert(`${MIRROR}\n\n${MIRROR}`, { to: 'simplified' })).toMatchObject({
      linesChanged: 2,
    });
  });
});

describe('a phrase configuration', () => {
  it('rewrites wording and counts it', () => {
    const text = '软件和网络支持信息化。\n市长罗干主持会议。';
    const { edits, phrasesRewritten, names } = service.convert(text, { to: 's2twp' });
    expect(applyEdits(text, edits)).toBe('軟體和網路支援資訊化。\n市長羅干主持會議。');
    expect(phrasesRewritten).toBe(4);
    expect(names).toEqual(['羅干']);
  });
  it('leads to Simplified from either side', () => {
    expect(converted('軟體與網路', { to: 'tw2sp' })).toBe('软件与网络');
    expect(converted('計程車與的士', { to: 'hk2sp' })).not.toMatch(/[計車與]/);
  });
  it('is never what a plain target does', () => {
    for (const to of ['traditional', 'tw', 'hk'] as const)
      expect(service.convert('软件和网络', { to }).phrasesRewritten).toBe(0);
  });
});

describe('a text of both scripts', () => {
  it('to Simplified keeps the legal characters of its Simplified part', () => {
    // 乾 and 著 of a Simplified clause are its own; in the Traditional one they convert.
    expect(converted('显著的乾隆年间,会议强调會议', { to: 'simplified' })).toBe(
      '显著的乾隆年间,会议强调会议',
    );
    expect(converted('会议强调乾坤著作,為了乾淨的環境看著裡面', { to: 'simplified' })).toBe(
      '会议强调乾坤著作,为了干净的环境看着里面',
    );
  });
  it('to Traditional keeps the legal characters of its Traditional part', () => {
    expect(converted('皇后鎮幹部于里文說,這次會議强調責任', { to: 'tw' })).toBe(
      '皇后鎮幹部于里文說,這次會議強調責任',
    );
    expect(converted('會議強調責任,头发干燥', { to: 'tw' })).toBe('會議強調責任,頭髮乾燥');
  });
  it('converts a stray by the word it stands in', () => {
    expect(converted('他的頭发長了,會議強調責任', { to: 'tw' })).toBe('他的頭髮長了,會議強調責任');
    expect(convertMarked('他的頭⟦发⟧長了', 'tw')).toBe('他的頭髮長了');
  });
});

describe('protected words', () => {
  it('stay as they are, in names too', () => {
    const options = { to: 'tw', protected: ['后里', '张敬安', ''] } as const;
    expect(converted('后里会议由市长张敬安主持,强调责任', options)).toBe('后里會議由市長张敬安主持,強調責任');
  });
});

describe('a second time', () => {
  it.each(['simplified', 'traditional', 'tw', 'hk'] as const)('to %s changes nothing', (to) => {
    for (const text of [
      MIRROR,
      '皇后镇干部于里文说,头发干燥的后果严重,制造系统关系',
      '這裏的羣衆爲了會議,台灣臺北,看著',
    ]) {
      const once = converted(text, { to });
      expect(converted(once, { to })).toBe(once);
    }
  });
  it.each(['simplified', 'traditional', 'tw', 'hk'] as const)(
    'and text of %s is not touched by its own conversion',
    (to) => {
      const text = converted('这里的群众为了会议,看着干部说话,并于其后联系。', { to });
      expect(service.convert(text, { to }).edits).toEqual([]);
    },
  );
});

describe('a selection', () => {
  it('is all that changes', () => {
    expect(convertMarked('會議⟦強調⟧責任,會議⟦開⟧始', 'simplified')).toBe('會議强调責任,會議开始');
  });
  it('is widened to whole notes', () => {
    expect(convertMarked(`⟦開⟧(kāi)會,${MIRROR}`, 'simplified')).toMatch(/^开會,清溪市召開\(kāi\)/);
    expect(convertMarked(`開(k⟦āi)會⟧議,${MIRROR}`, 'simplified')).toMatch(/^开会議,清溪市召開\(kāi\)/);
    expect(convertMarked(`開(kāi)⟦會⟧,${MIRROR}`, 'simplified')).toMatch(/^開\(kāi\)会,/);
  });
  it('is widened to whole surrogate pairs', () => {
    const text = 'a𫗧b會';
    const { edits } = service.convert(text, { to: 'traditional', ranges: [{ start: 2, end: 3 }] });
    expect(applyEdits(text, edits)).toBe('a餗b會');
  });
  it('may be several, empty, or overlapping', () => {
    const ranges = [
      { start: 2, end: 4 },
      { start: 0, end: 3 },
      { start: 1, end: 1 },
    ];
    expect(converted('會議強調責任', { to: 'simplified', ranges })).toBe('会议强调責任');
  });
  it('that cuts a name converts its part as a name', () => {
    expect(convertMarked('国务委员罗⟦干出席会⟧议', 'traditional')).toBe('国务委员罗干出席會议');
  });
});

it('unchanged text is in no edit', () => {
  const text = '清溪市召開會議,部署工作。';
  const { edits, charactersChanged } = service.convert(text, { to: 'simplified' });
  expect(edits.map(({ start, end }) => text.slice(start, end))).toEqual(['開會議']);
  expect(charactersChanged).toBe(3);
});

describe('any text', () => {
  const text = fc.oneof(damagedText(CLEAN_REPORTS.map((report) => report.text)), anyText);
  const target = fc.constantFrom('simplified', 'traditional', 'tw', 'hk', 's2twp', 'tw2sp' as const);

  it('converts, whole and in part, and what it tells of lies in it', () => {
    fc.assert(
      fc.property(text, target, fc.nat(200), fc.nat(40), (before, to, from, length) => {
        const start = Math.min(from, before.length);
        const ranges = [{ start, end: Math.min(start + length, before.length) }];
        for (const options of [{ to }, { to, ranges }]) {
          const { edits, namesToConfirm, ambiguous, leftoverPlaces } = service.convert(before, options);
          applyEdits(before, edits);
          for (const { start: a, end: b } of [...namesToConfirm, ...ambiguous, ...leftoverPlaces]) {
            expect(a).toBeLessThan(b);
            expect(b).toBeLessThanOrEqual(before.length);
          }
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
