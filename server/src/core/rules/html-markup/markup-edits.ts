import type { Report } from '../../report/types.js';
import type { Span } from '../../text/span.js';
import type { TextEdit } from '../../text/edit.js';
import { lineEnd } from '../metadata-place.js';
import { IDEOGRAPHIC_SPACE, type Markup } from './markup.js';

/** Markup that shares lines, with the stretch of those lines without the last one's end. */
interface Lines extends Span {
  readonly markup: readonly Markup[];
}

/**
 * The edits that make markup what a page shows of it: characters for entities, one line end for tags of blocks where
 * there is none, nothing for the rest. A line of nothing else goes with its line end. White space of entities is
 * one space, and none where a line begins or ends, since the indents of pages are made of it.
 * @param found ascending, as `findMarkup` gives it
 */
export function markupEdits(report: Report, found: readonly Markup[]): readonly TextEdit[] {
  const end = lineEnd(report.text);
  const edits: TextEdit[] = [];
  for (const lines of byLines(report, found)) {
    const blank = blankLines(report, lines);
    if (blank !== undefined) edits.push(blank);
    else addEdits(edits, report.text, lines, end);
  }
  return edits;
}

function byLines({ text, lines }: Report, found: readonly Markup[]): readonly Lines[] {
  const all: { start: number; end: number; markup: Markup[] }[] = [];
  for (const one of found) {
    const { end } = lines.line(lines.place(one.end).line);
    const last = all.at(-1);
    if (last !== undefined && one.start <= last.end) {
      last.markup.push(one);
      last.end = end;
      continue;
    }
    const { start } = lines.line(lines.place(one.start).line);
    // A byte order mark belongs to the file, not to its first line.
    const from = start === 0 && text.startsWith('\ufeff') ? 1 : start;
    all.push({ start: from, end, markup: [one] });
  }
  return all;
}

/** The edit that takes out lines of which no reader sees anything, line end included. */
function blankLines({ text }: Report, { start, end, markup }: Lines): TextEdit | undefined {
  if (markup.some(({ kind }) => kind === 'character')) return undefined;
  if (!isWhite(text, start, markup[0]!.start) || !isWhite(text, markup.at(-1)!.end, end)) return undefined;
  for (let i = 1; i < markup.length; i++)
    if (!isWhite(text, markup[i - 1]!.end, markup[i]!.start)) return undefined;
  return edit(start, endOfBreak(text, end), '');
}

function endOfBreak(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return offset + 2;
  return text.charAt(offset) === '\n' || text.charAt(offset) === '\r' ? offset + 1 : offset;
}

function addEdits(edits: TextEdit[], text: string, { start, end, markup }: Lines, newLine: string): void {
  const behind = whatFollows(text, end, markup);
  let before: Beside = 'line';
  let last = start;
  for (const [i, one] of markup.entries()) {
    before = beside(before, text, last, one.start);
    last = one.end;
    const after = behind[i] ?? 'text';
    const isBorder = one.kind === 'block' || before === 'line' || after === 'line' || after === 'block';
    if (one.kind === 'inline') edits.push(edit(one.start, one.end, ''));
    else if (one.kind === 'character') {
      edits.push(edit(one.start, one.end, one.text));
      before = 'text';
    } else if (one.kind === 'space' && before === 'text' && after === 'text') {
      edits.push(edit(one.start, one.end, one.text));
      before = 'space';
    } else if (one.text === IDEOGRAPHIC_SPACE && after === 'text') addIndent(edits, one, before);
    else {
      const isBreak = one.kind === 'block' && before !== 'line' && after !== 'line';
      // Spaces where a line begins or ends were the page's, not the text's.
      const from = isBorder ? backOverSpaces(text, one.start) : one.start;
      const to = isBorder ? Math.min(markup[i + 1]?.start ?? end, overSpaces(text, one.end)) : one.end;
      edits.push(edit(Math.max(edits.at(-1)?.end ?? 0, start, from), to, isBreak ? newLine : ''));
      if (isBreak) before = 'line';
    }
  }
}

/** Ideographic spaces side by side are one edit, since nobody could tell which of them stands for which. */
function addIndent(edits: TextEdit[], { start, end, text }: Markup, before: Beside): void {
  const last = edits.at(-1);
  if (last?.end === start && last.newText.endsWith(text))
    edits.splice(-1, 1, edit(last.start, end, last.newText + text));
  else edits.push(edit(start, end, before === 'line' ? text : ''));
}

/** What stands beside a piece, over tags that show nothing: the `line`'s border, white space, a `block` tag or text. */
type Beside = 'line' | 'block' | 'space' | 'text';

/** What stands beside the far end of a stretch of text, where `near` stands beside its near end. */
function beside(near: Beside, text: string, start: number, end: number): Beside {
  if (start === end) return near;
  if (isWhite(text, start, end)) return near === 'text' ? 'space' : near;
  return isWhite(text, end - 1, end) ? 'space' : 'text';
}

/** For each piece what stands behind it. */
function whatFollows(text: string, end: number, markup: readonly Markup[]): readonly Beside[] {
  const found: Beside[] = [];
  let after: Beside = 'line';
  let next = end;
  for (let i = markup.length - 1; i >= 0; i--) {
    const one = markup[i]!;
    if (one.end < next) {
      if (isWhite(text, one.end, next)) after = after === 'text' ? 'space' : after;
      else after = isWhite(text, one.end, one.end + 1) ? 'space' : 'text';
    }
    found[i] = after;
    if (one.kind === 'character') after = 'text';
    else if (one.kind === 'block' && after !== 'line') after = 'block';
    next = one.start;
  }
  return found;
}

function isWhite(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!/\s/.test(text.charAt(i))) return false;
  return true;
}

function backOverSpaces(text: string, offset: number): number {
  let at = offset;
  while (isSpace(text, at - 1)) at--;
  return at;
}

function overSpaces(text: string, offset: number): number {
  let at = offset;
  while (isSpace(text, at)) at++;
  return at;
}

function isSpace(text: string, offset: number): boolean {
  const character = text.charAt(offset);
  return character === ' ' || character === '\t';
}

function edit(start: number, end: number, newText: string): TextEdit {
  return { start, end, newText, kind: 'markup-removed' };
}
