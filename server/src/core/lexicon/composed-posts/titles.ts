import data from '../../../../data/posts.json' with { type: 'json' };
import type { Level, Organ, PostStatus, Rank } from './types.js';

/** What the lexicon says of a title word or a full post. */
export interface Title {
  readonly title: string;
  readonly traditional: string;
  readonly en: string;
  readonly organ: Organ;
  readonly level: Level | undefined;
  readonly rank: Rank;
}

const full = new Map<string, Title>();
const titleWords = new Map<string, Title>();
let longest = 0;
for (const { title, traditional, en, organ, rank, kind, ...rest } of data.posts) {
  const entry: Title = {
    title,
    traditional,
    en,
    organ: organ as Organ,
    level: 'level' in rest ? (rest.level as Level) : undefined,
    rank: rank as Rank,
  };
  full.set(title, entry);
  if (kind !== 'title-word') continue;
  titleWords.set(title, entry);
  longest = Math.max(longest, title.length);
}

/** The longest title word that a text ends with. */
export function titleAtEnd(text: string): Title | undefined {
  for (let length = Math.min(longest, text.length); length >= 2; length--) {
    const title = titleWords.get(text.slice(-length));
    if (title !== undefined) return title;
  }
  return undefined;
}

/** A full post of the lexicon. */
export function fullPost(text: string): Title | undefined {
  return full.get(text);
}

/** Titles that several kinds of body have: without a body nothing says which. */
const SHARED =
  /^(?:副)?(?:主任|主席|部长|局长|院长|秘书长|处长|科长|组长|会长|理事长)$|^(?:委员|负责人|发言人|领导|队长|所长)$/;

export function isShared(title: string): boolean {
  return SHARED.test(title);
}

/** Marks in front of a title, with what they say. */
export const STATUS_MARKS: readonly (readonly [mark: string, status: PostStatus])[] = [
  ['常务', 'executive'],
  ['执行', 'executive'],
  ['名誉', 'honorary'],
  ['代理', 'acting'],
  ['代', 'acting'],
];
/** Marks in front of a whole post. */
export const LEADING_MARKS: readonly (readonly [mark: string, status: PostStatus | undefined])[] = [
  ['时任', 'former'],
  ['原任', 'former'],
  ['前任', 'former'],
  ['候任', 'designate'],
  ['拟任', 'designate'],
  ['现任', undefined],
  ['原', 'former'],
  ['前', 'former'],
];

/** English of a title word in front of "of the …"; what is not listed takes the lexicon's own. */
const WITH_BODY: Readonly<Record<string, string>> = {
  书记: 'secretary',
  常委: 'member of the standing committee',
  委员: 'member',
  主任: 'director',
  部长: 'head',
  局长: 'director',
  厅长: 'director',
  司长: 'director',
  处长: 'chief',
  科长: 'chief',
  所长: 'chief',
  主席: 'chairman',
  院长: 'president',
  检察长: 'chief procurator',
  秘书长: 'secretary-general',
  组长: 'head',
  会长: 'president',
  政委: 'political commissar',
  支队长: 'commander',
  大队长: 'commander',
};

/** English of a title in front of its body: director, deputy secretary, vice chairman. */
export function titleEnglish({ title, en }: Title, organ: Organ | undefined): string {
  const isDeputy = title.startsWith('副');
  const base = isDeputy ? title.slice(1) : title;
  const isChair = base === '主席' || (base === '主任' && organ === 'congress');
  const english = isChair ? 'chairman' : WITH_BODY[base];
  if (english === undefined) return en.replace(/;.*/, '');
  return isDeputy ? `${isChair || organ === 'court' ? 'vice' : 'deputy'} ${english}` : english;
}
