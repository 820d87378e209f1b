import { Buffer } from 'node:buffer';

const LINE_FEED = 0x0a;
/** Marks that stand in no key of OpenCC's dictionaries, as UTF-8: 。 and ，. */
const MARKS = [Buffer.of(0xe3, 0x80, 0x82), Buffer.of(0xef, 0xbc, 0x8c)] as const;
/** U+2FF0 to U+2FFF begin with these bytes. */
const DESCRIPTION = Buffer.of(0xe2, 0xbf);
/** Bytes in front of a cut in which no ideographic description may begin: it could reach over the cut. */
const LONGEST_DESCRIPTION = 256;

/**
 * Where UTF-8 bytes can be cut so that both parts convert as the whole does: behind the last line feed, in a text
 * without any behind the last 。 or ，. No phrase of OpenCC's reaches over one; only ideographic descriptions
 * (⿰亻木), which are one unit whatever they hold, could. A byte offset behind the mark, or 0 where there is none.
 * @param before what stands in front of `bytes`, its end at least
 */
export function lastCut(bytes: Buffer, before: Buffer = NONE): number {
  const feed = cutBehind(bytes, before, LINE_FEED, 1);
  if (feed > 0) return feed;
  return Math.max(...MARKS.map((mark) => cutBehind(bytes, before, mark, mark.length)));
}

/** The line feeds of a blank line. */
const BLANK_LINES = [Buffer.of(0x0a, 0x0a), Buffer.of(0x0a, 0x0d, 0x0a)] as const;

/** Like {@link lastCut}, but behind the last blank line where there is one: there a report may end. */
export function lastBlankLine(bytes: Buffer, before: Buffer = NONE): number {
  const cut = Math.max(...BLANK_LINES.map((blank) => cutBehind(bytes, before, blank, blank.length)));
  return cut > 0 ? cut : lastCut(bytes, before);
}

const NONE = Buffer.alloc(0);

function cutBehind(bytes: Buffer, before: Buffer, mark: number | Buffer, length: number): number {
  for (let at = bytes.lastIndexOf(mark); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(mark, at - 1)) {
    const near = bytes.subarray(Math.max(0, at - LONGEST_DESCRIPTION), at);
    const missing = LONGEST_DESCRIPTION - near.length;
    const all = missing === 0 ? near : Buffer.concat([before.subarray(-missing), near]);
    if (!all.includes(DESCRIPTION)) return at + length;
  }
  return 0;
}
