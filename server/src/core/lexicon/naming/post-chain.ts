import { titleHeadLength } from '../title-heads.js';
import { isHan } from './page.js';

/** Posts that `、` joins, each of which ends with a title word. */
export interface PostChain {
  readonly posts: readonly string[];
  readonly end: number;
}

const PAUSE = '、'.charCodeAt(0);
/** UTF-16 units of a post behind a `、`. */
const LONGEST_POST = 20;

/**
 * The post from `start` to `end` with those that follow it: 青枫区委委员、常委、书记.
 * @param stop where the line ends
 */
export function readChain(text: string, start: number, end: number, stop: number): PostChain {
  const posts = [text.slice(start, end)];
  let last = end;
  while (last < stop && text.charCodeAt(last) === PAUSE) {
    const next = postEnd(text, last + 1, stop);
    if (next === undefined) break;
    posts.push(text.slice(last + 1, next));
    last = next;
  }
  return { posts, end: last };
}

/** Where a post ends that begins at an offset and has nothing of its clause behind it but 职务. */
function postEnd(text: string, start: number, stop: number): number | undefined {
  const most = Math.min(stop, start + LONGEST_POST);
  for (let end = start + 1; end <= most; end++) {
    if (!isHan(text.charCodeAt(end - 1))) return undefined;
    const next = text.charCodeAt(end);
    if ((end === stop || !isHan(next) || endsOffice(text, end)) && titleHeadLength(text, end) > 0) return end;
  }
  return undefined;
}

/** Whether 职务 or the like stands at an offset. */
export function endsOffice(text: string, offset: number): boolean {
  return (
    text.startsWith('职务', offset) || text.startsWith('一职', offset) || text.startsWith('等职', offset)
  );
}
