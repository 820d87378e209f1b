import tables from '../../../data/han-tables.json' with { type: 'json' };
import { USUAL_HAN } from '../encoding/common-characters.js';

/**
 * Bit flags of a UTF-16 unit, looked up in one table. {@link classesOf} gives the union over a text, so that a
 * reader that needs a certain class can tell at once that there is nothing for it.
 */
export const CharacterClass = {
  han: 1,
  simplifiedOnly: 2,
  traditionalOnly: 4,
  /** Another character stands for it in the shadow. */
  simplifies: 8,
  /** Full-width ASCII and what else {@link foldWidth} changes. */
  wide: 16,
  /** `(` and `（`. */
  bracket: 32,
  digit: 64,
  /** ASCII letters. */
  letter: 128,
  /** ASCII `! ( ) , : ; ?`. */
  asciiMark: 256,
  surrogate: 512,
  /** What NFKC would have changed. */
  compatibility: 1024,
  /** Controls, zero-width and bidirectional marks, private use, also half of an astral one. */
  invisible: 2048,
  /** Radicals, compatibility ideographs and 巿. */
  lookAlike: 4096,
  /** Full-width Latin letters. */
  wideLetter: 16384,
  /** Latin-1 letters and controls, and the replacement character. */
  latin: 8192,
  /** A usual Han character of the genre, either script. */
  usual: 1 << 15,
  /** Marks that may stand alone or folded: quotation marks, brackets, pauses and stops of both widths. */
  mark: 1 << 16,
  lineEnd: 1 << 17,
  /** `:` of both widths, `|`, `丨`: no label is without, nearly. */
  colon: 1 << 18,
  /** White space inside a line. */
  space: 1 << 19,
  /** `! ， ： ； ？ （ ）` in full width. */
  wideMark: 1 << 20,
  /** What compatibility normalisation leaves in place of a character: `I V N ° ⁄` and `.`. */
  trace: 1 << 21,
  /** What rows of links, buttons and page numbers are set with. */
  furnitureMark: 1 << 23,
  /** Forms that no converter handles: 陜 吿 囯. */
  variant: 1 << 24,
  /** Legal in Traditional text, and what conversion by single characters leaves in the wrong words. */
  suspect: 1 << 25,
  /** Begins what the replacement character turns into when saved again: 锟斤拷. */
  garbled: 1 << 26,
  /** Kept in names although the shadow writes another form (乾 昇 甯). */
  nameForm: 1 << 22,
} as const;

const { han: HAN, simplifiedOnly: SIMPLIFIED_ONLY, traditionalOnly: TRADITIONAL_ONLY } = CharacterClass;

const flags = new Uint32Array(0x10000);
flags.fill(HAN, 0x3400, 0x4dc0);
flags.fill(HAN, 0x4e00, 0xa000);
flags.fill(HAN, 0xf900, 0xfb00);
flags[0x3007] = HAN; // 〇
/** Ranges of units, both ends included. */
const RANGES: readonly (readonly [flag: number, ...ranges: (readonly [number, number])[]])[] = [
  [CharacterClass.wide, [0xff01, 0xff5e], [0x3000, 0x3000], [0xa0, 0xa0], [9, 9]],
  [CharacterClass.bracket, [0x28, 0x28], [0xff08, 0xff08]],
  [CharacterClass.digit, [0x30, 0x39]],
  [CharacterClass.letter, [0x41, 0x5a], [0x61, 0x7a]],
  [CharacterClass.wideLetter, [0xff21, 0xff3a], [0xff41, 0xff5a]],
  [CharacterClass.asciiMark, [0x21, 0x21], [0x28, 0x29], [0x2c, 0x2c], [0x3a, 0x3b], [0x3f, 0x3f]],
  [CharacterClass.surrogate, [0xd800, 0xdfff]],
  [CharacterClass.compatibility, [0xb2, 0xb3], [0x2026, 0x2026], [0x2100, 0x217f], [0x2460, 0x24ff]],
  [CharacterClass.compatibility, [0x3000, 0x3000], [0x3300, 0x33ff], [0xfe30, 0xfe6b], [0xff01, 0xff5e]],
  [CharacterClass.invisible, [0, 8], [0xb, 0xc], [0xe, 0x1f], [0x7f, 0x9f], [0xad, 0xad], [0x61c, 0x61c]],
  [CharacterClass.invisible, [0x180e, 0x180e], [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x206f]],
  [CharacterClass.invisible, [0xfeff, 0xfeff], [0xe000, 0xf8ff], [0xdb80, 0xdbff]],
  [CharacterClass.lookAlike, [0x5dff, 0x5dff], [0x2e80, 0x2fdf], [0xf900, 0xfaff], [0xd87e, 0xd87e]],
  [CharacterClass.latin, [0x80, 0xff], [0xfffd, 0xfffd]],
  [CharacterClass.lineEnd, [10, 10], [13, 13]],
  [CharacterClass.space, [9, 9], [0x20, 0x20], [0xa0, 0xa0], [0x2000, 0x200a], [0x3000, 0x3000]],
];
for (const [flag, characters] of [
  [CharacterClass.mark, '“”‘’《》（）()「」『』，,、。；;：:！!？?'],
  [CharacterClass.colon, ':：|丨｜'],
  [CharacterClass.wideMark, '！，：；？（）'],
  [CharacterClass.trace, 'IVN°⁄.'],
  [CharacterClass.furnitureMark, '>»›|丨/\\·•●.[]【】<*=→←↓↑'],
  [CharacterClass.variant, '陜吿囯'],
  [
    CharacterClass.suspect,
    '并于后干范斗采系里復沖筑幸愈癥准几丑谷郁松余制致表板卷向回征志只游注划舍吁仆御托歷鍾獲匯',
  ],
  [CharacterClass.garbled, '锟'],
  [CharacterClass.nameForm, tables.ambiguousToSimplified],
  [CharacterClass.usual, USUAL_HAN],
] as const) {
  for (let i = 0; i < characters.length; i++) add(characters.charCodeAt(i), flag);
}
for (const [flag, ...ranges] of RANGES) {
  for (const [first, last] of ranges) for (let unit = first; unit <= last; unit++) add(unit, flag);
}

function add(unit: number, flag: number): void {
  flags[unit] = (flags[unit] ?? 0) | flag;
}

const astralSimplified = new Set<string>();
const astralTraditional = new Set<string>();
for (const character of tables.simplifiedOnly) mark(character, SIMPLIFIED_ONLY, astralSimplified);
for (const character of tables.traditionalOnly) mark(character, TRADITIONAL_ONLY, astralTraditional);

function mark(character: string, flag: number, astral: Set<string>): void {
  if (character.length > 1) astral.add(character);
  else add(character.charCodeAt(0), flag);
}

const simplified = identity();
for (let i = 0; i < tables.simplify.from.length; i++) {
  const unit = tables.simplify.from.charCodeAt(i);
  simplified[unit] = tables.simplify.to.charCodeAt(i);
  add(unit, CharacterClass.simplifies);
}
const folded = identity();
for (let unit = 0xff01; unit <= 0xff5e; unit++) folded[unit] = unit - 0xfee0;
for (const space of [0x3000, 0xa0, 9]) folded[space] = 0x20;
/** Simplified, then folded. */
const shadowed = simplified.map((unit) => folded[unit] ?? unit);

function identity(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) table[unit] = unit;
  return table;
}

/**
 * Units of one kind have the same flags, and so have the units that stand for them in the shadow. There are fewer than a hundred:
 * a byte for each unit fits into the nearest cache, as far as a text uses it, where flags for each unit would not.
 */
const kinds = new Uint8Array(0x10000);
const classesOfKind: number[] = [];
const shadowClassesOfKind: number[] = [];
for (let unit = 0, last = 0; unit < 0x10000; unit++) {
  const own = flags[unit] ?? 0;
  const shadow = flags[shadowed[unit] ?? 0] ?? 0;
  const isSame = (kind: number): boolean =>
    classesOfKind[kind] === own && shadowClassesOfKind[kind] === shadow;
  if (!isSame(last)) {
    for (last = 0; last < classesOfKind.length && !isSame(last);) last++;
    classesOfKind[last] = own;
    shadowClassesOfKind[last] = shadow;
  }
  kinds[unit] = last;
}

/** The tables themselves, for scans that look at every character of a text. */
export const unitTables: {
  /** The kind of each UTF-16 unit, an index of the two tables of flags. */
  readonly kinds: Readonly<Uint8Array>;
  /** {@link CharacterClass} flags by kind. */
  readonly classes: Readonly<Uint32Array>;
  /** The flags of what stands in the folded shadow, by kind. */
  readonly shadowClasses: Readonly<Uint32Array>;
  /** The unit that stands in the folded shadow, by UTF-16 unit. */
  readonly shadow: Readonly<Uint16Array>;
} = {
  kinds,
  classes: Uint32Array.from(classesOfKind),
  shadowClasses: Uint32Array.from(shadowClassesOfKind),
  shadow: shadowed,
};

const { classes: CLASSES } = unitTables;

/** The {@link CharacterClass} flags of a UTF-16 unit. */
export function classOf(unit: number): number {
  return CLASSES[kinds[unit] ?? 0] ?? 0;
}

/** The union of the {@link CharacterClass} flags of a text. */
export function classesOf(text: string): number {
  let classes = 0;
  for (let i = 0; i < text.length; i++) classes |= classOf(text.charCodeAt(i));
  return classes;
}

/** Whether a UTF-16 unit is a Han character of the basic plane (extension A and compatibility forms included). */
export function isHanUnit(unit: number): boolean {
  return (classOf(unit) & HAN) !== 0;
}

/** Whether a unit is Han or half of an astral Han character. */
export function isHanOrSurrogate(unit: number): boolean {
  return isHanUnit(unit) || (unit >= 0xd840 && unit <= 0xdfff);
}

/** Whether a basic-plane character occurs in Simplified text only (OpenCC's tables; see han-tables.json). */
export function isSimplifiedOnlyUnit(unit: number): boolean {
  return (classOf(unit) & SIMPLIFIED_ONLY) !== 0;
}

/** Whether a basic-plane character occurs in Traditional text only. */
export function isTraditionalOnlyUnit(unit: number): boolean {
  return (classOf(unit) & TRADITIONAL_ONLY) !== 0;
}

/** As above for a surrogate pair. */
export function astralScript(character: string): 'simplified' | 'traditional' | undefined {
  if (astralSimplified.has(character)) return 'simplified';
  if (astralTraditional.has(character)) return 'traditional';
  return undefined;
}

/**
 * The script of a word, by the first of its characters that is of one script only; undefined where all are of both.
 * Characters beyond U+FFFF are not looked at.
 */
export function scriptOf(word: string): 'simplified' | 'traditional' | undefined {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (isSimplifiedOnlyUnit(unit)) return 'simplified';
    if (isTraditionalOnlyUnit(unit)) return 'traditional';
  }
  return undefined;
}

/** The Simplified form of a UTF-16 unit by the character table alone: one unit to one unit, context-free. */
export function simplifyUnit(unit: number): number {
  return simplified[unit] ?? unit;
}

/** Simplifies by the character table alone; the length in UTF-16 units never changes. */
export function simplifyCharacters(text: string): string {
  return mapUnits(text, simplified);
}

/** Folds full-width ASCII (U+FF01..FF5E) and the ideographic space to ASCII; the length never changes. */
export function foldWidth(text: string): string {
  return mapUnits(text, folded);
}

const CHUNK = 8192;
/** Scratch space: an array of its own for each text costs more than the mapping; nothing stays in it between calls. */
const buffer = new Uint16Array(CHUNK);

/** Replaces every UTF-16 unit by what the table has for it; returns the very string when nothing changes. */
function mapUnits(text: string, table: Uint16Array): string {
  let first = 0;
  while (first < text.length && table[text.charCodeAt(first)] === text.charCodeAt(first)) first++;
  if (first === text.length) return text;
  let mapped = text.slice(0, first);
  for (let start = first; start < text.length; start += CHUNK) {
    const size = Math.min(CHUNK, text.length - start);
    for (let i = 0; i < size; i++) buffer[i] = table[text.charCodeAt(start + i)] ?? 0;
    mapped += String.fromCharCode.apply(undefined, buffer.subarray(0, size) as unknown as number[]);
  }
  return mapped;
}
