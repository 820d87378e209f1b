/** The number that Chinese numerals write, up to 99; undefined when they do not write one. 元 is 1 (元月). */
export function chineseNumber(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (text === '元') return 1;
  const digit = (c: string | undefined): number => '〇一二三四五六七八九'.indexOf(c ?? '');
  const expanded = text.replace('廿', '二十').replace('卅', '三十');
  const ten = expanded.indexOf('十');
  if (ten < 0) return expanded.length === 1 && digit(expanded) >= 0 ? digit(expanded) : undefined;
  const tens = ten === 0 ? 1 : digit(expanded[0]);
  const ones = ten === expanded.length - 1 ? 0 : digit(expanded[ten + 1]);
  return tens < 0 || ones < 0 ? undefined : tens * 10 + ones;
}

/** A year written digit by digit (二〇二一); NaN where it is none. */
export function chineseYear(text: string | undefined): number {
  const digits = [...(text ?? '')].map((c) =>
    '〇零○oO0'.includes(c) ? 0 : '〇一二三四五六七八九'.indexOf(c),
  );
  return digits.some((d) => d < 0) ? Number.NaN : Number(digits.join(''));
}

/** A year of the Republic in Chinese numerals, as one of the calendar: 一〇九, 一百零九, 九十九; NaN where it is none. */
export function republicYear(text: string | undefined): number {
  const hundreds = (text ?? '').split('百');
  if (hundreds.length === 2) {
    const rest = (hundreds[1] ?? '').replace(/^[零〇○]/, '');
    return 1911 + 100 + (rest === '' ? 0 : (chineseNumber(rest) ?? Number.NaN));
  }
  const plain = text ?? '';
  return 1911 + (plain.includes('十') ? (chineseNumber(plain) ?? Number.NaN) : chineseYear(plain));
}
