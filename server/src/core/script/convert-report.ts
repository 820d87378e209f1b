import type { Report } from '../report/types.js';
import { alignedEdits } from '../text/aligned-diff.js';
import type { TextEdit } from '../text/edit.js';
import { spansMeeting, type Span } from '../text/span.js';
import { isSimplifiedOnlyUnit, isTraditionalOnlyUnit } from './characters.js';
import { toSimplifiedFrom, type Converter, type ConvertTarget, type Glyphs } from './converter.js';
import { judgeScript } from './verdict.js';

export interface ConvertOptions {
  readonly to: ConvertTarget;
  /** Only these stretches (raw UTF-16 offsets), each widened to whole pinyin notes. Absent: everything. */
  readonly ranges?: readonly Span[];
  /** Words that stay as they are. */
  readonly protected?: readonly string[];
}

/** What a conversion changes. Applying `edits` is all there is to do. */
export interface Conversion {
  /** Ascending, without overlaps; unchanged text is in none of them. */
  readonly edits: readonly TextEdit[];
  /** UTF-16 units that get another character. */
  readonly charactersChanged: number;
  readonly notesRemoved: number;
  /** Names, as converted, in which a character with several targets kept its form. */
  readonly names: readonly string[];
  /** Characters of the other script that are left in the result. */
  readonly leftovers: readonly string[];
}

/**
 * Converts glyphs, never wording. Going to Simplified, certain pinyin notes are taken out first. Names are
 * converted as names. A line that already is in the target script is left alone, so converting twice changes
 * nothing and no legal character of the target script is touched.
 */
export function convertReport(report: Report, options: ConvertOptions, converter: Converter): Conversion {
  const { text } = report;
  const simplify = options.to === 'simplified';
  const notes = simplify ? report.notes.certain : [];
  const ranges = widen(options.ranges ?? [{ start: 0, end: text.length }], report);
  const glyphs = chooseGlyphs(options.to, report, ranges);
  const fixed = fixedSpans(report, options.protected ?? []);
  const edits: TextEdit[] = [];
  const names = new Set<string>();
  const leftovers = new Set<string>();
  let charactersChanged = 0;
  let notesRemoved = 0;

  const convertPiece = (start: number, end: number): void => {
    const before = text.slice(start, end);
    const after = converter.convert(before, glyphs);
    collectLeftovers(after, simplify, leftovers);
    for (const edit of alignedEdits(before, after, start, 'script-converted')) {
      edits.push(edit);
      charactersChanged += edit.end - edit.start;
    }
  };
  const convertName = (span: Span): void => {
    // A note inside a name (張(zhāng)敬華) is taken out on its own; the characters around it convert in place.
    const inside = spansMeeting(report.notes.certain, span);
    let whole = '';
    let ambiguous = false;
    let position = span.start;
    for (const stop of [
      ...inside.map(({ start, end }) => ({ start, end })),
      { start: span.end, end: span.end },
    ]) {
      const before = text.slice(position, stop.start);
      const converted = converter.name(before, glyphs);
      whole += converted.text;
      ambiguous ||= converted.ambiguous;
      for (const edit of alignedEdits(before, converted.text, position, 'script-converted')) {
        edits.push(edit);
        charactersChanged += edit.end - edit.start;
      }
      position = stop.end;
    }
    if (ambiguous) names.add(whole);
  };

  for (const range of ranges) {
    for (const line of linesIn(report, range)) {
      if (!needsConversion(text.slice(line.start, line.end), simplify, report)) continue;
      let position = line.start;
      const stops = spansMeeting(fixed, line).map((span) => clip(span, line));
      const removed = spansMeeting(notes, line);
      let nextNote = 0;
      const piecesUntil = (end: number): void => {
        for (let note = removed[nextNote]; note !== undefined && note.start < end; note = removed[nextNote]) {
          nextNote++;
          if (note.start < position) continue;
          convertPiece(position, note.start);
          position = note.end;
        }
        if (end > position) convertPiece(position, end);
        position = Math.max(position, end);
      };
      for (const stop of stops) {
        if (stop.start < position) continue;
        piecesUntil(stop.start);
        if (stop.name) convertName(stop);
        position = stop.end;
      }
      piecesUntil(line.end);
    }
    for (const note of spansMeeting(notes, range)) {
      edits.push({ start: note.start, end: note.end, newText: '', kind: 'residue-removed' });
      notesRemoved++;
    }
  }
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  return { edits, charactersChanged, notesRemoved, names: [...names], leftovers: [...leftovers] };
}

function chooseGlyphs(to: ConvertTarget, report: Report, ranges: readonly Span[]): Glyphs {
  const text = ranges.length === 1 ? report.text.slice(ranges[0]?.start, ranges[0]?.end) : report.text;
  if (to === 'simplified') return toSimplifiedFrom(text);
  const { majority } = judgeScript(text);
  const fromTraditional = (majority ?? report.script.majority) === 'traditional';
  if (to === 'tw') return fromTraditional ? 't2tw' : 's2tw';
  if (to === 'hk') return fromTraditional ? 't2hk' : 's2hk';
  return 's2t';
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

/** Whether a line holds anything of the other script; a line without evidence goes with the whole text. */
function needsConversion(line: string, simplify: boolean, report: Report): boolean {
  let simplified = 0;
  let traditional = 0;
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    if (isSimplifiedOnlyUnit(unit)) simplified++;
    else if (isTraditionalOnlyUnit(unit)) traditional++;
  }
  const [own, other] = simplify ? [simplified, traditional] : [traditional, simplified];
  if (other > 0) return true;
  if (own > 0) return false;
  return report.script.majority !== (simplify ? 'simplified' : 'traditional');
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
