/**
 * CJK radicals that fonts draw like the ideograph and that copies from PDF leave in its place, with the ideograph
 * (EquivalentUnifiedIdeograph of the Unicode Character Database). Compatibility decomposition covers only two.
 */
const RADICALS = new Map(
  Array.from(
    '⺠民⺟母⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺩王⺝月⺜日'.matchAll(
      /(.)(.)/gu,
    ),
    ([, radical = '', ideograph = '']) => [radical, ideograph] as const,
  ),
);

/** 巿 (fú, U+5DFF) but not in 徐巿; radicals; compatibility ideographs; words that mix full-width and ASCII letters. */
const SUSPECTS =
  /(?<!徐)\u5dff(?!\s?[(（])|[\u2e80-\u2fdf\uf900-\ufaff]|\ud87e[\udc00-\ude1f]|(?<=[A-Za-z])[\uff21-\uff3a\uff41-\uff5a]+|[\uff21-\uff3a\uff41-\uff5a]+(?=[A-Za-z])/g;
const COMPATIBILITY = /[\uf900-\ufaff]|\ud87e/;
const HANGUL = /[\u1100-\u11ff\uac00-\ud7af]/;

/** A look-alike with the character it stands for, raw UTF-16 offsets. */
export interface LookAlike {
  readonly start: number;
  readonly end: number;
  readonly proper: string;
}

/** Finds look-alikes. Korean text writes compatibility ideographs by right, so those near Hangul stay. */
export function findLookAlikes(text: string): LookAlike[] {
  const found: LookAlike[] = [];
  for (const { index, 0: suspect } of text.matchAll(SUSPECTS)) {
    const proper = properForm(suspect);
    if (proper === suspect) continue;
    if (COMPATIBILITY.test(suspect) && HANGUL.test(around(text, index))) continue;
    found.push({ start: index, end: index + suspect.length, proper });
  }
  return found;
}

/** Compatibility decomposition gives the ideograph of a Kangxi radical or compatibility form and the ASCII of a letter. */
function properForm(suspect: string): string {
  return suspect === '巿' ? '市' : (RADICALS.get(suspect) ?? suspect.normalize('NFKC'));
}

/** How far Hangul may stand from a Korean ideograph. */
const NEAR = 20;

function around(text: string, index: number): string {
  return text.slice(Math.max(0, index - NEAR), index + NEAR);
}
