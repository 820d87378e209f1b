import type { Report } from '../../report/types.js';
import type { Span } from '../../text/span.js';
import { namedCharacter, numberedCharacter } from './entities.js';
import { tagKind } from './tags.js';

/**
 * What a piece of markup stands for: nothing (`inline`: tags inside a line, comments, scripts), the end of a line
 * (`block`), white space, or a character.
 */
export type MarkupKind = 'inline' | 'block' | 'space' | 'character';

/** A tag, comment or entity, raw UTF-16 offsets. */
export interface Markup extends Span {
  readonly kind: MarkupKind;
  readonly isEntity: boolean;
  /** What an entity of a character or space stands for; empty for anything else. */
  readonly text: string;
}

/** U+3000. */
export const IDEOGRAPHIC_SPACE = '\u3000';

const NONE: readonly Markup[] = [];

/** The HTML that was left in a report, ascending. Takes time linear in the length of the text. */
export function findMarkup({ text }: Pick<Report, 'text'>): readonly Markup[] {
  if (!text.includes('&') && !text.includes('<')) return NONE;
  const found: Markup[] = [];
  const start = /[<&]/g;
  const endOf = createEndFinder(text);
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const { index } = match;
    const one =
      readTag(text, index, endOf) ??
      (match[0] === '&' ? readEntity(text, index) : readHidden(text, index, endOf));
    if (one === undefined) continue;
    found.push(one);
    start.lastIndex = one.end;
  }
  return found;
}

/** The offset behind the next place of something, from an offset on. */
type EndFinder = (what: RegExp, from: number) => number | undefined;

/** What is once not found is not looked for again: else unclosed comments would be searched for without end. */
function createEndFinder(text: string): EndFinder {
  const missing = new Set<string>();
  return (what, from) => {
    if (missing.has(what.source)) return undefined;
    what.lastIndex = from;
    if (what.test(text)) return what.lastIndex;
    missing.add(what.source);
    return undefined;
  };
}

/** A tag; its brackets may be escaped, even more than once. Attributes may run over lines. */
const TAG = /<(\/?)([a-z][a-z\d]*(?:[:-][a-z][\w.-]*)?)((?:\s|\/)[^<>]{0,2000})?>/iy;
const ESCAPED_TAG =
  /&(?:amp;)*lt;(\/?)([a-z][a-z\d]*(?:[:-][a-z][\w.-]*)?)((?:\s|\/)[^<>]{0,500}?)?(?:>|&(?:amp;)*gt;)/iy;
/** What stands behind a tag's name: nothing, a slash, or an attribute's name first. */
const ATTRIBUTES = /^\s*\/?\s*$|^\s+[a-z_:@][-\w:.@]*\s*(?:=|$|\/|[a-z_])/i;
/** Elements whose content is none of the text. */
const HIDDEN_CONTENT: Readonly<Record<string, RegExp>> = {
  script: /<\/script\s*>/gi,
  style: /<\/style\s*>/gi,
};

function readTag(text: string, index: number, endOf: EndFinder): Markup | undefined {
  const pattern = text.charAt(index) === '<' ? TAG : ESCAPED_TAG;
  pattern.lastIndex = index;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [whole, slash = '', name = '', attributes = ''] = match;
  if (!ATTRIBUTES.test(attributes)) return undefined;
  const kind = tagKind(name);
  if (kind === undefined || isComparison(text, index, whole)) return undefined;
  const end = index + whole.length;
  const content = slash === '' ? HIDDEN_CONTENT[name.toLowerCase()] : undefined;
  return markup(index, (content === undefined ? undefined : endOf(content, end)) ?? end, kind);
}

/** A single capital behind a letter is no tag: `A<B>C`. */
function isComparison(text: string, index: number, whole: string): boolean {
  return /^<[A-Z]>$/.test(whole) && /[A-Za-z\d]/.test(text.charAt(index - 1));
}

const COMMENT_END = /-->/g;
/** Declarations and what Word and its kin leave: `<!DOCTYPE html>`, `<?xml:namespace … />`, `<![endif]>`. */
const DECLARATION = /<(?:!doctype\s|\?xml\b|!\[(?:if|endif)\b)[^<>]{0,500}>/iy;

function readHidden(text: string, index: number, endOf: EndFinder): Markup | undefined {
  if (text.startsWith('<!--', index)) {
    const end = endOf(COMMENT_END, index + 4);
    return end === undefined ? undefined : markup(index, end, 'inline');
  }
  DECLARATION.lastIndex = index;
  const match = DECLARATION.exec(text);
  return match === null ? undefined : markup(index, index + match[0].length, 'inline');
}

function markup(start: number, end: number, kind: MarkupKind): Markup {
  return { start, end, kind, isEntity: false, text: '' };
}

/** The semicolon may have been made full-width; only `&nbsp` is common without it. */
const ENTITY =
  /&(?:(?:amp|#38|#x26);)*(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,8}))[;；]|&nbsp(?![\w=;；])/iy;

function readEntity(text: string, index: number): Markup | undefined {
  ENTITY.lastIndex = index;
  const match = ENTITY.exec(text);
  if (match === null) return undefined;
  const [whole, decimal, hexadecimal, name = 'nbsp'] = match;
  const character =
    decimal !== undefined
      ? numberedCharacter(parseInt(decimal, 10))
      : hexadecimal !== undefined
        ? numberedCharacter(parseInt(hexadecimal, 16))
        : namedCharacter(name);
  if (character === undefined) return undefined;
  const kind = entityKind(character);
  const end = index + whole.length;
  return { start: index, end, kind, isEntity: true, text: shownAs(kind, character) };
}

function entityKind(character: string): MarkupKind {
  if (character === '\n' || character === '\r') return 'block';
  return /[^\S\ufeff]/.test(character) ? 'space' : 'character';
}

/** Of white space only the ideographic one is kept as it is: indents and names are set with it. */
function shownAs(kind: MarkupKind, character: string): string {
  if (kind === 'block') return '';
  return kind === 'space' && character !== IDEOGRAPHIC_SPACE ? ' ' : character;
}
