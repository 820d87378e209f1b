import type { PersonRole } from '../../report/types.js';
import { COLLECTIVE } from '../title-heads.js';
import type { Standing } from './book.js';
import { isPublicRole, roleOfPost } from './roles.js';

/** What posts say of somebody: `role` is that of a word for people without public office in front of the name. */
export function standingOf(posts: readonly string[], role: PersonRole | undefined): Standing {
  const own = role ?? roleOf(posts);
  if (own !== undefined && !isPublicRole(own, posts)) return { posts, group: undefined, role: own };
  for (const group of posts) {
    if (!isCollectivePost(group)) continue;
    return { posts: posts.filter((post) => !isCollectivePost(post)), group, role: undefined };
  }
  return { posts, group: undefined, role: undefined };
}

/** UTF-16 units of a title without a body: 校长, 理事长, 副董事长. */
const LONGEST_BARE = 4;

/** 小学党支部书记、校长: a bare title is one of the body that the first post names. */
function roleOf(posts: readonly string[]): PersonRole | undefined {
  const last = posts.at(-1) ?? '';
  return (
    roleOfPost(last) ??
    (last.length <= LONGEST_BARE && posts.length > 1 ? roleOfPost(posts[0] ?? '') : undefined)
  );
}

const COLLECTIVE_END = '导'.charCodeAt(0);

function isCollectivePost(post: string): boolean {
  return post.charCodeAt(post.length - 1) === COLLECTIVE_END && post.endsWith(COLLECTIVE);
}
