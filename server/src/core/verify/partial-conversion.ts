import { CharacterClass, classOf, classesOf } from '../script/characters.js';
import { clausesAround } from '../script/conversion/stretches.js';
import { indexLines } from '../text/line-index.js';
import { spansMeeting, type Span } from '../text/span.js';
import type { ScriptChanges } from './script-changes.js';
import type { DeclaredChange } from './verification.js';

const { simplifiedOnly: SIMPLIFIED, traditionalOnly: TRADITIONAL } = CharacterClass;

/**
 * The first change that took characters to the other script and left their line behind: a conversion goes on through the
 * line, or the clause where the line was in both scripts, and single characters change only towards the script that is
 * around them.
 * @param changes ascending; @param leaves whether the product's own conversion leaves a character where it is
 */
export function findPartialConversion(
  text: string,
  changed: string,
  changes: readonly DeclaredChange[],
  script: ScriptChanges,
  leaves: (offset: number, to: 'simplified' | 'traditional') => boolean,
): DeclaredChange | undefined {
  const gone = changes.map(({ original }) => original).filter(({ start, end }) => end > start);
  const stretchAround = createStretches(text);
  /** By the start of a stretch and the script: whether all of it went there. */
  const known = new Map<string, boolean>();
  for (const change of changes) {
    if (change.kind !== 'script-converted') continue;
    const { start, end } = change.original;
    const before = text.slice(start, end);
    const after = changed.slice(change.changed.start, change.changed.end);
    const way = directionOf(before, after);
    if (way === undefined || script.isSingle(start, before, after)) continue;
    const stretch = stretchAround(change.original);
    const key = `${String(stretch.start)} ${way}`;
    let whole = known.get(key);
    if (whole === undefined) {
      whole = isWhole(text, stretch, way, gone, leaves);
      known.set(key, whole);
    }
    if (!whole) return change;
  }
  return undefined;
}

type Way = 'simplified' | 'traditional';

/** Where a change leads, if that can be told. */
function directionOf(before: string, after: string): Way | undefined {
  const from = classesOf(before);
  const to = classesOf(after);
  if ((from & TRADITIONAL) !== 0) return (to & TRADITIONAL) === 0 ? 'simplified' : undefined;
  return ((from & SIMPLIFIED) !== 0 || (to & TRADITIONAL) !== 0) && (to & SIMPLIFIED) === 0
    ? 'traditional'
    : undefined;
}

/** The line, or where it holds both scripts, the clause: what is converted as one. To be asked in ascending order. */
function createStretches(text: string): (span: Span) => Span {
  const lines = indexLines(text);
  let line: Span = { start: 0, end: 0 };
  let isMixed = false;
  return (span) => {
    if (span.start >= line.end) {
      line = lines.line(lines.place(span.start).line);
      const classes = classesOf(text.slice(line.start, line.end));
      isMixed = (classes & SIMPLIFIED) !== 0 && (classes & TRADITIONAL) !== 0;
    }
    return isMixed ? clausesAround({ text, lines }, span) : line;
  };
}

/** Whether nothing that proves the other script stays in a stretch, or the stretch was in the new script before. */
function isWhole(
  text: string,
  { start, end }: Span,
  way: Way,
  gone: readonly Span[],
  leaves: (offset: number, to: Way) => boolean,
): boolean {
  const [own, other] = way === 'simplified' ? [SIMPLIFIED, TRADITIONAL] : [TRADITIONAL, SIMPLIFIED];
  let owns = 0;
  let others = 0;
  const left: number[] = [];
  for (let i = start; i < end; i++) {
    const classes = classOf(text.charCodeAt(i));
    if ((classes & own) !== 0) owns++;
    if ((classes & other) === 0) continue;
    others++;
    if (spansMeeting(gone, { start: i, end: i + 1 }).length === 0) left.push(i);
  }
  return others <= owns || left.every((offset) => leaves(offset, way));
}
