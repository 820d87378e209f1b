import tables from '../../../data/han-tables.json' with { type: 'json' };

/** Bit flags of a UTF-16 unit, looked up in one table. */
const HAN = 1;
const SIMPLIFIED_ONLY = 2;
const TRADITIONAL_ONLY = 4;

const flags = new Uint8Array(0x10000);
flags.fill(HAN, 0x3400, 0x4dc0);
flags.fill(HAN, 0x4e00, 0xa000);
flags.fill(HAN, 0xf900, 0xfb00);
flags[0x3007] = HAN; // 〇
const astralSimplified = new Set<string>();
const astralTraditional = new Set<string>();
for (const character of tables.simplifiedOnly) mark(character, SIMPLIFIED_ONLY, astralSimplified);
for (const character of tables.traditionalOnly) mark(character, TRADITIONAL_ONLY, astralTraditional);

function mark(character: string, flag: number, astral: Set<string>): void {
  if (character.length > 1) astral.add(character);
  else flags[character.charCodeAt(0)] = (flags[character.charCodeAt(0)] ?? 0) | flag;
}

const simplified = new Uint16Array(0x10000);
for (let unit = 0; unit < 0x10000; unit++) simplified[unit] = unit;
for (let i = 0; i < tables.simplify.from.length; i++) {
  simplified[tables.simplify.from.charCodeAt(i)] = tables.simplify.to.charCodeAt(i);
}

/** Whether a UTF-16 unit is a Han character of the basic plane (extension A and compatibility forms included). */
export function isHanUnit(unit: number): boolean {
  return ((flags[unit] ?? 0) & HAN) !== 0;
}

/** Whether a unit is Han or half of an astral Han character. */
export function isHanOrSurrogate(unit: number): boolean {
  return isHanUnit(unit) || (unit >= 0xd840 && unit <= 0xdfff);
}

/** Whether a basic-plane character occurs in Simplified text only (OpenCC's tables; see han-tables.json). */
export function isSimplifiedOnlyUnit(unit: number): boolean {
  return ((flags[unit] ?? 0) & SIMPLIFIED_ONLY) !== 0;
}

/** Whether a basic-plane character occurs in Traditional text only. */
export function isTraditionalOnlyUnit(unit: number): boolean {
  return ((flags[unit] ?? 0) & TRADITIONAL_ONLY) !== 0;
}

/** As above for a surrogate pair. */
export function astralScript(character: string): 'simplified' | 'traditional' | undefined {
  if (astralSimplified.has(character)) return 'simplified';
  if (astralTraditional.has(character)) return 'traditional';
  return undefined;
}

/** The Simplified form of a UTF-16 unit by the character table alone: one unit to one unit, context-free. */
export function simplifyUnit(unit: number): number {
  return simplified[unit] ?? unit;
}

/** Simplifies by the character table alone; the length in UTF-16 units never changes. */
export function simplifyCharacters(text: string): string {
  return mapUnits(text, simplifyUnit);
}

/** Folds full-width ASCII (U+FF01..FF5E) and the ideographic space to ASCII; the length never changes. */
export function foldWidth(text: string): string {
  return mapUnits(text, (unit) => {
    if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0;
    return unit === 0x3000 || unit === 0xa0 || unit === 9 ? 0x20 : unit;
  });
}

const CHUNK = 8192;

/** Applies `map` to every UTF-16 unit; returns the very string when nothing changes. */
export function mapUnits(text: string, map: (unit: number) => number): string {
  let first = 0;
  while (first < text.length && map(text.charCodeAt(first)) === text.charCodeAt(first)) first++;
  if (first === text.length) return text;
  const parts: string[] = [text.slice(0, first)];
  const buffer = new Uint16Array(CHUNK);
  for (let start = first; start < text.length; start += CHUNK) {
    const size = Math.min(CHUNK, text.length - start);
    for (let i = 0; i < size; i++) buffer[i] = map(text.charCodeAt(start + i));
    parts.push(String.fromCharCode.apply(undefined, buffer.subarray(0, size) as unknown as number[]));
  }
  return parts.join('');
}
