import { describe, expect, it, vi } from 'vitest';
import { createTranscoder } from '../../platform/node/transcoder.js';
import { createConverter } from '../script/converter.js';
import { rulesWithFailing } from '../testing/failing-rule.js';
import { converted, service, settings } from '../testing/service.js';
import type { Settings } from '../settings.js';
import { createVerifier } from './verify.js';
import type { Verification } from './verification.js';

// From source the conversion tables are compiled when they are first asked for.
vi.setConfig({ testTimeout: 60_000 });

const verifier = createVerifier({
  parse: (text, own) => service.parse(text, own),
  rules: service.rules,
  converter: createConverter(),
  transcoder: createTranscoder(),
});
const verify = (original: string, changed: string, parts: Partial<Settings> = {}): Verification =>
  verifier(original, changed, settings(parts));
/** The counts, or the wordings of the first undeclared change. */
const outcome = (original: string, changed: string): unknown => {
  const result = verify(original, changed);
  if (result.kind === 'same') return 'same';
  if (result.kind === 'declared') return result.counts;
  const { first } = result;
  return [
    original.slice(first.original.start, first.original.end),
    changed.slice(first.changed.start, first.changed.end),
  ];
};

const MIRROR = `松嶺市召開(kāi)會(huì)議
11月2日,松嶺市召開(kāi)供暖工作會(huì)議,來(lái)賓報(bào)告。會(huì)議指出,要把各項措施落到實處。
`;
const BODY = '11月2日，松岭市召开冬季供暖工作会议，部署下一步的工作。会议指出，要把各项措施落到实处。';
const REPORT = `松岭市召开冬季供暖工作会议\n${BODY}\n`;

describe('a rule that throws', () => {
  it.each(['check', 'edits'] as const)('in its %s is named where its edits are missed', (where) => {
    const failing = createVerifier({
      parse: (text, own) => service.parse(text, own),
      rules: rulesWithFailing('page-furniture', where),
      converter: createConverter(),
      transcoder: createTranscoder(),
    });
    const page = `打印 关闭\n${REPORT}`;
    expect(verify(page, REPORT).kind).toBe('declared');
    expect(failing(page, REPORT, settings())).toMatchObject({
      kind: 'undeclared',
      failures: [{ rule: 'page-furniture', error: new Error('out of coffee') }],
    });
    expect(failing(page, createConverter().convert(page, 's2t'), settings()).kind).toBe('declared');
  });
});

describe('what stands below a body', () => {
  const report = (line: string): string => `${REPORT}${line}\n副市长沈若兰强调，要压实责任，营造良好环境。\n`;

  it.each([
    '版权所有者的合法权益要依法保护，未经授权不得转载他人作品。',
    '转载请注明出处的规定要落实。',
    '下一篇章要由全市人民共同书写。',
    'ICP备案要严格。',
    '当前位置：全市经济总量居全省第三位。',
    '图为会议现场。',
  ])('is no furniture where it is a sentence: %s', (line) => {
    expect(verify(report(line), REPORT).kind).toBe('undeclared');
    expect(verify(report(line), report('').replace('\n\n', '\n')).kind).toBe('undeclared');
  });

  it('is furniture where it is a note', () => {
    expect(outcome(`${REPORT}版权所有，未经授权不得转载\n`, REPORT)).toEqual({ 'furniture-removed': 1 });
  });
});

describe('declared', () => {
  it('nothing changed', () => {
    expect(outcome(REPORT, REPORT)).toBe('same');
  });
  it('all notes, or some of them', () => {
    expect(outcome(MIRROR, MIRROR.replace(/\([^)]+\)/g, ''))).toEqual({ 'residue-removed': 7 });
    expect(outcome(MIRROR, MIRROR.replace('(huì)', ''))).toEqual({ 'residue-removed': 1 });
  });
  it('notes, marks and script together', () => {
    const clean = converted(MIRROR, { to: 'simplified' }).replaceAll(',', '，');
    expect(outcome(MIRROR, clean)).toEqual({
      'residue-removed': 7,
      'width-restored': 3,
      'script-converted': 16,
    });
  });
  it('another character that stands for the same one in the other script', () => {
    expect(outcome('皇后以后干部关于发展', '皇后以後幹部關於發展')).toEqual({ 'script-converted': 5 });
    expect(outcome('於是', '于是')).toEqual({ 'script-converted': 1 });
  });
  it('a form that no converter handles', () => {
    expect(outcome(`${REPORT}他来自陜西。\n`, `${REPORT}他来自陕西。\n`)).toEqual({ 'script-converted': 1 });
  });
  it('a word that only its phrase converts', () => {
    expect(outcome('背负重任', '揹負重任')).toEqual({ 'script-converted': 2 });
  });
  it('another target where no word decides, as the list of places to look at offers it', () => {
    expect(outcome('会议强调，大家要看着干。', '會議強調，大家要看著幹。')).toEqual({
      'script-converted': 6,
    });
    expect(outcome('会议强调，大家要看着干。', '會議強調，大家要看著乾。')).toEqual({
      'script-converted': 6,
    });
    expect(verify('市委书记范荣晖主持会议。', '市委書記范榮暉主持會議。').kind).toBe('declared');
    expect(verify('市委书记范荣晖主持会议。', '市委書記範榮暉主持會議。').kind).toBe('declared');
  });
  it('protected words in a line that was converted', () => {
    expect(verify('记者在云来门采访。', '記者在云来门採訪。', { protected: ['云来门'] }).kind).toBe(
      'declared',
    );
  });
  it('a leftover of the other script in a line, mended alone', () => {
    expect(verify('會議强調，要壓實责任，说明情況。', '會議强調，要壓實責任，说明情況。').kind).toBe(
      'declared',
    );
  });
  it('furniture that the parser finds', () => {
    const text = `首页 > 新闻 > 正文\n${REPORT}版权声明：本网所有内容，未经许可不得转载。\n打印 关闭\n`;
    expect(outcome(text, REPORT)).toEqual({ 'furniture-removed': 3 });
  });
  it('a repeated paragraph, the first or the second', () => {
    expect(outcome(`${REPORT}${BODY}\n`, REPORT)).toMatchObject({ 'repetition-removed': 1 });
  });
  it('a date line and a source line', () => {
    const [head = '', body = ''] = REPORT.split('\n');
    expect(outcome(REPORT, `${head}\n发布日期：2021-11-03\n来源：松岭日报\n${body}\n`)).toEqual({
      'metadata-inserted': 2,
    });
    expect(outcome(REPORT, `${head}\n2021-11-03 09:30　来源：松岭日报\n${body}\n`)).toEqual({
      'metadata-inserted': 1,
    });
  });
  it('line ends, indents and blank lines', () => {
    expect(outcome(REPORT, REPORT.replaceAll('\n', '\r\n'))).toEqual({ 'line-end-unified': 2 });
    expect(outcome(REPORT.replace('\n1', '\n  1'), REPORT.replace('\n1', '\n　　1'))).toEqual({
      'indent-restored': 1,
    });
    expect(outcome(REPORT, `\n\n${REPORT.replace('\n', ' \n\n')}\n`)).toEqual({ 'white-space': 3 });
    expect(outcome(REPORT, REPORT.trimEnd())).toEqual({ 'white-space': 1 });
  });
  it('a byte order mark', () => {
    expect(verify(`\ufeff${REPORT}`, REPORT).kind).toBe('declared');
  });
  it('doubled marks, invisible and look-alike characters', () => {
    const text = `松岭巿召开会议\n会议指出，，要把各项\u200b措施落到实处。。\n`;
    expect(outcome(text, '松岭市召开会议\n会议指出，要把各项措施落到实处。\n')).toEqual({
      'look-alike-replaced': 1,
      'punctuation-merged': 2,
      'invisible-removed': 1,
    });
  });
  it('what the fix says that it did, no more and no less', () => {
    const text = [
      '清溪市召开防汛工作会议',
      '2021-06-13 09:20 来源:清溪日报全媒体记者 沈若兰/文 字号:',
      '',
      '6月12日上午,清溪市召开防汛工作会议,部署下一步工作。',
      '打印',
      '版权声明:本网所有内容,未经许可不得转载。',
    ].join('\n');
    const { text: fixed, counts } = service.fix(text, settings(), { include: 'review' });
    expect(counts).toEqual({ 'metadata-split': 2, 'width-restored': 3, 'furniture-removed': 3 });
    expect(outcome(text, fixed)).toEqual(counts);
  });
  it('two marks that were doubled, then restored', () => {
    const text = `${REPORT}会议指出,,要落实。\n`;
    expect(verify(text, `${REPORT}会议指出，要落实。\n`).kind).toBe('declared');
  });
  it('what only comes to light behind something else', () => {
    const text = `${REPORT}会议指出，\u200b，要落实。\n`;
    expect(verify(text, `${REPORT}会议指出，要落实。\n`).kind).toBe('declared');
  });
});

describe('not declared', () => {
  it.each([
    ['a character', REPORT.replace('供暖', '供水'), ['暖', '水']],
    ['a number', REPORT.replace('11月2日', '11月3日'), ['2', '3']],
    ['a word more', REPORT.replace('部署', '认真部署'), ['', '认真']],
    ['a word less', REPORT.replace('下一步的', '下一步'), ['的', '']],
    ['two words changed over', REPORT.replace('部署下一步', '下一步部署'), undefined],
    ['a mark', REPORT.replace('处。', '处！'), ['。', '！']],
    ['a mark less', REPORT.replace('会议，', '会议'), ['，', '']],
    ['a paragraph less', REPORT.replace(`${BODY}\n`, ''), [BODY, '']],
    ['a paragraph more', `${REPORT}会议还讨论了其他事项。\n`, ['', '会议还讨论了其他事项。']],
    ['a line in the middle', REPORT.replace('\n', '\n记者获悉\n'), ['', '记者获悉']],
    ['two lines joined', REPORT.replace('会议\n', '会议'), undefined],
    ['a line cut in two', REPORT.replace('工作。会议', '工作。\n会议'), undefined],
    ['a space inside a line', REPORT.replace('供暖', '供 暖'), undefined],
    ['a date line without year', REPORT.replace('\n', '\n发布日期：11月3日\n'), undefined],
    ['a date line with more in it', REPORT.replace('\n', '\n2021-11-03 市长出席\n'), undefined],
    ['a source that tells a story', REPORT.replace('\n', '\n来源：据悉，市长没有出席\n'), undefined],
  ])('%s', (_, changed, words) => {
    const found = outcome(REPORT, changed);
    expect(found).toHaveLength(2);
    if (words !== undefined) expect(found).toEqual(words);
  });
  it('a second date line', () => {
    const dated = REPORT.replace('\n', '\n发布日期：2021-11-03\n');
    expect(outcome(dated, dated.replace('03\n', '03\n发布日期：2021-11-04\n'))).toHaveLength(2);
    expect(outcome(dated, dated.replace('11-03', '11-04'))).toEqual(['3', '4']);
    expect(outcome(dated, REPORT)).toHaveLength(2);
  });
  it('two words that are written alike in the other script', () => {
    expect(outcome('頭髮', '頭發')).toEqual(['髮', '發']);
  });
  it.each([
    ['乾部', '会议指出，各级干部要带头。', '會議指出，各級乾部要帶頭。', ['干', '乾']],
    ['頭發', '她的头发白了，仍在工作。', '她的頭發白了，仍在工作。', ['发', '發']],
    ['裡程', '这是一个里程碑，意义重大。', '這是一個裡程碑，意義重大。', ['里', '裡']],
    ['乾坤', '旋轉乾坤，說來話長。', '旋转干坤，说来话长。', ['乾', '干']],
    ['皇後', '皇后与王后都说了话。', '皇後與王后都說了話。', ['后', '後']],
    ['於洪', '于洪区召开会议。', '於洪區召開會議。', undefined],
  ])('a form that the word does not have: %s', (_, before, after, words) => {
    const found = outcome(before, after);
    expect(found).toHaveLength(2);
    if (words !== undefined) expect(found).toEqual(words);
  });
  it.each([
    ['a name', '记者周晓明报道，会议要求落实责任。', '记者周曉明报道，会议要求落实责任。'],
    ['a name between marks', '记者：周晓明。会议要求落实责任。', '记者：周曉明。会议要求落实责任。'],
    ['a word', '会议指出，各级干部要带头。', '会议指出，各级幹部要带头。'],
    ['a word of Simplified', '會議指出，各級幹部要帶頭。', '會議指出，各級干部要帶頭。'],
    ['a clause', '会议指出，各级干部要带头。', '會議指出，各级干部要带头。'],
  ])('%s in the other script, its line left behind', (_, before, after) => {
    expect(outcome(before, after)).toHaveLength(2);
  });
  it("a person's gloss, a reading in brackets that nobody annotated", () => {
    expect(outcome('请郑犇(bēn)发言', '请郑犇发言')).toEqual(['(bēn)', '']);
    expect(outcome('防抱死系统(abs)故障', '防抱死系统故障')).toEqual(['(abs)', '']);
  });
  it('a bracket with other words', () => {
    expect(outcome(MIRROR, MIRROR.replace('(huì)', '(等)'))).toHaveLength(2);
  });
  it('a line that only looks like furniture to somebody', () => {
    const text = `${REPORT}会议由市长主持。\n`;
    expect(outcome(text, REPORT)).toEqual(['会议由市长主持。', '']);
  });
  it('words of a phrase configuration', () => {
    expect(outcome('软件和信息', '軟體和資訊')).toHaveLength(2);
  });
  it('says where it stands behind declared changes', () => {
    const text = `首页 > 新闻 > 正文\n${REPORT}`;
    const result = verify(text, REPORT.replace('供暖', '供水'));
    expect(result).toMatchObject({
      kind: 'undeclared',
      first: { original: { start: text.indexOf('暖') }, changed: { start: REPORT.indexOf('暖') } },
    });
  });
});
