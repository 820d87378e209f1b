import type { Message } from './rules/rule.js';

/** What {@link compileGlobs} gives. */
export interface Globs {
  /** Whether one of the sound patterns takes a path, which is relative and has `/`. */
  readonly matches: (path: string) => boolean;
  /** What is wrong, by index of the pattern; these patterns take nothing. */
  readonly problems: ReadonlyMap<number, Message>;
}

/** UTF-16 units of all patterns of a list, with `{a,b}` written out: it bounds what a path can cost. */
const MOST_CHARACTERS = 16_384;

/**
 * Compiles patterns over the paths of a project, in the syntax of VS Code: `*` and `?` within a name, `**` over any
 * number of folders, `{a,b}`, `[a-z]`, `[!a-z]`. Everything else stands for itself, a leading dot and parentheses too;
 * the schema of the project file refuses what an author would mean otherwise. Never throws.
 *
 * A project file may come with a folder that nobody trusts. So no pattern becomes a regular expression: a path takes
 * at most (characters of the patterns) × (characters of the path) steps, whatever stands in them.
 */
export function compileGlobs(patterns: readonly string[]): Globs {
  const problems = new Map<number, Message>();
  const compiled: (readonly Segment[])[] = [];
  let left = MOST_CHARACTERS;
  for (const [index, pattern] of patterns.entries()) {
    const written = writeOut(pattern, left);
    if (written === undefined) problems.set(index, TOO_LONG);
    for (const one of written ?? []) {
      left -= one.length + 1;
      // Behind a folder, ** takes what is in it, not a file of its name.
      compiled.push(
        one
          .replace(/(?<=^|\/)\*\*$/, '**/*')
          .split('/')
          .map(readSegment),
      );
    }
  }
  return {
    matches: (path) => {
      const names = path.split('/').map((name) => [...name]);
      return compiled.some((segments) => takesPath(segments, names));
    },
    problems,
  };
}

const TOO_LONG: Message = {
  en: `the patterns of one list may have ${MOST_CHARACTERS} characters together, with {a,b} written out: use fewer`,
  'zh-cn': `同一列表中的模式（{a,b} 展开后）合计不得超过 ${MOST_CHARACTERS} 个字符：请减少模式`,
};

/** A pattern for each choice of `{a,b}`; undefined when together they are longer than `most`. */
function writeOut(pattern: string, most: number): readonly string[] | undefined {
  const done: string[] = [];
  const open = [pattern];
  // Empty ones count too: {,}{,}{,} makes many of them.
  let length = pattern.length + 1;
  for (let next = open.pop(); next !== undefined && length <= most; next = open.pop()) {
    const written = chooseFirst(next);
    if (written === undefined) done.push(next);
    else {
      length += written.reduce((sum, one) => sum + one.length + 1, -next.length - 1);
      open.push(...written);
    }
  }
  return length <= most ? done : undefined;
}

/** A pattern with each option of its first `{a,b}` in turn; undefined when it has none. Braces may hold braces. */
function chooseFirst(pattern: string): readonly string[] | undefined {
  /** Where the braces that are open here begin, and the commas directly inside each. */
  const open: { readonly start: number; readonly commas: number[] }[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const sign = pattern[i];
    if (sign === '[') i = endOfSet(pattern, i) ?? i;
    else if (sign === '{') open.push({ start: i, commas: [] });
    else if (sign === ',') open.at(-1)?.commas.push(i);
    else if (sign === '}') {
      const { start, commas } = open.pop() ?? { start: 0, commas: [] };
      if (commas.length === 0) continue;
      const borders = [start, ...commas, i];
      return borders
        .slice(1)
        .map(
          (end, at) => pattern.slice(0, start) + pattern.slice(borders[at]! + 1, end) + pattern.slice(i + 1),
        );
    }
  }
  return undefined;
}

/** The index of the `]` that ends the set begun at `start`; a `]` directly after `[` or `[!` is one of the set. */
function endOfSet(pattern: string, start: number): number | undefined {
  const first = start + (/[!^]/.test(pattern[start + 1] ?? '') ? 2 : 1);
  const end = pattern.indexOf(']', first + 1);
  const slash = pattern.indexOf('/', start);
  return end < 0 || (slash >= 0 && slash < end) ? undefined : end;
}

/** One name of a pattern: any folders, or what its characters must be, in order. */
type Segment = 'folders' | readonly Unit[];
/** Any characters, any one character, that character, or one that the set takes. */
type Unit =
  'any' | 'one' | { readonly character: string } | { readonly takes: (character: string) => boolean };

function readSegment(name: string): Segment {
  if (name === '**') return 'folders';
  const units: Unit[] = [];
  for (let i = 0; i < name.length;) {
    const character = String.fromCodePoint(name.codePointAt(i) ?? 0);
    const end = character === '[' ? endOfSet(name, i) : undefined;
    if (end !== undefined) units.push({ takes: readSet(name.slice(i + 1, end)) });
    else if (character === '?') units.push('one');
    else if (character !== '*') units.push({ character });
    else if (units.at(-1) !== 'any') units.push('any');
    i = end === undefined ? i + character.length : end + 1;
  }
  return units;
}

/** What stands between brackets. */
function readSet(text: string): (character: string) => boolean {
  const isNegated = /^[!^]/.test(text);
  const signs = [...(isNegated ? text.slice(1) : text)];
  const ranges: (readonly [string, string])[] = [];
  for (let i = 0; i < signs.length;) {
    const from = signs[i]!;
    const isRange = signs[i + 1] === '-' && i + 2 < signs.length;
    ranges.push([from, isRange ? signs[i + 2]! : from]);
    i += isRange ? 3 : 1;
  }
  const point = (character: string): number => character.codePointAt(0) ?? 0;
  return (character) =>
    isNegated !==
    ranges.some(([from, to]) => point(from) <= point(character) && point(character) <= point(to));
}

function takesPath(segments: readonly Segment[], names: readonly (readonly string[])[]): boolean {
  return takesAll(
    segments,
    names,
    (segment) => segment === 'folders',
    (segment, name) => segment !== 'folders' && takesName(segment, name),
  );
}

function takesName(units: readonly Unit[], name: readonly string[]): boolean {
  return takesAll(
    units,
    name,
    (unit) => unit === 'any',
    (unit, character) => {
      if (typeof unit === 'string') return unit === 'one';
      return 'character' in unit ? unit.character === character : unit.takes(character);
    },
  );
}

/**
 * Matches with wildcards that take any number of things, none too. When something does not fit, only the last wildcard
 * takes one thing more: what the earlier ones took may stay as short as it was. So nothing is tried more than
 * `pattern.length` × `things.length` times.
 */
function takesAll<P, T>(
  pattern: readonly P[],
  things: readonly T[],
  isWild: (one: P) => boolean,
  fits: (one: P, thing: T) => boolean,
): boolean {
  let at = 0;
  let wild = -1;
  let taken = 0;
  for (let i = 0; i < things.length;) {
    const one = pattern[at];
    if (one !== undefined && isWild(one)) {
      wild = at++;
      taken = i;
    } else if (one !== undefined && fits(one, things[i]!)) {
      at++;
      i++;
    } else if (wild >= 0) {
      at = wild + 1;
      i = ++taken;
    } else return false;
  }
  while (at < pattern.length && isWild(pattern[at]!)) at++;
  return at === pattern.length;
}
