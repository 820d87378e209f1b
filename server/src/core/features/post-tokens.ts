import { parsePost, type PostPart } from '../lexicon/composed-posts/index.js';
import type { Mention, Report } from '../report/types.js';
import type { Span } from '../text/span.js';

/** A piece of a post: the division that it names, the body, or the office; raw UTF-16 offsets. */
export interface PostToken extends Span {
  readonly type: 'place' | 'organ' | 'post';
}

/** Characters in front of a name within which its posts are looked for: a list of posts and of names. */
const REACH = 120;

/** The posts that stand with mentions, each once, taken apart: 南京市 / 人大常委会 / 副主任. */
export function postTokens(report: Report, mentions: readonly Mention[]): PostToken[] {
  const { shadow, lines } = report;
  const found = new Map<number, PostToken[]>();
  for (const mention of mentions) {
    const start = shadow.toShadow(mention.start);
    const end = shadow.toShadow(mention.end);
    const line = shadow.toShadow(lines.line(lines.place(mention.start).line).start);
    const from = Math.max(line, start - REACH);
    let stop = start;
    for (let i = mention.posts.length - 1; i >= 0; i--) {
      const post = mention.posts[i] ?? '';
      if (post === '') continue;
      // 习近平总书记, else 市委书记戴源; of several the last stands next to the name.
      const behind = i === 0 && shadow.folded.startsWith(post, end);
      const at = behind ? end : from + shadow.folded.slice(from, stop).lastIndexOf(post);
      if (at < from) continue;
      if (!found.has(at)) found.set(at, toTokens(report, post, at));
      if (!behind) stop = at;
    }
  }
  return [...found.values()].flat();
}

/** @param at shadow offset of the post */
function toTokens({ shadow }: Report, post: string, at: number): PostToken[] {
  const tokens: PostToken[] = [];
  const add = (type: PostToken['type'], start: number, end: number): void => {
    if (end > start) tokens.push({ type, ...shadow.rawSpan({ start: at + start, end: at + end }) });
  };
  for (const part of parsePost(post)) {
    const place = placeEnd(part);
    const organ = organEnd(post, part, place);
    add('place', part.start, place);
    add('organ', place, organ);
    add('post', organ, part.end);
  }
  return tokens;
}

/** A bare 市 or 区 is no name of a place: it belongs to the body, 市委. */
function placeEnd({ start, place }: PostPart): number {
  return place === undefined || place.start < start || place.text.length < 2 ? start : place.end;
}

function organEnd(post: string, { organText, end }: PostPart, from: number): number {
  if (organText === '') return from;
  const at = post.indexOf(organText, from);
  return at < 0 || at + organText.length > end ? from : at + organText.length;
}
