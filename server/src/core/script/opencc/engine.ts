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
      const list = inOrder(spans, text.length);
      isTaken ||= sink === kept && list.length > 0;
      try {
        let at = 0;
        for (const { start, end, isName } of list) {
          run(tables, text, at, start, sink);
          if (isName) convertName({ start, end }, text, spans, (character) => single(one, character), sink);
          else {
            write(sink, text.slice(start, end));
            marks.push(start, end, sink.length, MARK.protected);
          }
          at = end;
        }
        run(tables, text, at, text.length, sink);
      } finally {
        if (sink === kept) isTaken = false;
      }
      return createAligned(text, written(sink), config, marks, () => targetTable(config), characters);
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
  let at = name.start;
  for (const character of text.slice(name.start, name.end)) {
    const usual = single(character);
    write(sink, nameCharacter?.(character, usual, name) ?? usual);
    sink.marks?.push(at, at + character.length, sink.length, MARK.name);
    at += character.length;
  }
}

interface Marked extends Span {
  readonly isName: boolean;
}

/** Both lists as one, ascending, without empty spans. @throws RangeError as {@link ConversionEngine.convert} says */
function inOrder({ protected: fixed = [], names = [] }: ConvertSpans, length: number): Marked[] {
  if (fixed.length === 0 && names.length === 0) return [];
  const all = [
    ...fixed.map(({ start, end }): Marked => ({ start, end, isName: false })),
    ...names.map(({ start, end }): Marked => ({ start, end, isName: true })),
  ]
    .filter(({ start, end }) => start !== end)
    .sort((a, b) => a.start - b.start);
  let last = 0;
  for (const { start, end } of all) {
    if (start < last || end < start || end > length) {
      throw new RangeError(`the span ${start}..${end} overlaps another or lies outside the text`);
    }
    last = end;
  }
  return all;
}
