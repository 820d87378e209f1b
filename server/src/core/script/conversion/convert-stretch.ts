import { alignedEdits } from '../../text/aligned-diff.js';
import { spansMeeting, type Span } from '../../text/span.js';
import type { Report } from '../../report/types.js';
import { CharacterClass, classOf, simplifyCharacters } from '../characters.js';
import type { Glyphs } from '../converter.js';
import { nameForm, wholeName } from '../names/convert-name.js';
import type { AlignedConversion, ConfigName, ConversionEngine } from '../opencc/index.js';
import type { EditCollector } from './collect-edits.js';
import type { FixedSpan } from './fixed-spans.js';
import { withoutNotes, type NoteFree } from './note-free.js';
import { clausesAround, type Stretch } from './stretches.js';
import { isWorthAsking } from './worth-asking.js';
import type { AmbiguousCharacter, NameToConfirm } from './types.js';

/** What the stretches of one conversion share; the lists are filled. */
export interface StretchContext {
  readonly report: Report;
  readonly engine: ConversionEngine;
  /** Pinyin notes that go, ascending; none of them is part of the text that is converted. */
  readonly notes: readonly Span[];
  readonly fixed: readonly FixedSpan[];
  /** Whether stretches may begin or end inside a word: the caller chose ranges. */
  readonly cuts: boolean;
  /** The phrase configuration that text of the other script goes through; absent: glyphs only. */
  readonly phrases: ConfigName | undefined;
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
    if (start >= end || !forms.has(name.start)) continue;
    context.names.push({
      start: source.toRaw(start),
      end: source.toRaw(end - 1) + 1,
      name: source.text.slice(start, end),
      converted: outputOf(conversion, start, end),
    });
  }
  for (const { start, end, output, alternatives } of conversion.ambiguous()) {
    if (start < from || end > to) continue;
    const character = source.text.slice(start, end);
    if (!isWorthAsking(character, stretch.config.endsWith('2s'))) continue;
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

/** Runs the engine with names converted as names; `forms` has the starts of those that a person should look at. */
function runEngine(
  { text }: NoteFree,
  spans: LocalSpans,
  glyphs: Glyphs,
  context: StretchContext,
): { readonly conversion: AlignedConversion; readonly forms: ReadonlySet<number> } {
  const { engine } = context;
  const forms = new Set<number>();
  const known = knownNames(text, spans.names, glyphs, engine);
  const reader = createNameReader();
  const nameCharacter = (character: string, usual: string, name: Span): string => {
    const index = reader(character, name);
    const whole = known.get(name.start);
    if (whole !== undefined) return whole[index] ?? usual;
    const { form, confirm } = nameForm(character, usual, glyphs);
    if (confirm) forms.add(name.start);
    return form;
  };
  const plain = engine.convert(text, glyphs, { ...spans, nameCharacter });
  // Between the standards of Traditional there is no wording to change.
  if (context.phrases === undefined || glyphs.startsWith('t2t') || glyphs.startsWith('t2h'))
    return { conversion: plain, forms };
  const conversion = engine.convert(text, context.phrases, { ...spans, nameCharacter });
  for (const { start, end, output, kind } of conversion.segments()) {
    if (kind === 'phrase' && outputOf(plain, start, end) !== output) context.phrasesRewritten++;
  }
  return { conversion, forms };
}

/** Names that the dictionaries have as a whole (錢鍾書), character by character, by their starts. */
function knownNames(
  text: string,
  names: readonly Span[],
  glyphs: Glyphs,
  engine: ConversionEngine,
): Map<number, readonly string[]> {
  const known = new Map<number, readonly string[]>();
  const asked = new Map<string, readonly string[] | undefined>();
  for (const { start, end } of names) {
    const name = text.slice(start, end);
    if (!asked.has(name)) {
      const whole = wholeName(name, glyphs, engine);
      asked.set(name, whole === undefined ? undefined : Array.from(whole));
    }
    const characters = asked.get(name);
    if (characters !== undefined) known.set(start, characters);
  }
  return known;
}

/** Counts the characters of the name that is being read; the engine reads each from its first to its last. */
function createNameReader(): (character: string, name: Span) => number {
  let start = -1;
  let position = 0;
  let index = 0;
  return (character, name) => {
    if (name.start !== start || position >= name.end) {
      ({ start } = name);
      position = start;
      index = 0;
    }
    position += character.length;
    return index++;
  };
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
