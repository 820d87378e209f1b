import data from '../../../data/posts.json' with { type: 'json' };

/** What the lexicon knows of a post: the longest entry that the post ends with. */
export interface PostGloss {
  readonly title: string;
  readonly en: string;
}

const english = new Map<string, string>(data.posts.map(({ title, en }) => [title, en]));
const longest = Math.max(...data.posts.map(({ title }) => title.length));

/** The English of a post, or of the longest known title it ends with (领导小组组长 for …工作领导小组组长). */
export function glossPost(post: string): PostGloss | undefined {
  for (let length = Math.min(longest, post.length); length >= 2; length--) {
    const title = post.slice(post.length - length);
    // 警备区, 开发区 and 军分区 are no districts: their 区 belongs to the word before it.
    if (title.startsWith('区') && /[备发军分园务社特]/.test(post.charAt(post.length - length - 1))) continue;
    const en = english.get(title);
    if (en !== undefined) return { title, en };
  }
  return undefined;
}
