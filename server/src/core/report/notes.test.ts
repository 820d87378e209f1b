import { describe, expect, it } from 'vitest';
import { mark } from '../testing/marked-text.js';
import { findPinyinNotes } from './notes.js';

const certain = (text: string): string => mark(text, findPinyinNotes(text).certain);
const doubtful = (text: string): string => mark(text, findPinyinNotes(text).doubtful);
/** Two more annotated characters make a file one of a mirror. */
const MIRROR = '開(kāi)展(zhǎn)關(guān)於議(yì)題。';
const marked = '開⟦(kāi)⟧展(zhǎn)關⟦(guān)⟧於議⟦(yì)⟧題。';

describe('certain notes', () => {
  it('need three characters with another Simplified form, a tone mark and one reading each', () => {
    expect(certain('會(huì)議開(kāi)始')).toBe('會(huì)議開(kāi)始');
    expect(certain('會(huì)議開(kāi)幕,關(guān)注會(huì)場')).toBe(
      '會⟦(huì)⟧議開⟦(kāi)⟧幕,關⟦(guān)⟧注會⟦(huì)⟧場',
    );
    expect(findPinyinNotes('會(huì)議開(kāi)幕,關(guān)注會(huì)場').characters).toBe(3);
  });
  it('leave out what has no other Simplified form', () => {
    expect(certain(MIRROR)).toBe(marked);
    expect(doubtful(MIRROR)).toBe('開(kāi)展⟦(zhǎn)⟧關(guān)於議(yì)題。');
  });
  it.each([
    ['a space before the bracket', '會 (huì)場', '會⟦ (huì)⟧場'],
    ['a space behind the reading', '會(huì )場', '會⟦(huì )⟧場'],
    ['a space before the reading', '會( huì)場', '會⟦( huì)⟧場'],
    ['full-width brackets', '會（huì）場', '會⟦（huì）⟧場'],
    ['a note at the end of a line', '會(huì)\n場', '會⟦(huì)⟧\n場'],
    ['a note at the end of the text', '會(huì)', '會⟦(huì)⟧'],
    ['the neutral tone of 們', '我們(men)的', '我們⟦(men)⟧的'],
  ])('take %s', (_, text, expected) => {
    expect(certain(MIRROR + text)).toBe(marked + expected);
  });
  it('drop out when the readings of a character change', () => {
    const text = `${MIRROR}長(cháng)江,首長(zhǎng)`;
    expect(certain(text)).toBe(`${marked}長(cháng)江,首長(zhǎng)`);
    expect(findPinyinNotes(text).doubtful.map(({ reading }) => reading)).toEqual(['zhǎn', 'cháng', 'zhǎng']);
  });
});

describe('doubtful notes', () => {
  it('are the single gloss on a rare character', () => {
    const found = findPinyinNotes('畫家鄭犇(bēn)出席');
    expect(found.certain).toEqual([]);
    expect(found.doubtful).toEqual([{ start: 4, end: 9, character: '犇', reading: 'bēn' }]);
  });
  it('stay doubtful in a file of a mirror', () => {
    expect(certain(`${MIRROR}鄭犇(bēn)`)).toBe(`${marked}鄭犇(bēn)`);
  });
  it.each([
    '「音樂(yuè)」「還(huán)款」「號(hào)召」三詞的讀音要規範，音樂老師還要練習。',
    // One of the characters without its note is enough, wherever it stands.
    '開會前，會(kuài)計、銀行(háng)、參(cēn)差、長(zhǎng)輩等詞都要讀準。',
    '本市「長(zhǎng)樂(lè)鎮」讀法有誤，「樂(lè)」非「樂(yuè)」，重(zhòng)點為「長(zhǎng)」，車(chē)。長江、長街、長樂、長短。',
    '課文：開(kāi)門(mén)見(jiàn)車(chē)，門前有車，見車又開車。門外見長(cháng)街。',
  ])("are a person's where the characters stand without as well: %s", (text) => {
    expect(certain(text)).toBe(text);
    expect(findPinyinNotes(text).doubtful.length).toBeGreaterThan(2);
  });
  it('are not those of a mirror page that somebody has edited', () => {
    const text = `${MIRROR}會(huì)議(yì)指出,書(shū)記(jì)強(qiáng)調(diào),要對(duì)照要求。書記說,會議討論。`;
    expect(findPinyinNotes(text).certain.length).toBeGreaterThan(9);
  });
  it('of a textbook have no Simplified form of their own', () => {
    expect(findPinyinNotes('上(shàng)山(shān)下(xià)乡(xiāng)').certain).toEqual([]);
  });
});

it.each([
  ['a word', '疫苗活性(active)'],
  ['an abbreviation', '防抱死(abs)'],
  ['a unit', '長度(km)'],
  ['two syllables', '會議(huìyì)'],
  ['nothing', '會()'],
  ['a note behind a Latin letter', 'A(huì)'],
  ['a note without its end', '會(huì'],
  ['a note without its beginning', '會huì)'],
  ['two tone marks', '會(hùì)'],
])('leaves %s alone', (_, text) => {
  const found = findPinyinNotes(MIRROR + text);
  expect(found.certain).toHaveLength(3);
  expect(found.doubtful).toHaveLength(1);
});

describe('brackets that hold more than a reading', () => {
  it.each(['會(huì\n)場', '會(huì\t)場', '會(\nhuì)場', '會(  huì)場'])('are no notes: %j', (text) => {
    expect(certain(text + MIRROR)).toBe(text + marked);
    expect(doubtful(text + MIRROR).startsWith(text)).toBe(true);
  });
});
