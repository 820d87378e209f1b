import { findMojibake, type Mojibake } from '../../encoding/mojibake.js';
import type { Transcoder } from '../../encoding/transcoder.js';
import type { Report } from '../../report/types.js';
import { CharacterClass } from '../../script/characters.js';
import type { Span } from '../../text/span.js';
import { unitTable } from '../../text/unit-table.js';

/**
 * What decoding with the wrong table leaves: the replacement character, the runs it turns into when saved again,
 * and UTF-8 read as Windows-1252 or Latin-1 (a lead byte and up to three continuation bytes, each one letter).
 */
const DAMAGE = /\ufffd+|锟斤拷|(?:[\u00c2-\u00f4][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{1,3}){3,}/g;

/** What garbled text is made of where its lines look usual, and what the pattern begins with. */
const DAMAGED = CharacterClass.latin | CharacterClass.garbled | CharacterClass.invisible;

/** What Windows-1252 makes of bytes beyond ASCII. */
const LATIN = unitTable('ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™').fill(1, 0x80, 0x100);
const LATIN_ROW = 4;

/** Whether four characters in a row may have been made of bytes; the notes of a mirror page have no such row. */
function holdsLatinRow(text: string): boolean {
  // Every fourth character: a row cannot lie between two of them.
  for (let i = LATIN_ROW - 1; i < text.length; i += LATIN_ROW) {
    if (!isLatin(text.charCodeAt(i))) continue;
    let start = i;
    while (i - start < LATIN_ROW - 1 && isLatin(text.charCodeAt(start - 1))) start--;
    let end = i + 1;
    while (end - start < LATIN_ROW && isLatin(text.charCodeAt(end))) end++;
    if (end - start === LATIN_ROW) return true;
  }
  return false;
}

function isLatin(unit: number): boolean {
  return unit <= 0x2122 && LATIN[unit] === 1;
}

/** Which of the two searches over all characters can find anything: nearly every report is spared both, but for unusual lines. */
function mayHold({ classes, text }: Report): { readonly garbled: boolean; readonly lost: boolean } {
  const row = (classes & CharacterClass.latin) !== 0 && holdsLatinRow(text);
  return {
    garbled: row || (classes & CharacterClass.invisible) !== 0,
    // The pattern begins with one of the three.
    lost:
      row ||
      (classes & CharacterClass.garbled) !== 0 ||
      ((classes & CharacterClass.latin) !== 0 && text.includes('\ufffd')),
  };
}

/** Whether a look at the characters is worth it: false for nearly every report. */
export function mayBeDamaged({ unusual, classes }: Report): boolean {
  return unusual.length > 0 || (classes & DAMAGED) !== 0;
}

/** What a wrong encoding has done to a text; raw UTF-16 offsets, ascending. */
export interface Damage {
  /** Stretches that can be restored. */
  readonly garbled: readonly Mojibake[];
  /** Places that cannot. */
  readonly lost: readonly Span[];
}

/** Found once for a report: several rules ask. */
export function findDamage(report: Report, transcoder: Transcoder | undefined): Damage {
  const last = found.get(report);
  if (last !== undefined && last.transcoder === transcoder) return last.damage;
  const damage = lookForDamage(report, transcoder);
  found.set(report, { transcoder, damage });
  return damage;
}

const found = new WeakMap<Report, { readonly transcoder: Transcoder | undefined; readonly damage: Damage }>();

function lookForDamage(report: Report, transcoder: Transcoder | undefined): Damage {
  const may = mayHold(report);
  const { text, lines, unusual } = report;
  const suspects = may.garbled ? undefined : unusual.map((line) => lines.line(line));
  const garbled = findMojibake(text, transcoder, suspects);
  return { garbled, lost: may.lost ? lostIn(text, garbled) : [] };
}

/**
 * The lines, by number, that a wrong encoding has damaged: those where something is garbled or lost, and in such a report
 * the others that hold hardly a usual character. What scripts their characters are of says nothing, and changing one of them
 * would make the bytes irrecoverable.
 */
export function damagedLines(report: Report, transcoder: Transcoder | undefined): ReadonlySet<number> {
  if (!mayBeDamaged(report)) return NO_LINES;
  const { garbled, lost } = findDamage(report, transcoder);
  if (garbled.length === 0 && lost.length === 0) return NO_LINES;
  const { lines, unusual } = report;
  return new Set([...unusual, ...[...garbled, ...lost].map(({ start }) => lines.place(start).line)]);
}

const NO_LINES: ReadonlySet<number> = new Set();

/** Damage that cannot be restored: what stands in no stretch that can. */
function lostIn(text: string, garbled: readonly Mojibake[]): readonly Span[] {
  const places: Span[] = [];
  let next = 0;
  for (const { index, 0: match } of text.matchAll(DAMAGE)) {
    const end = index + match.length;
    while ((garbled[next]?.end ?? Infinity) <= index) next++;
    if ((garbled[next]?.start ?? Infinity) >= end) places.push({ start: index, end });
  }
  return places;
}
