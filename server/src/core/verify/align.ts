import type { Span } from '../text/span.js';
import type { Insertion, Move } from './moves.js';
import type { ScriptChanges } from './script-changes.js';
import type { IsScriptPair } from './script-pairs.js';
import type { DeclaredChange, DeclaredKind } from './verification.js';
import { hasLineEnd, nameSpaceChange, skipWhiteSpace, SPACE, spaceClass, TEXT } from './white-space.js';

/** What may differ between the two texts, and why. */
export interface Allowed {
  readonly moves: readonly Move[];
  readonly insertions: readonly Insertion[];
  /** What the original's characters may be after a conversion. */
  readonly script: ScriptChanges;
  /** For texts that an edit puts in. */
  readonly isScriptPair: IsScriptPair;
}

export type Alignment =
  | { readonly explained: true; readonly changes: readonly DeclaredChange[] }
  /** How far the two texts could be read together; UTF-16 offsets. */
  | { readonly explained: false; readonly original: number; readonly changed: number };

/** The changes on the way to a state, the last first. */
interface Trail {
  readonly change: DeclaredChange;
  readonly before: Trail | undefined;
}

interface State {
  /** UTF-16 offset into the original. */
  readonly i: number;
  /** UTF-16 offset into the changed text. */
  readonly j: number;
  /** Whether a line has just ended (or not begun) on both sides, and nothing that both have stands behind that. */
  readonly fresh: boolean;
  readonly trail: Trail | undefined;
}

/** States after which the search gives up: texts made of one repeated line could otherwise keep it busy for long. */
const MOST_STATES = 400_000;

/**
 * Reads both texts side by side: equal characters and converted ones go together, declared edits of the original may
 * have been made or not, lines of metadata may have been put in, and white space at the borders of lines is free.
 * Everything else ends a way. A depth-first search over the choices, each state visited once: it finds an
 * explanation if these moves allow one, and what it finds uses no other.
 */
export function align(original: string, changed: string, allowed: Allowed): Alignment {
  const { isScriptPair, script } = allowed;
  const moves = byStart(allowed.moves);
  const insertions = byStart(allowed.insertions);
  const n = original.length;
  const m = changed.length;
  const marked = new Uint8Array(n + 1);
  for (const { start } of allowed.moves) marked[start] = 1;
  const markedAfter = new Uint8Array(m + 1);
  for (const { start } of allowed.insertions) markedAfter[start] = 1;
  const seen = new Set<number>();
  let furthest = { original: 0, changed: 0 };
  const waiting: State[] = [
    {
      i: original.startsWith('\ufeff') ? 1 : 0,
      j: changed.startsWith('\ufeff') ? 1 : 0,
      fresh: true,
      trail: undefined,
    },
  ];

  const change = (state: State, kind: DeclaredKind, i: number, j: number, fresh: boolean): State => ({
    i,
    j,
    fresh,
    trail: {
      change: { kind, original: { start: state.i, end: i }, changed: { start: state.j, end: j } },
      before: state.trail,
    },
  });

  /** Where the changed text goes on behind `newText`; undefined when it says something else. */
  const read = (newText: string, from: number): number | undefined => {
    let j = from;
    for (let k = 0; k < newText.length;) {
      if (spaceClass(newText.charCodeAt(k)) !== TEXT) {
        const end = skipWhiteSpace(newText, k);
        const next = skipWhiteSpace(changed, j);
        if (next === j || hasLineEnd(newText, k, end) !== hasLineEnd(changed, j, next)) return undefined;
        k = end;
        j = next;
        continue;
      }
      const left = characterAt(newText, k);
      const right = characterAt(changed, j);
      if (left !== right && !isScriptPair(left, right)) return undefined;
      k += left.length;
      j += right.length;
    }
    return j;
  };

  /** Behind the text that both have, up to the next place where there is a choice. */
  const readOn = (state: State): State => {
    let { i, j } = state;
    while (
      i < n &&
      j < m &&
      marked[i] === 0 &&
      markedAfter[j] === 0 &&
      original.charCodeAt(i) === changed.charCodeAt(j) &&
      isPlain(original.charCodeAt(i))
    ) {
      i++;
      j++;
    }
    return i > state.i ? { i, j, fresh: false, trail: state.trail } : state;
  };

  /** Declared edits and insertions that are possible in a state. */
  const choices = (state: State): State[] => {
    const found: State[] = [];
    for (const { end, newText, kind } of moves.get(state.i) ?? []) {
      if (newText === '') found.push(change(state, kind, end, state.j, state.fresh));
      else {
        const j = read(newText, state.j);
        const last = newText.charCodeAt(newText.length - 1);
        if (j !== undefined) found.push(change(state, kind, end, j, spaceClass(last) !== TEXT));
      }
    }
    for (const { end, kind, at } of insertions.get(state.j) ?? []) {
      if (at === undefined ? state.fresh : at === state.i)
        found.push(change(state, kind, state.i, end, state.fresh && at === undefined));
    }
    return found;
  };

  /** The state behind what stands here on both sides; undefined when it differs. */
  const step = (state: State): State | undefined => {
    const { i, j, fresh, trail } = state;
    const left = i < n ? spaceClass(original.charCodeAt(i)) : undefined;
    const right = j < m ? spaceClass(changed.charCodeAt(j)) : undefined;
    if (left === TEXT && right === TEXT) {
      const before = characterAt(original, i);
      const after = characterAt(changed, j);
      if (before === after) return { i: i + before.length, j: j + after.length, fresh: false, trail };
      if (script.allows(i, before, after))
        return change(state, 'script-converted', i + before.length, j + after.length, false);
      // The halves of a pair may have come together only now.
      return original.charCodeAt(i) === changed.charCodeAt(j)
        ? { i: i + 1, j: j + 1, fresh: false, trail }
        : undefined;
    }
    const i2 = skipWhiteSpace(original, i);
    const j2 = skipWhiteSpace(changed, j);
    const endsLine = left !== TEXT && (i2 === n || hasLineEnd(original, i, i2));
    const endedLine = right !== TEXT && (j2 === m || hasLineEnd(changed, j, j2));
    if (left !== TEXT && right !== TEXT && endsLine === endedLine && !(fresh && (i2 === i || j2 === j))) {
      const before = original.slice(i, i2);
      const after = changed.slice(j, j2);
      const next = fresh || endsLine;
      if (before === after) return { i: i2, j: j2, fresh: next, trail };
      // Two stretches of it may have met when what stood between them went.
      if (!endsLine && after.startsWith(before))
        waiting.push({ i: i2, j: j + before.length, fresh: next, trail });
      return change(state, nameSpaceChange(before, after), i2, j2, next);
    }
    // What stood between two line ends is gone, or came: one of them is left over. So with space at a line's start.
    const last = trail?.change;
    if (fresh && i2 > i)
      return last?.original.end === i
        ? { i: i2, j, fresh, trail }
        : change(state, 'white-space', i2, j, fresh);
    if (fresh && j2 > j)
      return last?.changed.end === j
        ? { i, j: j2, fresh, trail }
        : change(state, 'white-space', i, j2, fresh);
    // Space at a line's end; the line end itself has still to come.
    if (left === SPACE && endedLine && !endsLine) return change(state, 'white-space', i2, j, fresh);
    return undefined;
  };

  const isNew = ({ i, j, fresh }: State): boolean => {
    const key = (i * (m + 1) + j) * 2 + (fresh ? 1 : 0);
    if (seen.has(key) || seen.size >= MOST_STATES) return false;
    seen.add(key);
    return true;
  };
  const canChoose = ({ i, j }: State): boolean => marked[i] === 1 || markedAfter[j] === 1;

  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (!isNew(state)) continue;
    for (let here: State | undefined = state; here !== undefined; here = step(here)) {
      here = readOn(here);
      const { i, j } = here;
      if (i === n && j === m) return { explained: true, changes: list(here.trail) };
      if (j > furthest.changed || (j === furthest.changed && i > furthest.original))
        furthest = { original: i, changed: j };
      if (!canChoose(here)) continue;
      if (here !== state && !isNew(here)) break;
      waiting.push(...choices(here).reverse());
    }
  }
  return { explained: false, ...furthest };
}

function byStart<T extends { readonly start: number }>(items: readonly T[]): Map<number, T[]> {
  const found = new Map<number, T[]>();
  for (const item of items) {
    const known = found.get(item.start);
    if (known === undefined) found.set(item.start, [item]);
    else known.push(item);
  }
  return found;
}

/** Text, and no half of a pair. */
function isPlain(unit: number): boolean {
  return spaceClass(unit) === TEXT && (unit < 0xd800 || unit > 0xdfff);
}

function characterAt(text: string, offset: number): string {
  const point = text.codePointAt(offset);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function list(trail: Trail | undefined): DeclaredChange[] {
  const changes: DeclaredChange[] = [];
  for (let at = trail; at !== undefined; at = at.before) {
    const { change } = at;
    const behind = changes.at(-1);
    if (behind !== undefined && goesWith(change, behind)) {
      const original = { start: change.original.start, end: behind.original.end };
      changes[changes.length - 1] = { ...behind, original };
    } else changes.push(change);
  }
  return changes.reverse();
}

/** White space that went with what was removed behind it is no change of its own: the line end, the space of a part. */
function goesWith({ kind, original, changed }: DeclaredChange, behind: DeclaredChange): boolean {
  return (
    kind === 'white-space' &&
    isEmpty(changed) &&
    behind.kind !== 'white-space' &&
    isEmpty(behind.changed) &&
    original.end === behind.original.start
  );
}

function isEmpty({ start, end }: Span): boolean {
  return start === end;
}
