import type { Report } from '../report/types.js';
import { alignedEdits } from '../text/aligned-diff.js';
import type { TextEdit } from '../text/edit.js';
import { spansMeeting, type Span } from '../text/span.js';
import { isSimplifiedOnlyUnit, isTraditionalOnlyUnit } from './characters.js';
import type { Conversion, ConvertOptions } from './conversion/types.js';
import {
  isPhraseTarget,
  PHRASE_TARGETS,
  toSimplifiedFrom,
  type Converter,
  type ConvertTarget,
  type Glyphs,
} from './converter.js';

export { NOTHING_CONVERTED } from './conversion/types.js';
export type {
  AmbiguousCharacter,
  Conversion,
  ConvertOptions,
  Leftover,
  NameToConfirm,
} from './conversion/types.js';

/**
 * Converts glyphs, never wording. Going to Simplified, certain pinyin notes are taken out first, so that words are
 * seen whole (乾(qián)坤). Names are converted as names. A line that already is in the target script is left alone,
 * so converting twice changes nothing and no legal character of the target script is touched.
 */
export function convertReport(report: Report, options: ConvertOptions, converter: Converter): Conversion {
  const { text } = report;
  const to = isPhraseTarget(options.to) ? PHRASE_TARGETS[options.to].to : options.to;
  const simplify = to === 'simplified';
  const { certain } = report.notes;
  const notes = simplify ? certain : [];
  const ranges = widen(options.ranges ?? [{ start: 0, end: text.length }], report);
  const toSimplified = toSimplifiedFrom(
    ranges.length === 1 ? text.slice(ranges[0]?.start, ranges[0]?.end) : text,
  );
  const fixed = fixedSpans(report, options.protected ?? []);
  const edits: TextEdit[] = [];
  const names = new Set<string>();
  const leftovers = new Set<string>();
  let charactersChanged = 0;
  let notesRemoved = 0;

  const change = (parts: readonly Span[], after: string): void => {
    for (const edit of editsOf(text, parts, after)) {
      edits.push(edit);
      charactersChanged += edit.end - edit.start;
    }
  };
  const convertText = (start: number, end: number, glyphs: Glyphs): void => {
    const parts = without(notes, start, end);
    const after = converter.convert(join(text, parts), glyphs);
    collectLeftovers(after, simplify, leftovers);
    change(parts, after);
  };
  const convertName = ({ start, end }: Span, glyphs: Glyphs): void => {
    const parts = without(certain, start, end);
    const converted = converter.name(join(text, parts), glyphs);
    change(parts, converted.text);
    if (converted.ambiguous) names.add(converted.text);
  };

  for (const range of ranges) {
    for (const line of linesIn(report, range)) {
      const glyphs = glyphsFor(text.slice(line.start, line.end), to, toSimplified, report);
      if (glyphs === undefined) continue;
      let position = line.start;
      for (const stop of spansMeeting(fixed, line).map((span) => clip(span, line))) {
        convertText(position, stop.start, glyphs);
        if (stop.name) convertName(stop, glyphs);
        position = stop.end;
      }
      convertText(position, line.end, glyphs);
    }
    for (const note of spansMeeting(notes, range)) {
      edits.push({ start: note.start, end: note.end, newText: '', kind: 'residue-removed' });
      notesRemoved++;
    }
  }
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    edits,
    charactersChanged,
    linesChanged: 0,
    phrasesRewritten: 0,
    notesRemoved,
    names: [...names],
    namesToConfirm: [],
    ambiguous: [],
    leftovers: [...leftovers],
    leftoverPlaces: [],
  };
}

/** What is left of a stretch between the notes in it. */
function without(notes: readonly Span[], start: number, end: number): Span[] {
  const parts: Span[] = [];
  let position = start;
  for (const note of start < end ? spansMeeting(notes, { start, end }) : []) {
    if (note.start > position) parts.push({ start: position, end: note.start });
    position = note.end;
  }
  if (end > position) parts.push({ start: position, end });
  return parts;
}

function join(text: string, parts: readonly Span[]): string {
  return parts.map(({ start, end }) => text.slice(start, end)).join('');
}

/** The edits that make `after` of the parts of a text read as one; an edit never reaches over a part's end. */
function editsOf(text: string, parts: readonly Span[], after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let position = 0;
  parts.forEach(({ start, end }, i) => {
    // Conversion is character by character; the last part takes whatever is left should it ever not be.
    const length = i === parts.length - 1 ? after.length : unitsOf(after, position, text, start, end);
    for (const edit of alignedEdits(
      text.slice(start, end),
      after.slice(position, position + length),
      start,
      'script-converted',
    )) {
      edits.push(edit);
    }
    position += length;
  });
  return edits;
}

/** How many UTF-16 units of `after` hold as many characters as `text` has from `start` to `end`. */
function unitsOf(after: string, from: number, text: string, start: number, end: number): number {
  let units = 0;
  for (let i = start; i < end; i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1) {
    units += (after.codePointAt(from + units) ?? 0) > 0xffff ? 2 : 1;
  }
  return units;
}

/** How a line gets to the target; undefined when it is there. A line without evidence goes with the whole text. */
function glyphsFor(
  line: string,
  to: ConvertTarget,
  toSimplified: Glyphs,
  report: Report,
): Glyphs | undefined {
  let simplified = 0;
  let traditional = 0;
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    if (isSimplifiedOnlyUnit(unit)) simplified++;
    else if (isTraditionalOnlyUnit(unit)) traditional++;
  }
  const undecided = simplified === 0 && traditional === 0;
  if (to === 'simplified') {
    if (undecided) return report.script.majority === 'simplified' ? undefined : toSimplified;
    return traditional > 0 ? toSimplified : undefined;
  }
  const isTraditional = undecided ? report.script.majority === 'traditional' : simplified === 0;
  if (to === 'traditional') return isTraditional ? undefined : 's2t';
  // Between the standards of Traditional only the forms differ: 裏 is 裡 in Taiwan.
  if (to === 'tw') return isTraditional ? 't2tw' : 's2tw';
  return isTraditional ? 't2hk' : 's2hk';
}

interface Fixed extends Span {
  readonly name: boolean;
}

/** Names and protected words, ascending, without overlaps; protected words win. */
function fixedSpans(report: Report, words: readonly string[]): Fixed[] {
  const found: Fixed[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = report.text.indexOf(word); at >= 0; at = report.text.indexOf(word, at + word.length)) {
      found.push({ start: at, end: at + word.length, name: false });
    }
  }
  const kept = withoutOverlap(found);
  const people: readonly Span[] = [
    ...report.officials.flatMap(({ mentions }) => mentions),
    ...report.authors,
    ...report.editors,
  ];
  const names = people
    .map(({ start, end }): Fixed => ({ start, end, name: true }))
    .filter((name) => spansMeeting(kept, name).length === 0);
  return withoutOverlap([...kept, ...names]);
}

function withoutOverlap(spans: readonly Fixed[]): Fixed[] {
  const kept: Fixed[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}

/** The part of a name or word that lies within a selection. */
function clip({ start, end, name }: Fixed, { start: from, end: to }: Span): Fixed {
  return { start: Math.max(start, from), end: Math.min(end, to), name };
}

function* linesIn(report: Report, range: Span): Generator<Span> {
  const first = report.lines.place(range.start).line;
  for (let i = first; i < report.lines.count; i++) {
    const line = report.lines.line(i);
    if (line.start > range.end) return;
    const start = Math.max(line.start, range.start);
    const end = Math.min(line.end, range.end);
    if (end > start) yield { start, end };
  }
}

function collectLeftovers(after: string, simplify: boolean, leftovers: Set<string>): void {
  for (let i = 0; i < after.length; i++) {
    const unit = after.charCodeAt(i);
    if (simplify ? isTraditionalOnlyUnit(unit) : isSimplifiedOnlyUnit(unit)) leftovers.add(after.charAt(i));
  }
}

/** Ranges widened so that no pinyin note and no surrogate pair is cut; ascending, merged. */
function widen(ranges: readonly Span[], report: Report): Span[] {
  const { certain, doubtful } = report.notes;
  const wide = ranges.map((range) => {
    let { start, end } = range;
    const near = { start: start - 1, end: end + 1 };
    for (const note of [...spansMeeting(certain, near), ...spansMeeting(doubtful, near)]) {
      if (note.start < end && note.end > end) end = note.end;
      // A note belongs to the character in front of it.
      if (note.start === end && end > start) end = note.end;
      if (note.start < start && note.end > start) start = note.start - 1;
    }
    if (isLow(report.text.charCodeAt(start))) start--;
    if (isLow(report.text.charCodeAt(end))) end++;
    return { start, end };
  });
  wide.sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const range of wide) {
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push(range);
  }
  return merged;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
