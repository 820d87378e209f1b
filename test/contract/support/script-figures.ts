import tables from '../../../server/data/han-tables.json' with { type: 'json' };
import type { ReportService } from '../../../server/src/core/service.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import type { Planted, PlantSize, SetText, Stretch } from './script-set.js';

/** What a method says of a text: the stretches that it takes for the other script, ascending. */
export type Method = (text: string) => readonly Stretch[];

/** The sets that the baseline was measured with: characters of one script only. */
export const baselineSets = {
  simplifiedOnly: new Set(tables.simplifiedOnly),
  traditionalOnly: new Set(tables.traditionalOnly),
};

/**
 * The measured baseline: class by majority of the script-exclusive characters, undetermined under four of them, `mixed` when
 * the minority has at least two or one per cent. It knows no names and no quotations. For spans it takes each sentence in
 * which the minority has the majority, else the single characters.
 */
export const baseline: Method = (text) => {
  let simplified = 0;
  let traditional = 0;
  for (const character of text) {
    if (baselineSets.simplifiedOnly.has(character)) simplified++;
    else if (baselineSets.traditionalOnly.has(character)) traditional++;
  }
  const total = simplified + traditional;
  const minority = Math.min(simplified, traditional);
  if (total < 4 || minority === 0 || (minority < 2 && minority / total < 0.01)) return [];
  const isMinority = simplified > traditional ? baselineSets.traditionalOnly : baselineSets.simplifiedOnly;
  const isMajority = simplified > traditional ? baselineSets.simplifiedOnly : baselineSets.traditionalOnly;
  const found: Stretch[] = [];
  for (const { index, 0: sentence } of text.matchAll(/[^。!?！？\n]+[。!?！？]?/g)) {
    const offsets = [...sentence].flatMap((character, i) => (isMinority.has(character) ? [index + i] : []));
    const against = [...sentence].filter((character) => isMajority.has(character)).length;
    if (offsets.length > against) found.push({ start: index, end: index + sentence.length });
    else found.push(...offsets.map((start) => ({ start, end: start + 1 })));
  }
  return found;
};

const RULES = ['mixed-script', 'unconverted-character'];

/** Ours: the places of the two rules that speak of the other script. */
export function ours(service: ReportService): Method {
  return (text) =>
    service
      .check(service.parse(text), defaultSettings)
      .findings.filter(({ rule }) => RULES.includes(rule))
      .flatMap(({ places }) => places)
      .sort((a, b) => a.start - b.start);
}

/** Ours, mended: what the fixes of the two rules make of a text. */
export function mended(service: ReportService, text: string): string {
  return service.fix(text, defaultSettings, { include: 'review', rules: new Set(RULES) }).text;
}

/** How many of the swapped characters the fixes give back as they were, and how many were swapped. */
export function restored(
  service: ReportService,
  planted: readonly Planted[],
): { readonly characters: number; readonly of: number } {
  let characters = 0;
  let of = 0;
  for (const one of planted) {
    const text = mended(service, one.text);
    of += one.changed.length;
    characters += one.changed.filter((at) => text.charAt(at) === one.original.text.charAt(at)).length;
  }
  return { characters, of };
}

export interface Figures {
  readonly planted: number;
  readonly detected: number;
  /** All swapped characters are in a stretch, and no stretch holds an unswapped character that proves the majority. */
  readonly exact: number;
  /** One stretch was planted and one found, with the very borders; marks and blanks at its ends are left aside. */
  readonly bordered: number;
}

export const PLANT_SIZES = ['1 character', '3 characters', 'sentence', 'paragraph'] as const;

/** The figures of a method per size of what was planted. */
export function measure(method: Method, planted: readonly Planted[]): Record<PlantSize, Figures> {
  const figures = PLANT_SIZES.map((size) => [size, measureSize(method, planted, size)] as const);
  return Object.fromEntries(figures) as Record<PlantSize, Figures>;
}

function measureSize(method: Method, all: readonly Planted[], size: PlantSize): Figures {
  const planted = all.filter((one) => one.size === size);
  let detected = 0;
  let exact = 0;
  let bordered = 0;
  for (const one of planted) {
    const found = method(one.text);
    if (one.changed.some((at) => covers(found, at))) detected++;
    if (isExact(found, one)) exact++;
    const [only] = one.stretches;
    if (one.stretches.length === 1 && only !== undefined && found.length === 1 && found[0] !== undefined) {
      const a = trimmed(one.text, only);
      const b = trimmed(one.text, found[0]);
      if (a.start === b.start && a.end === b.end) bordered++;
    }
  }
  return { planted: planted.length, detected, exact, bordered };
}

function isExact(found: readonly Stretch[], { changed, original, text }: Planted): boolean {
  if (!changed.every((at) => covers(found, at))) return false;
  const majority =
    original.script === 'simplified' ? baselineSets.simplifiedOnly : baselineSets.traditionalOnly;
  const swapped = new Set(changed);
  for (let at = 0; at < text.length; at++)
    if (majority.has(text.charAt(at)) && !swapped.has(at) && covers(found, at) && !isSpared(original, at))
      return false;
  return true;
}

function isSpared({ spared }: SetText, at: number): boolean {
  return spared.some(({ start, end }) => start <= at && at < end);
}

function covers(stretches: readonly Stretch[], at: number): boolean {
  return stretches.some(({ start, end }) => start <= at && at < end);
}

function trimmed(text: string, { start, end }: Stretch): Stretch {
  let from = start;
  let to = end;
  while (from < to && !/[\p{L}\p{N}]/u.test(text.charAt(from))) from++;
  while (to > from && !/[\p{L}\p{N}]/u.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/** How many clean texts a method says something of. */
export function falseAlarms(method: Method, clean: readonly string[]): number {
  return clean.filter((text) => method(text).length > 0).length;
}
