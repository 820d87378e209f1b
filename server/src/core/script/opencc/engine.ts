import type { Span } from '../../text/span.js';
import { createAligned } from './aligned.js';
import { composeMarks, MARK, MARK_SIZE } from './alignment.js';
import { createCharacters } from './characters.js';
import { createUnitDecoder } from './decode-units.js';
import { createSink, reserve, scan, type Sink } from './scan.js';
import { tableBytes } from './table-bytes.js';
import { loadTables, type ReadTable, type Tables } from './tables.js';
import { createTargetTable, type TargetTable } from './targets.js';
import type { ConfigName, ConversionEngine, ConvertSpans } from './types.js';

/** The units that are kept ready to write to; a longer text gets a buffer of its own for as long as it lasts. */
const KEPT = 1 << 16;

interface Loaded {
  readonly tables: Tables;
  targets: TargetTable | undefined;
  /** What single characters become, for names. */
  readonly usual: Map<string, string>;
}

/** @param read where the tables are; they are read when a configuration is first used, and kept */
export function createConversionEngine(read: ReadTable = tableBytes): ConversionEngine {
  const loaded = new Map<ConfigName | 'cjk', Loaded>();
  const load = (name: ConfigName | 'cjk'): Loaded => {
    let one = loaded.get(name);
    if (one === undefined) {
      one = { tables: loadTables(name, read), targets: undefined, usual: new Map() };
      loaded.set(name, one);
    }
    return one;
  };
  const targetTable = (config: ConfigName): TargetTable => {
    const one = load(config);
    return (one.targets ??= createTargetTable(one.tables.targets));
  };
  const decode = createUnitDecoder();
  const characters = createCharacters();
  const kept = createSink(KEPT);
  // While names are converted, the caller's function may ask the engine for something else.
  let isTaken = false;
  const sinkFor = (length: number): Sink => {
    const sink = length > KEPT || isTaken ? createSink(length) : kept;
    sink.length = 0;
    sink.broken = false;
    sink.marks = undefined;
    return sink;
  };
  const written = ({ units, length, broken }: Sink, from = 0): string =>
    decode(units.subarray(from, length), broken);

  /** Appends the conversion of a stretch, as of a text of its own, with its marks if the sink has a list of them. */
  const run = (tables: Tables, text: string, from: number, to: number, sink: Sink): void => {
    const { length, marks } = sink;
    const count = marks?.length ?? 0;
    sink.descriptions.to = -1;
    if (scan(tables, text, from, to, sink, false) === to) return;
    // There are compatibility characters: what stands for them may belong to phrases, so all over again.
    sink.length = length;
    if (marks !== undefined) marks.length = count;
    const between = createSink(to - from);
    between.marks = marks && [];
    scan(load('cjk').tables, text, from, to, between, true);
    const normal = written(between);
    const own = { ...sink, marks: marks && [] };
    own.descriptions.to = -1;
    scan(tables, normal, 0, normal.length, own, true);
    sink.units = own.units;
    sink.length = own.length;
    sink.broken = own.broken;
    if (marks === undefined) return;
    const first = shifted(between.marks ?? [], -from, 0);
    for (const mark of shifted(composeMarks(first, shifted(own.marks ?? [], 0, -length)), from, length)) {
      marks.push(mark);
    }
  };

  const plain = (text: string, config: ConfigName): string => {
    const { tables } = load(config);
    const sink = sinkFor(text.length);
    run(tables, text, 0, text.length, sink);
    return written(sink);
  };

  /** What the character table makes of a character. */
  const single = ({ tables, usual }: Loaded, character: string): string => {
    let output = usual.get(character);
    if (output === undefined) {
      const sink = createSink(2 * character.length);
      run(tables, character, 0, character.length, sink);
      output = written(sink);
      usual.set(character, output);
    }
    return output;
  };

  return {
    plain,
    units: (source, config) => {
      const { tables } = load(config);
      const text = decode(source, true);
      const sink = createSink(text.length);
      run(tables, text, 0, text.length, sink);
      return sink.units.subarray(0, sink.length);
    },
    convert: (text, config, spans = {}) => {
      const one = load(config);
      const { tables } = one;
      const sink = sinkFor(text.length);
      const marks: number[] = [];
      sink.marks = marks;
      const { protected: fixed = NO_SPANS, names = NO_SPANS } = spans;
      isTaken ||= sink === kept && names.length > 0;
      try {
        let at = 0;
        let nextFixed = 0;
        let nextName = 0;
        while (nextFixed < fixed.length || nextName < names.length) {
          const [span, isName] = first(fixed[nextFixed], names[nextName]);
          if (isName) nextName++;
          else nextFixed++;
          checkSpan(span, at, text.length);
          run(tables, text, at, span.start, sink);
          if (isName) convertName(span, text, spans, (character) => single(one, character), sink);
          else if (span.end > span.start) {
            write(sink, text.slice(span.start, span.end));
            marks.push(span.start, span.end, sink.length, MARK.protected);
          }
          at = span.end;
        }
        run(tables, text, at, text.length, sink);
      } finally {
        if (sink === kept) isTaken = false;
      }
      // What is reused is copied.
      const units = sink === kept ? sink.units.slice(0, sink.length) : sink.units.subarray(0, sink.length);
      const result = { units, text: decode(units, sink.broken) };
      return createAligned(text, result, config, marks, () => targetTable(config), characters);
    },
    targets: (character, config) => {
      const usual = plain(character, config);
      return [
        usual,
        ...(targetTable(config)
          .of(character)
          ?.filter((target) => target !== usual) ?? []),
      ];
    },
  };
}

function shifted(marks: readonly number[], bySource: number, byOutput: number): number[] {
  return marks.map((value, i) => {
    const column = i % MARK_SIZE;
    return column === 3 ? value : value + (column === 2 ? byOutput : bySource);
  });
}

function write(sink: Sink, text: string): void {
  reserve(sink, text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit & 0xf800) === 0xd800) sink.broken = true;
    sink.units[sink.length++] = unit;
  }
}

function convertName(
  name: Span,
  text: string,
  { nameCharacter }: ConvertSpans,
  single: (character: string) => string,
  sink: Sink,
): void {
  for (let at = name.start; at < name.end;) {
    const isPair = text.codePointAt(at)! > 0xffff && at + 1 < name.end;
    const character = isPair ? text.slice(at, at + 2) : text.charAt(at);
    const usual = single(character);
    const output = nameCharacter === undefined ? usual : nameCharacter(character, usual, name);
    write(sink, output);
    at += character.length;
    // One unit that became one stands side by side with it, as in running text.
    if (isPair || output.length !== 1) sink.marks?.push(at - character.length, at, sink.length, MARK.name);
  }
}

const NO_SPANS: readonly Span[] = [];

/** The span that comes first, and whether it is the name; one of the two is there. */
function first(fixed: Span | undefined, name: Span | undefined): readonly [span: Span, isName: boolean] {
  if (fixed === undefined || (name !== undefined && name.start < fixed.start)) return [name!, true];
  return [fixed, false];
}

/** @throws RangeError as {@link ConversionEngine.convert} says */
function checkSpan({ start, end }: Span, from: number, length: number): void {
  if (start >= from && end >= start && end <= length) return;
  throw new RangeError(
    `the span ${start}..${end} overlaps another, is out of order or lies outside the text`,
  );
}
