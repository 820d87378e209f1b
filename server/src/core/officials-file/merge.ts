import { compare, compareEntries, entryKey, nameKey } from './order.js';
import type { MergeResult, OfficialEntry, OfficialPost, Proposal } from './types.js';

/**
 * Adds confirmed proposals to entries. An entry made by hand (without `collected`) is never changed, whatever the
 * proposal says; those proposals come back in `kept`. Merging the same proposals twice changes nothing.
 */
export function mergeEntries(
  existing: readonly OfficialEntry[],
  proposals: readonly Proposal[],
): MergeResult {
  const byKey = new Map(existing.map((entry) => [entryKey(entry), entry]));
  const kept: Proposal[] = [];
  let added = 0;
  let extended = 0;
  for (const proposal of proposals) {
    const key = entryKey(proposal.entry);
    const known = byKey.get(key);
    if (proposal.kind === 'unclear' || (known !== undefined && known.collected !== true)) {
      kept.push(proposal);
    } else if (known === undefined) {
      byKey.set(key, proposal.entry);
      added++;
    } else {
      const merged = extendEntry(known, proposal.entry);
      if (merged === known) continue;
      byKey.set(key, merged);
      extended++;
    }
  }
  return { entries: [...byKey.values()].sort(compareEntries), added, extended, kept };
}

/** An entry with the posts and the days of another; the very entry when there is nothing to add. */
export function extendEntry(entry: OfficialEntry, more: OfficialEntry): OfficialEntry {
  const posts = [...entry.posts];
  let changed = false;
  for (const post of more.posts) {
    const index = posts.findIndex((one) => postKey(one) === postKey(post));
    const known = posts[index];
    if (known === undefined) {
      posts.push(post);
      changed = true;
      continue;
    }
    const widened = widen(known, post);
    if (widened === known) continue;
    posts[index] = widened;
    changed = true;
  }
  return changed ? { ...entry, posts } : entry;
}

/** What makes two statements one post: its words and its place. */
export function postKey({ post, place = '' }: OfficialPost): string {
  return `${nameKey(post)}\n${place}`;
}

/** A post with the days of another reading of it; the very post when they lie within its own. */
export function widen(post: OfficialPost, { firstNamed, lastNamed, source }: OfficialPost): OfficialPost {
  const isEarlier =
    firstNamed !== undefined && (post.firstNamed === undefined || compare(firstNamed, post.firstNamed) < 0);
  const isLater =
    lastNamed !== undefined && (post.lastNamed === undefined || compare(lastNamed, post.lastNamed) > 0);
  if (!isEarlier && !isLater) return post;
  return {
    ...post,
    ...(isEarlier ? { firstNamed, ...(source === undefined ? {} : { source }) } : {}),
    ...(isLater ? { lastNamed } : {}),
  };
}
