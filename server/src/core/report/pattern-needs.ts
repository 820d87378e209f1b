import { classOf } from '../script/characters.js';
import { WHITE_SPACE } from '../text/unit-table.js';

/**
 * What every match of a regular expression has, read off its source: a test that costs next to nothing and spares
 * the expression nearly all texts. What cannot be told is left open, so that no match is ever refused.
 */
export interface PatternNeeds {
  /** The UTF-16 units that a match begins with; undefined where it may be any, or where the empty text matches. */
  readonly first: ReadonlySet<number> | undefined;
  /** `CharacterClass` flags that the characters of a match have between them. */
  readonly classes: number;
  /** Whether a match holds one of the pairs of characters asked for. */
  readonly pair: boolean;
  /** UTF-16 units that no match has more of; infinity where there is no bound. */
  readonly longest: number;
}

/**
 * Reads the needs of an expression made of literals, classes, groups without capture, alternatives and quantifiers.
 * @param source without flags and anchors
 * @param isPair whether two neighbouring characters are a pair asked for
 * @throws SyntaxError for anything else, a look-around for example
 */
export function needsOf(source: string, isPair: (pair: string) => boolean): PatternNeeds {
  const reader = new PatternReader(source, isPair);
  const { first, classes, pair, longest, empty } = reader.alternatives();
  if (!reader.atEnd) throw new SyntaxError(`cannot read ${source}`);
  return { first: empty ? undefined : first, classes, pair, longest };
}

/** The needs of a part of an expression. */
interface Part extends PatternNeeds {
  /** Whether the part matches the empty text. */
  readonly empty: boolean;
  /** The character that the part is, where it is just one. */
  readonly literal: string | undefined;
}

const NOTHING: Part = {
  first: new Set(),
  classes: 0,
  pair: false,
  longest: 0,
  empty: true,
  literal: undefined,
};
const ANY: Part = {
  first: undefined,
  classes: 0,
  pair: false,
  longest: 1,
  empty: false,
  literal: undefined,
};
const DIGITS = '0123456789';
const WORD = `${DIGITS}_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ`;
const ESCAPED: Readonly<Record<string, string>> = { s: WHITE_SPACE, d: DIGITS, w: WORD };
const QUANTIFIER = /[*+?]\??|\{(\d+)(,\d*)?\}\??/y;

/** Recursive descent over the source of one expression. */
class PatternReader {
  #at = 0;

  constructor(
    private readonly source: string,
    private readonly isPair: (pair: string) => boolean,
  ) {}

  get atEnd(): boolean {
    return this.#at >= this.source.length;
  }

  alternatives(): Part {
    let part = this.#sequence();
    while (this.#take('|')) part = either(part, this.#sequence());
    return part;
  }

  #sequence(): Part {
    let part = NOTHING;
    let previous: string | undefined;
    while (!this.atEnd && !'|)'.includes(this.source.charAt(this.#at))) {
      const next = this.#quantified();
      const pair = previous === undefined || next.literal === undefined ? '' : previous + next.literal;
      part = behind(part, this.isPair(pair) ? { ...next, pair: true } : next);
      previous = next.literal;
    }
    return part;
  }

  #quantified(): Part {
    const part = this.#single();
    QUANTIFIER.lastIndex = this.#at;
    const match = QUANTIFIER.exec(this.source);
    if (match === null) return part;
    this.#at = QUANTIFIER.lastIndex;
    const [, exact, most] = match;
    const isOpen = exact === undefined ? !match[0].startsWith('?') : most === ',';
    const times = exact === undefined ? 1 : Number((most ?? '').slice(1) || exact);
    const longest = part.longest * (isOpen ? Number.POSITIVE_INFINITY : times);
    const least = match[0].startsWith('+') ? 1 : Number(exact ?? 0);
    // Repeated, it is no longer one character beside the next.
    return least === 0
      ? { ...NOTHING, first: part.first, longest }
      : { ...part, literal: undefined, longest };
  }

  #single(): Part {
    if (this.#take('(?:')) {
      const part = this.alternatives();
      if (!this.#take(')')) throw new SyntaxError(`cannot read ${this.source}`);
      return { ...part, literal: undefined };
    }
    if (this.#take('[')) return this.#characterClass();
    if (this.#take('.') || this.#take('\\S') || this.#take('\\D') || this.#take('\\W')) return ANY;
    if ('()*+?{}^$'.includes(this.source.charAt(this.#at)))
      throw new SyntaxError(`cannot read ${this.source}`);
    const characters = this.#character();
    return oneOf(characters, characters.length === 1 ? characters : undefined);
  }

  /** A class; the characters of a range are few or it is taken for any. */
  #characterClass(): Part {
    const negated = this.#take('^');
    let characters = '';
    let wide = false;
    while (!this.#take(']')) {
      const from = this.#character();
      const isRange = this.source.startsWith('-', this.#at) && !this.source.startsWith('-]', this.#at);
      if (!isRange) characters += from;
      else {
        this.#at++;
        const last = this.#character().charCodeAt(0);
        wide ||= last - from.charCodeAt(0) > WIDEST_RANGE;
        for (let unit = from.charCodeAt(0); !wide && unit <= last; unit++)
          characters += String.fromCharCode(unit);
      }
    }
    return negated || wide ? ANY : oneOf(characters, undefined);
  }

  /** A literal character, or all that an escape stands for. */
  #character(): string {
    const character = this.source.charAt(this.#at++);
    if (character === '') throw new SyntaxError(`cannot read ${this.source}`);
    if (character !== '\\') return character;
    const escaped = this.source.charAt(this.#at++);
    const stands = ESCAPED[escaped];
    if (stands !== undefined) return stands;
    if (escaped === '' || WORD.includes(escaped)) throw new SyntaxError(`cannot read ${this.source}`);
    return escaped;
  }

  #take(text: string): boolean {
    if (!this.source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }
}

const WIDEST_RANGE = 64;

function oneOf(characters: string, literal: string | undefined): Part {
  const first = new Set<number>();
  let classes = -1;
  for (let i = 0; i < characters.length; i++) {
    first.add(characters.charCodeAt(i));
    classes &= classOf(characters.charCodeAt(i));
  }
  return { first, classes, pair: false, longest: 1, empty: false, literal };
}

function behind(left: Part, right: Part): Part {
  return {
    first: left.empty ? union(left.first, right.first) : left.first,
    classes: left.classes | right.classes,
    pair: left.pair || right.pair,
    longest: left.longest + right.longest,
    empty: left.empty && right.empty,
    literal: undefined,
  };
}

function either(left: Part, right: Part): Part {
  return {
    first: union(left.first, right.first),
    classes: left.classes & right.classes,
    pair: left.pair && right.pair,
    longest: Math.max(left.longest, right.longest),
    empty: left.empty || right.empty,
    literal: undefined,
  };
}

function union(
  left: ReadonlySet<number> | undefined,
  right: ReadonlySet<number> | undefined,
): ReadonlySet<number> | undefined {
  return left === undefined || right === undefined ? undefined : new Set([...left, ...right]);
}
