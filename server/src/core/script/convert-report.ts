import type { Report } from '../report/types.js';
import type { TextEdit } from '../text/edit.js';
import { spansMeeting, type Span } from '../text/span.js';
import { createEditCollector, type EditCollector } from './conversion/collect-edits.js';
import { convertStretch, type StretchContext } from './conversion/convert-stretch.js';
import { fixedSpans, type FixedSpan } from './conversion/fixed-spans.js';
import { findLeftovers } from './conversion/leftovers.js';
import { withoutNotes } from './conversion/note-free.js';
import { stretchesToConvert } from './conversion/stretches.js';
import type { Conversion, ConvertOptions } from './conversion/types.js';
import {
  isPhraseTarget,
  PHRASE_TARGETS,
  UNHANDLED,
  type Converter,
  type ConvertTarget,
  type Glyphs,
} from './converter.js';
import { findNames } from './names/find-names.js';
import type { DecidedByPhrase } from './names/shape.js';
import type { ConversionEngine } from './opencc/index.js';
import { readStandard } from './source-standard.js';

export { NOTHING_CONVERTED } from './conversion/types.js';
export type {
  AmbiguousCharacter,
  Conversion,
  ConvertOptions,
  Leftover,
  NameToConfirm,
} from './conversion/types.js';

/**
 * The safe conversion: glyphs, never wording (unless the caller asks for it). Going to Simplified, certain pinyin notes are
 * taken out first, so that words are seen whole (乾(qián)坤). No phrase of OpenCC reaches across words that are known to end
 * there (新征程), and names are converted as names. What already is in the target script is left alone, so converting twice
 * changes nothing and no legal character of the target script is touched. What is left of the other script is told.
 */
export function convertReport(report: Report, options: ConvertOptions, converter: Converter): Conversion {
  const { text } = report;
  const { engine, borders } = converter;
  const phrases = isPhraseTarget(options.to) ? options.to : undefined;
  const to = isPhraseTarget(options.to) ? PHRASE_TARGETS[options.to].to : options.to;
  const notes = to === 'simplified' ? report.notes.certain : [];
  const ranges = widen(options.ranges ?? [{ start: 0, end: text.length }], report);
  const { config: toSimplified, hasRegional } =
    to === 'simplified' ? configurationFor(report, ranges, options) : NO_SOURCE;
  const found = findNames(report, ranges, to, createDecidedByPhrase(engine, to));
  const fixed = fixedSpans(text, options.protected ?? [], found);
  const context: StretchContext = {
    report,
    engine,
    borders,
    notes,
    fixed,
    cuts: options.ranges !== undefined,
    phrases,
    regional: hasRegional && options.from === undefined,
    edits: createEditCollector(),
    names: [],
    ambiguous: [],
    phrasesRewritten: 0,
  };
  const names = fixed.filter(({ name }) => name);
  for (const stretch of stretchesToConvert(report, ranges, to, toSimplified, names))
    convertStretch(stretch, context);
  convertUnhandled(text, to, ranges, fixed, context.edits);

  const converted = context.edits.finish();
  const removed = ranges.flatMap((range) => spansMeeting(notes, range));
  const leftoverPlaces = findLeftovers(text, to, ranges, converted, fixed);
  const edits = removed.length === 0 ? converted : withRemoved(converted, removed);
  return {
    edits,
    charactersChanged: context.edits.charactersChanged,
    linesChanged: countLines(report, edits),
    phrasesRewritten: context.phrasesRewritten,
    notesRemoved: removed.length,
    names: [...new Set(context.names.map((name) => name.converted))],
    namesToConfirm: context.names,
    ambiguous: context.ambiguous,
    leftovers: [...new Set(leftoverPlaces.map(({ character }) => character))],
    leftoverPlaces,
  };
}

/**
 * Asks the engine's phrases; the answers are kept, for lists repeat their names. On the way to Simplified a name of three
 * characters is looked at as it is written: 徐干 is a name of the dictionaries from Simplified, and 徐乾學 another.
 */
function createDecidedByPhrase(engine: ConversionEngine, to: ConvertTarget): DecidedByPhrase {
  const known = new Map<string, ReadonlySet<number>>();
  return (simplified, written) => {
    const asWritten = to === 'simplified' && written.length > 2;
    const [text, config] = asWritten ? ([written, 't2s'] as const) : ([simplified, 's2t'] as const);
    const before = known.get(text);
    if (before !== undefined) return before;
    const open = new Set(
      engine
        .convert(text, config)
        .ambiguous()
        .map(({ start }) => start),
    );
    const decided = new Set<number>();
    let offset = 0;
    for (const character of text) {
      if (!open.has(offset) && engine.targets(character, config).length > 1) decided.add(offset);
      offset += character.length;
    }
    known.set(text, decided);
    return decided;
  };
}

function configurationFor(
  { text }: Report,
  ranges: readonly Span[],
  { to, from }: ConvertOptions,
): { readonly config: Glyphs; readonly hasRegional: boolean } {
  const source = readStandard(ranges.length === 1 ? text.slice(ranges[0]?.start, ranges[0]?.end) : text);
  if (isPhraseTarget(to)) return { ...source, config: PHRASE_TARGETS[to].glyphs };
  return from === undefined ? source : { ...source, config: from === 'tw' ? 'tw2s' : 'hk2s' };
}

const NO_SOURCE = { config: 't2s', hasRegional: false } as const;

/** The few forms that no configuration knows a way for, in either direction and whatever the line is. */
function convertUnhandled(
  text: string,
  to: ConvertTarget,
  ranges: readonly Span[],
  fixed: readonly FixedSpan[],
  edits: EditCollector,
): void {
  const whole = withoutNotes(text, { start: 0, end: text.length }, []);
  for (const [form, [simplified, traditional]] of UNHANDLED) {
    for (const { start, end } of ranges) {
      for (let at = text.indexOf(form, start); at >= 0 && at < end; at = text.indexOf(form, at + 1)) {
        const place = { start: at, end: at + 1 };
        if (!spansMeeting(fixed, place).some(({ name }) => !name))
          edits.add(whole, at, at + 1, to === 'simplified' ? simplified : traditional);
      }
    }
  }
}

/** The edits and the removals as one list, ascending; both are, so that they are merged. */
function withRemoved(converted: readonly TextEdit[], notes: readonly Span[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let next = 0;
  for (const { start, end } of notes) {
    for (; next < converted.length; next++) {
      const edit = converted[next]!;
      if (edit.start > start || (edit.start === start && edit.end > end)) break;
      edits.push(edit);
    }
    edits.push({ start, end, newText: '', kind: 'residue-removed' });
  }
  for (; next < converted.length; next++) edits.push(converted[next]!);
  return edits;
}

function countLines({ lines }: Report, edits: readonly TextEdit[]): number {
  let count = 0;
  let last = -1;
  let end = -1;
  for (const edit of edits) {
    if (edit.start < end) continue;
    const { line } = lines.place(edit.start);
    if (line !== last) count++;
    last = line;
    ({ end } = lines.line(line));
  }
  return count;
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
    if (cutsPair(report.text, start)) start--;
    if (cutsPair(report.text, end)) end++;
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

/** Whether an offset lies between the halves of a surrogate pair. */
function cutsPair(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}
