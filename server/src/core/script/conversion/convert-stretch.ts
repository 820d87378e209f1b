import { alignedEdits } from '../../text/aligned-diff.js';
import { spansMeeting, type Span } from '../../text/span.js';
import type { Report } from '../../report/types.js';
import { CharacterClass, classOf, simplifyCharacters } from '../characters.js';
import type { Glyphs } from '../converter.js';
import type { AlignedConversion, ConfigName, ConversionEngine, ProtectedSpan } from '../opencc/index.js';
import { mayBeRegional, regionalForm } from '../source-standard.js';
import type { EditCollector } from './collect-edits.js';
import type { FixedSpan } from './fixed-spans.js';
import { alternativesOf, createFormReader, type NamesWithChoices } from './name-forms.js';
import { withoutNotes, type NoteFree } from './note-free.js';
import { clausesAround, type Stretch } from './stretches.js';
import type { WordBorders } from './word-borders.js';
import { isWorthAskingAt } from './worth-asking.js';
import type { AmbiguousCharacter, NameToConfirm } from './types.js';

/** What the stretches of one conversion share; the lists are filled. */
export interface StretchContext {
  readonly report: Report;
  readonly engine: ConversionEngine;
  readonly borders: WordBorders;
  /** Pinyin notes that go, ascending; none of them is part of the text that is converted. */
  readonly notes: readonly Span[];
  readonly fixed: readonly FixedSpan[];
  /** Whether stretches may begin or end inside a word: the caller chose ranges. */
  readonly cuts: boolean;
  /** The phrase configuration that text of the other script goes through; absent: glyphs only. */
  readonly phrases: ConfigName | undefined;
  /** Whether forms of every region convert, whichever the configuration is of. */
  readonly regional: boolean;
  readonly edits: EditCollector;
  readonly names: NameToConfirm[];
  readonly ambiguous: AmbiguousCharacter[];
  phrasesRewritten: number;
}

/** Converts one stretch into the lists of the context. */
export function convertStretch(stretch: Stretch, context: StretchContext): void {
  if (stretch.mode === 'strays') convertStrays(stretch, context);
  else if (context.cuts && stretch.config.startsWith('s2')) convertInContext(stretch, context);
  else convertSource(withoutNotes(context.report.text, stretch, context.notes), stretch, context);
}

/**
 * A selection that cuts a word still converts by the word: 发 of 头发 becomes 髮. What stands around it may have been converted
 * already, so it is looked at in Simplified.
 */
function convertInContext(stretch: Stretch, context: StretchContext): void {
  const { text } = context.report;
  const around = clausesAround(context.report, stretch);
  const source = {
    ...withoutNotes(text, around, []),
    text:
      simplifyCharacters(text.slice(around.start, stretch.start)) +
      text.slice(stretch.start, stretch.end) +
      simplifyCharacters(text.slice(stretch.end, around.end)),
  };
  convertSource(source, stretch, context);
}

/** Converts a text and takes over what lies within the stretch (raw offsets). */
function convertSource(source: NoteFree, stretch: Stretch, context: StretchContext): void {
  const from = source.fromRaw(stretch.start);
  const to = source.fromRaw(stretch.end);
  const spans = localSpans(source, context.fixed);
  const { forms, conversion } = runEngine(source, spans, stretch.config, context);
  for (const { start, end, newText } of conversion.edits()) {
    if (start >= from && end <= to) context.edits.add(source, start, end, newText);
    else if (start < to && end > from && newText.length === end - start) {
      const [first, last] = [Math.max(start, from), Math.min(end, to)];
      context.edits.add(source, first, last, newText.slice(first - start, last - start));
    }
  }
  for (const name of spans.names) {
    const [start, end] = [Math.max(name.start, from), Math.min(name.end, to)];
    const choices = forms.get(name.start);
    if (start >= end || choices === undefined) continue;
    const converted = outputOf(conversion, start, end);
    const skipped = outputOf(conversion, name.start, start).length;
    context.names.push({
      start: source.toRaw(start),
      end: source.toRaw(end - 1) + 1,
      name: source.text.slice(start, end),
      converted,
      alternatives: alternativesOf(converted, skipped, choices),
    });
  }
  for (const { start, end, output, alternatives } of conversion.ambiguous()) {
    if (start < from || end > to) continue;
    const character = source.text.slice(start, end);
    if (!isWorthAskingAt(source.text, start, stretch.config.endsWith('2s'))) continue;
    if (spansMeeting(spans.names, { start, end }).length > 0) continue;
    context.ambiguous.push({
      start: source.toRaw(start),
      end: source.toRaw(end - 1) + 1,
      source: character,
      chosen: output,
      alternatives,
    });
  }
}

function outputOf({ offsets, output }: AlignedConversion, start: number, end: number): string {
  return output.slice(offsets.toOutput(start), offsets.toOutput(end));
}

interface LocalSpans {
  readonly names: readonly Span[];
  readonly protected: readonly Span[];
}

/** The fixed spans within a text, in its own offsets; what reaches over its ends is cut. */
function localSpans(source: NoteFree, fixed: readonly FixedSpan[]): LocalSpans {
  const first = source.parts[0]?.start;
  const last = source.parts.at(-1)?.end;
  if (fixed.length === 0 || first === undefined || last === undefined) return { names: [], protected: [] };
  const local = spansMeeting(fixed, { start: first, end: last })
    .map(({ start, end, name }) => ({
      start: source.fromRaw(Math.max(start, first)),
      end: source.fromRaw(Math.min(end, last)),
      name,
    }))
    .filter(({ start, end }) => end > start);
  return { names: local.filter(({ name }) => name), protected: local.filter(({ name }) => !name) };
}

/** Runs the engine with names converted as names and phrases kept within the borders of words. */
function runEngine(
  { text }: NoteFree,
  spans: LocalSpans,
  glyphs: Glyphs,
  context: StretchContext,
): { readonly conversion: AlignedConversion; readonly forms: NamesWithChoices } {
  const { engine, borders } = context;
  const { nameCharacter, forms } = createFormReader(text, spans.names, glyphs, engine);
  const fixed = spans.names.length === 0 ? spans.protected : ascending(spans.protected, spans.names);
  const found = borders.find(text, glyphs, fixed);
  const regional = context.regional ? regionalSpans(text, glyphs, engine, [fixed, found]) : [];
  const given = ascending(spans.protected, ascending(found, regional));
  const engineSpans = { names: spans.names, protected: given, nameCharacter };
  const plain = engine.convert(text, glyphs, engineSpans);
  // Between the standards of Traditional there is no wording to change.
  if (context.phrases === undefined || glyphs.startsWith('t2t') || glyphs.startsWith('t2h'))
    return { conversion: plain, forms };
  const conversion = engine.convert(text, context.phrases, engineSpans);
  for (const { start, end, output, kind } of conversion.segments()) {
    if (kind === 'phrase' && outputOf(plain, start, end) !== output) context.phrasesRewritten++;
  }
  return { conversion, forms };
}

/**
 * What the configuration leaves although Simplified does not write it: forms of another region (隨著 in a text with 衞) and
 * variants, with what becomes of them.
 * @param taken lists of spans, each ascending and apart, that convert otherwise
 */
function regionalSpans(
  text: string,
  glyphs: Glyphs,
  engine: ConversionEngine,
  taken: readonly (readonly Span[])[],
): ProtectedSpan[] {
  const found: ProtectedSpan[] = [];
  for (let start = 0; start < text.length; start++) {
    if (!mayBeRegional(text.charCodeAt(start))) continue;
    const output = regionalForm(text, start, glyphs, (form) => engine.plain(form, glyphs) === form);
    const place = { start, end: start + 1 };
    // An empty span is a border: it takes nothing.
    const isTaken = taken.some((spans) => spansMeeting(spans, place).some(({ start: a, end: b }) => b > a));
    if (output !== undefined && !isTaken) found.push({ ...place, output });
  }
  return found;
}

/** Two lists of spans, each ascending and none overlapping another, as one; an empty span goes in front of what begins there. */
function ascending<T extends Span>(some: readonly T[], more: readonly T[]): readonly T[] {
  if (some.length === 0) return more;
  return [...some, ...more].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Changes only the characters that prove the other script; between the standards of Traditional the rest goes on. */
function convertStrays(stretch: Stretch, context: StretchContext): void {
  const { report, engine, notes } = context;
  const source = withoutNotes(report.text, stretch, notes);
  const toSimplified = stretch.config.endsWith('2s');
  const other = toSimplified ? CharacterClass.traditionalOnly : CharacterClass.simplifiedOnly;
  const looked = toSimplified ? source.text : simplifyCharacters(source.text);
  const spans = localSpans(source, context.fixed);
  const { conversion } = runEngine({ ...source, text: looked }, spans, stretch.config, {
    ...context,
    phrases: undefined,
  });
  let mixed = '';
  for (let i = 0; i < source.text.length; i++) {
    const isStray =
      (classOf(source.text.charCodeAt(i)) & other) !== 0 &&
      spansMeeting(spans.protected, { start: i, end: i + 1 }).length === 0;
    mixed += isStray ? outputOf(conversion, i, i + 1) : source.text.charAt(i);
  }
  const after =
    stretch.config === 's2tw'
      ? engine.convert(mixed, 't2tw', { protected: spans.protected }).output
      : stretch.config === 's2hk'
        ? engine.convert(mixed, 't2hk', { protected: spans.protected }).output
        : mixed;
  for (const { start, end, newText } of alignedEdits(source.text, after, 0, 'script-converted'))
    context.edits.add(source, start, end, newText);
}
