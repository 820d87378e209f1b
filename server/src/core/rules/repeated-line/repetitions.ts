import type { Report, Zone } from '../../report/types.js';
import type { TextEdit } from '../../text/edit.js';

/** Shorter lines repeat with reason: attributions, labels, slogans, refrains. */
const SHORTEST = 20;

/** White space and what nobody sees do not tell two copies apart. */
const UNSEEN = /[\s\u00ad\u200b-\u200f\ufeff]+/g;

/** Neighbouring zones that have all stood before; `original` is the earlier copy of the first. */
export interface Repetition {
  readonly zones: readonly Zone[];
  readonly original: Zone;
}

/**
 * Finds paragraphs that stand twice, compared on the shadow text without white space. Neighbours go together, and
 * short lines (a headline, a byline) go with a repeated paragraph next to them: a body that was pasted twice is one
 * repetition.
 */
export function findRepetitions(report: Report): readonly Repetition[] {
  if (!mayRepeat(report)) return NONE;
  const seen = new Map<string, Zone>();
  const found: Repetition[] = [];
  let run: { zone: Zone; original: Zone; long: boolean; spoken: boolean }[] = [];
  const close = (): void => {
    // Short lines at the ends of a run belong to it only between or beside long ones that follow the same original.
    if (run.some(({ long }) => long)) {
      const kept = trim(run);
      const [first] = kept;
      const isAnswer = kept.length === 1 && first?.spoken === true;
      if (first !== undefined && !isAnswer)
        found.push({ zones: kept.map(({ zone }) => zone), original: first.original });
    }
    run = [];
  };
  for (const zone of report.zones) {
    const key = keyOf(report, zone);
    const original = seen.get(key);
    if (original === undefined) seen.set(key, zone);
    if (original === undefined || zone.kind === 'furniture') close();
    else {
      const long = isBody(zone) && key.length >= SHORTEST;
      run.push({ zone, original, long, spoken: isSpoken(key) });
    }
  }
  close();
  return found;
}

const NONE: readonly Repetition[] = [];

/** Up to so many paragraphs, looking through a list is quicker than keeping a set; most reports have fewer. */
const FEW = 16;

/** Whether a long paragraph begins and ends like another long zone before it: nearly no report needs more. */
function mayRepeat({ shadow, zones }: Report): boolean {
  const { folded } = shadow;
  const few: number[] = [];
  let many: Set<number> | undefined;
  for (const zone of zones) {
    if (zone.end - zone.start < SHORTEST) continue;
    const code = codeOf(folded, shadow.toShadow(zone.start), shadow.toShadow(zone.end));
    if (isBody(zone) && (many?.has(code) ?? few.includes(code))) return true;
    if (many !== undefined) many.add(code);
    else if (few.push(code) > FEW) many = new Set(few);
  }
  return false;
}

/** Han characters at each end of a stretch by which it is compared. */
const COMPARED = 4;

/** A number over the first and the last Han characters: white space and what nobody sees do not count. */
function codeOf(text: string, start: number, end: number): number {
  let code = 0;
  for (let i = start, left = COMPARED; i < end && left > 0; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x3400 || unit > 0x9fff) continue;
    code = (Math.imul(code, 31) + unit) | 0;
    left--;
  }
  for (let i = end - 1, left = COMPARED; i >= start && left > 0; i--) {
    const unit = text.charCodeAt(i);
    if (unit < 0x3400 || unit > 0x9fff) continue;
    code = (Math.imul(code, 31) + unit) | 0;
    left--;
  }
  return code;
}

function isBody({ kind }: Zone): boolean {
  return kind === 'lead' || kind === 'paragraph' || kind === 'attendance';
}

/** A run of one long line keeps no short neighbours: a slogan below a repeated paragraph has its own reason. */
function trim<T extends { readonly long: boolean }>(run: readonly T[]): readonly T[] {
  return run.filter(({ long }) => long).length > 1 ? run : run.filter(({ long }) => long);
}

/** `答：`, `周晓明：`: who speaks may say the same again, to another question. */
const SPEAKER = /^(?:[\u4e00-\u9fff]{1,8}|[\u4e00-\u9fff]{2,4}\([^()]{1,20}\)):/;

function isSpoken(key: string): boolean {
  return SPEAKER.test(key);
}

function keyOf({ shadow }: Report, { start, end }: Zone): string {
  return shadow.folded.slice(shadow.toShadow(start), shadow.toShadow(end)).replace(UNSEEN, '');
}

/** Takes out whole lines, with the blank ones that set them apart from what stands before. */
export function removal({ text, lines }: Report, first: Zone, last: Zone): TextEdit {
  const from = lines.place(first.start).line;
  const to = lines.place(last.end).line;
  let above = from;
  while (above > 0 && isBlank(text, lines.line(above - 1))) above--;
  const atEnd = to + 1 >= lines.count || text.slice(lines.line(to).end).trim() === '';
  const start = above < from && above > 0 ? lines.line(above).start : lines.line(from).start;
  const next = to + 1 < lines.count ? lines.line(to + 1).start : lines.line(to).end;
  const kind = 'repetition-removed' as const;
  if (to + 1 < lines.count || !atEnd) return { start, end: next, newText: '', kind };
  return { start: above > 0 ? lines.line(above - 1).end : start, end: next, newText: '', kind };
}

function isBlank(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return text.slice(start, end).trim() === '';
}
