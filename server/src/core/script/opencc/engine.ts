import type { Span } from '../../text/span.js';
import { Aligned, type AlignedTools } from './aligned.js';
import { composeMarks, MARK, MARK_SIZE } from './alignment.js';
import { createCharacters } from './characters.js';
import { addMark, createMarks, type Marks } from './marks.js';
import { scan } from './scan.js';
import { append, createSink, reserve, type Sink } from './sink.js';
import { tableBytes } from './table-bytes.js';
import { loadTables, unitAlone, type ReadTable, type Tables } from './tables.js';
import { createTargetTable, type TargetTable } from './targets.js';
import type { ConfigName, ConversionEngine, ConvertSpans, ProtectedSpan } from './types.js';
import { createMemoryMaker, type UnitMemory } from '../../text/unit-memory.js';

/**
 * UTF-16 units. Memories are kept and used again, larger ones when they are needed, up to this size; a longer text has
 * its own for as long as the conversion takes.
 */
const KEPT = 1 << 19;
const KEPT_AT_FIRST = 1 << 14;

interface Loaded {
  readonly tables: Tables;
  readonly tools: AlignedTools;
  /** What single characters become, for names. */
  readonly usual: Map<string, string>;
}

/** @param read where the tables are; they are read when a configuration is first used, and kept */
export function createConversionEngine(read: ReadTable = tableBytes): ConversionEngine {
  const loaded = new Map<ConfigName | 'cjk', Loaded>();
  const load = (name: ConfigName | 'cjk'): Loaded => {
    let one = loaded.get(name);
    if (one === undefined) {
      const tables = loadTables(name, read);
      let targetTable: TargetTable | undefined;
      const targets = (): TargetTable => (targetTable ??= createTargetTable(tables.targets));
      one = { tables, tools: { targets, characters, compare }, usual: new Map() };
      loaded.set(name, one);
    }
    return one;
  };
  const allocate = createMemoryMaker();
  const characters = createCharacters();
  let kept: Workspace | undefined;
  let conversions = NOTHING;
  // While names are converted, the caller's function may ask the engine for something else.
  let isTaken = false;
  /** Memory with the text in it, and a sink to write to. */
  const workspaceFor = (text: string): Workspace => {
    const { length } = text;
    let space = isTaken ? undefined : kept;
    if (space === undefined || space.source.units.length < length) {
      const capacity = length > KEPT ? length : Math.max(KEPT_AT_FIRST, 2 ** Math.ceil(Math.log2(length)));
      space = {
        source: allocate(capacity),
        sink: createSink(allocate, capacity),
        marks: createMarks(0),
        holds: NOTHING,
      };
      if (!isTaken && length <= KEPT) kept = space;
    }
    const { source, sink } = space;
    space.holds = NOTHING;
    source.write(text);
    sink.length = 0;
    sink.broken = false;
    sink.marks = undefined;
    return space;
  };
  const compare: AlignedTools['compare'] = (id, source, output) => {
    let memory = kept;
    if (memory?.holds !== id) {
      memory = workspaceFor(source);
      reserve(memory.sink, output.length);
      memory.sink.memory.write(output);
      memory.holds = id;
    }
    const before = memory.source.units;
    return { before, after: memory.sink.units, source, output, length: source.length, memory, id };
  };
  const written = ({ memory, length, broken }: Sink): string => memory.read(0, length, broken);

  /** Appends the conversion of a stretch, as of a text of its own, with its marks if the sink has a list of them. */
  const run = (tables: Tables, text: Uint16Array, from: number, to: number, sink: Sink): void => {
    const { length, marks } = sink;
    const count = marks?.length ?? 0;
    sink.descriptions.to = -1;
    if (scan(tables, text, from, to, sink, false) === to) return;
    // There are compatibility characters: what stands for them may belong to phrases, so all over again.
    sink.length = length;
    if (marks !== undefined) marks.length = count;
    const between = createSink(allocate, to - from);
    between.marks = marks && createMarks(0);
    scan(load('cjk').tables, text, from, to, between, true);
    const own: Sink = { ...sink, marks: marks && createMarks(0) };
    own.descriptions.to = -1;
    scan(tables, between.units, 0, between.length, own, true);
    sink.memory = own.memory;
    sink.units = own.units;
    sink.length = own.length;
    sink.broken = own.broken;
    if (marks === undefined) return;
    const first = shifted(between.marks, -from, 0);
    const whole = composeMarks(first, shifted(own.marks, 0, -length));
    for (let i = 0; i < whole.length; i += MARK_SIZE) {
      addMark(marks, whole[i]! + from, whole[i + 1]! + from, whole[i + 2]! + length, whole[i + 3]!);
    }
  };

  const plain = (text: string, config: ConfigName): string => {
    const { tables } = load(config);
    const { source, sink } = workspaceFor(text);
    run(tables, source.units, 0, text.length, sink);
    return written(sink);
  };

  /** What the character table makes of a character of a name. */
  const single = ({ tables, usual }: Loaded, character: string): string => {
    let output = usual.get(character);
    if (output === undefined) {
      const source = allocate(character.length);
      source.write(character);
      const sink = createSink(allocate, 2 * character.length);
      run(tables, source.units, 0, character.length, sink);
      output = written(sink);
      usual.set(character, output);
    }
    return output;
  };

  return {
    plain,
    units: (source, config) => {
      const { tables } = load(config);
      const sink = createSink(allocate, source.length);
      run(tables, source, 0, source.length, sink);
      return sink.units.subarray(0, sink.length);
    },
    convert: (text, config, spans = {}) => {
      const one = load(config);
      const { tables } = one;
      const space = workspaceFor(text);
      const { source, sink, marks } = space;
      sink.marks = marks;
      marks.length = 0;
      const { protected: fixed = NO_SPANS, names = NO_SPANS } = spans;
      const takes = space === kept && names.length > 0;
      isTaken ||= takes;
      try {
        let at = 0;
        let nextFixed = 0;
        let nextName = 0;
        while (nextFixed < fixed.length || nextName < names.length) {
          const [span, isName] = first(fixed[nextFixed], names[nextName]);
          const given = isName ? undefined : fixed[nextFixed]?.output;
          if (isName) nextName++;
          else nextFixed++;
          checkSpan(span, at, text.length);
          run(tables, source.units, at, span.start, sink);
          if (isName) convertName(span, text, spans, tables, (character) => single(one, character), sink);
          else if (span.end > span.start) {
            append(sink, given ?? text.slice(span.start, span.end));
            addMark(marks, span.start, span.end, sink.length, MARK.protected);
          }
          at = span.end;
        }
        run(tables, source.units, at, text.length, sink);
      } finally {
        if (takes) isTaken = false;
      }
      space.holds = ++conversions;
      const own = marks.numbers.slice(0, marks.length);
      return new Aligned(text, written(sink), config, space.holds, own, one.tools);
    },
    targets: (character, config) => {
      const usual = plain(character, config);
      return [
        usual,
        ...(load(config)
          .tools.targets()
          .of(character)
          ?.filter((target) => target !== usual) ?? []),
      ];
    },
  };
}

/** Memory for a text and for what becomes of it. */
interface Workspace {
  readonly source: UnitMemory;
  readonly sink: Sink;
  readonly marks: Marks;
  /** The conversion whose source and output are in it, or {@link NOTHING}. */
  holds: number;
}

const NOTHING = 0;

function shifted(marks: Marks | undefined, bySource: number, byOutput: number): Int32Array {
  const numbers = marks === undefined ? new Int32Array(0) : marks.numbers.slice(0, marks.length);
  return numbers.map((value, i) => {
    const column = i % MARK_SIZE;
    return column === 3 ? value : value + (column === 2 ? byOutput : bySource);
  });
}

function convertName(
  name: Span,
  text: string,
  { nameCharacter }: ConvertSpans,
  tables: Tables,
  single: (character: string) => string,
  sink: Sink,
): void {
  for (let at = name.start; at < name.end;) {
    const alone = nameCharacter === undefined ? unitAlone(tables, text.charCodeAt(at)) : -1;
    if (alone >= 0) {
      reserve(sink, 1);
      sink.units[sink.length++] = alone;
      at++;
      continue;
    }
    const isPair = text.codePointAt(at)! > 0xffff && at + 1 < name.end;
    const character = isPair ? text.slice(at, at + 2) : text.charAt(at);
    const usual = single(character);
    const output = nameCharacter === undefined ? usual : nameCharacter(character, usual, name);
    append(sink, output);
    at += character.length;
    // One unit that became one stands side by side with it, as in running text.
    if (sink.marks !== undefined && (isPair || output.length !== 1))
      addMark(sink.marks, at - character.length, at, sink.length, MARK.name);
  }
}

const NO_SPANS: readonly ProtectedSpan[] = [];

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
