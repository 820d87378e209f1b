import type { Report } from '../report/types.js';
import { CharacterClass } from '../script/characters.js';
import type { Span } from '../text/span.js';
import { findMarkup } from './html-markup/markup.js';

const NONE: readonly Span[] = [];
/** Web addresses, and those with e-mail addresses; `"`, `<` and `>` stand in none (RFC 3986). */
const WEB = /https?:\/\/[!#-;=?-~]+|www\.[!#-;=?-~]+/g;
const WEB_AND_MAIL = /https?:\/\/[!#-;=?-~]+|www\.[!#-;=?-~]+|(?<![\w.+-])[\w.+-]+@[\w.-]+/g;
/** Marks at the end of an address end or join the clause around it. */
const TRAILING = /[,.:;?!]+$/;

/**
 * Stretches whose ASCII marks are not of the text: web and e-mail addresses, HTML tags and entities. Raw UTF-16
 * offsets, ascending, none meets another.
 */
export function foreignStretches(report: Report): readonly Span[] {
  const found = addresses(report);
  const markup = findMarkup(report);
  if (markup.length === 0) return found;
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...found, ...markup].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last === undefined || start >= last.end) joined.push({ start, end });
    else last.end = Math.max(last.end, end);
  }
  return joined;
}

function addresses({ text, classes }: Report): readonly Span[] {
  const holdsMail = text.includes('@');
  if (!holdsMail && !mayHoldWeb(text, classes)) return NONE;
  return Array.from(text.matchAll(holdsMail ? WEB_AND_MAIL : WEB), ({ index, 0: found }) => ({
    start: index,
    end: index + found.replace(TRAILING, '').length,
  }));
}

/** Letters, and a slash or a full stop: a web address has both. */
function mayHoldWeb(text: string, classes: number): boolean {
  const { letter, furnitureMark, trace } = CharacterClass;
  if ((classes & letter) === 0 || (classes & furnitureMark) === 0) return false;
  return text.includes('://') || ((classes & trace) !== 0 && text.includes('www.'));
}
