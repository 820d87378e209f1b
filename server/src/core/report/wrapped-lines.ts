import { CharacterClass } from '../script/characters.js';
import { isSentence, type ShadowLine } from './shadow-lines.js';

/** Lines on both sides that show how wide a hard-wrapped text is, and how many of them must be that wide. */
const WRAPPED_SAMPLE = 12;
const WRAPPED_LINES = 4;
/** An indent or a mark that may not begin a line makes it shorter. */
const WRAPPED_SLACK = 3;
const WIDEST_WRAP = 60;
const METADATA_LABEL = /(?:来源|稿源|发布|时间|日期|编辑|责编)\s*[:|]/;

/**
 * Where the body of a hard-wrapped text begins: its first lines end in the middle of a sentence, so that only the
 * width which they share with the lines behind them tells them from headlines.
 */
export function startOfWrapped(lines: readonly ShadowLine[], complete: number): number {
  if (complete === 0 || (lines[complete]?.length ?? 0) > WIDEST_WRAP) return complete;
  const from = Math.max(0, complete - WRAPPED_SAMPLE);
  const to = Math.min(lines.length, complete + WRAPPED_SAMPLE);
  let width = 0;
  for (let i = from; i < to; i++) width = Math.max(width, lines[i]?.length ?? 0);
  if (width > WIDEST_WRAP) return complete;
  let full = 0;
  for (let i = from; i < to; i++) if (isFull(lines[i], width)) full++;
  if (full < WRAPPED_LINES) return complete;
  let first = complete;
  for (; first > 0; first--) {
    const before = lines[first - 1];
    if (before === undefined || before.kind === 'furniture') break;
    // The last line of a paragraph is as short as it comes.
    const endsParagraph = isSentence(before) && isFull(lines[first - 2], width);
    if (!isFull(before, width) && !endsParagraph) break;
  }
  return first;
}

function isFull(line: ShadowLine | undefined, width: number): boolean {
  return (
    line !== undefined &&
    line.length >= width - WRAPPED_SLACK &&
    (line.folded.includes(',') || /[、。;:“”]/.test(line.folded)) &&
    ((line.classes & CharacterClass.colon) === 0 || !METADATA_LABEL.test(line.folded))
  );
}
