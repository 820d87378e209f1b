import { organByEnding, organEnding, organWord, type OrganWord } from './organ-words.js';
import { readPlace, type ReadPlace } from './place.js';
import {
  fullPost,
  isShared,
  LEADING_MARKS,
  STATUS_MARKS,
  titleAtEnd,
  titleEnglish,
  type Title,
} from './titles.js';
import type { Organ, PostPart, PostStatus } from './types.js';

/** What a part leaves to those behind it. */
interface Context {
  readonly read: ReadPlace | undefined;
  /** The body whose Party group the part leads (法院党组书记): the head of a body named next is its head (院长). */
  readonly body: Body | undefined;
}

interface Body {
  readonly kind: string;
  readonly text: string;
  readonly organ: Organ | undefined;
  readonly word: OrganWord | undefined;
}

const NOTHING: Context = { read: undefined, body: undefined };

/**
 * Takes one title apart: 南京市委副书记、市长 gives a deputy secretary and a mayor, both of 南京市.
 * @param title Simplified, as a report states it; offsets of the parts are UTF-16 units into it
 * @returns the parts in order; a title without any known title word gives one part that says only its place
 */
export function parsePost(title: string): readonly PostPart[] {
  return parsePosts([title])[0] ?? [];
}

/**
 * Takes the posts of one person apart, outermost first as `Official.posts` has them. A part without a place of its
 * own inherits the one before it, also from the title before; so does a bare 市 where 南京市 came before.
 * @returns the parts of each title
 */
export function parsePosts(titles: readonly string[]): readonly (readonly PostPart[])[] {
  let context = NOTHING;
  return titles.map((title) =>
    split(title).map(([start, end]) => {
      const [part, next] = parsePart(title.slice(start, end), start, context);
      context = next;
      return part;
    }),
  );
}

const JOINT = /[、，,；;/\s]+|兼任?|暨|并任/g;

/** Where the posts of a composed title stand. A joint counts only behind a title word: 工业和信息化 has none. */
function split(title: string): (readonly [start: number, end: number])[] {
  const parts: [number, number][] = [];
  let start = 0;
  for (const { 0: joint, index } of title.matchAll(JOINT)) {
    if (index === 0 || index + joint.length >= title.length) continue;
    if (titleAtEnd(title.slice(start, index)) === undefined) continue;
    parts.push([start, index]);
    start = index + joint.length;
  }
  parts.push([start, title.replace(/[、，,；;/\s]+$/, '').length]);
  return parts.filter(([from, to]) => to > from);
}

function parsePart(text: string, start: number, context: Context): [PostPart, Context] {
  const status: PostStatus[] = [];
  let skipped = 0;
  const lead = LEADING_MARKS.find(([mark]) => text.startsWith(mark) && text.length > mark.length + 1);
  // 原平市 and 前进区 are places: there the mark is part of the name.
  if (lead !== undefined && readPlace(text, 0, [])?.division === undefined) {
    skipped = lead[0].length;
    if (lead[1] !== undefined) status.push(lead[1]);
  }
  const party = /^(?:中共|中国共产党)(?!中央)/.exec(text.slice(skipped))?.[0].length ?? 0;
  const body = text.slice(skipped + party);
  const around = context.read?.division;
  const own = readPlace(
    body,
    start + skipped + party,
    around === undefined ? [] : [...around.within, around.name],
  );
  const rest = body.slice(own?.place.text.length ?? 0);
  const kind = own?.kind ?? '';
  const title = titleAtEnd(kind + rest) ?? fullPost(kind + rest);
  const head = (kind + rest).slice(0, (kind + rest).length - (title?.title.length ?? 0));
  const organPart = head.slice(Math.min(kind.length, head.length));
  const { organText, marks } = stripMarks(organPart);
  status.push(...marks);
  const word = organWord(kind + organText) ?? organWord(organText);
  const place = inheritPlace(own, context, word);
  const shares = organText === '' && title !== undefined && isShared(title.title);
  const from = shares ? context.body : undefined;
  const bare = from === undefined ? bareOf(kind, rest, title, own) : `${from.kind}${from.text}${rest}`;
  const listed = fullPost(bare);
  const organ =
    from?.organ ??
    (word === undefined ? listed?.organ : undefined) ??
    organOf(organText, word, title, shares, party > 0);
  const effective = from?.word ?? word;
  const level = effective?.level ?? place.read?.level ?? listed?.level ?? title?.level;
  const part: PostPart = {
    start,
    end: start + text.length,
    text,
    bare,
    place: place.read?.place,
    organText,
    organ,
    level,
    rank: title?.rank,
    title: title?.title,
    en: english(bare, title, effective, organText, place.read?.english ?? '', status),
    traditional: listed?.traditional ?? traditional(kind, organText, word, title, rest),
    status,
    inherited: place.inherited || from !== undefined,
  };
  const leads = title?.title.startsWith('党') === true && organText !== '';
  const next: Context = {
    read: place.read ?? context.read,
    body: leads ? { kind, text: organText, organ, word } : undefined,
  };
  return [part, next];
}

function stripMarks(text: string): { readonly organText: string; readonly marks: readonly PostStatus[] } {
  const found = STATUS_MARKS.find(([mark]) => text.endsWith(mark));
  return found === undefined
    ? { organText: text, marks: [] }
    : { organText: text.slice(0, -found[0].length), marks: [found[1]] };
}

function inheritPlace(
  own: ReadPlace | undefined,
  { read }: Context,
  word: OrganWord | undefined,
): { readonly read: ReadPlace | undefined; readonly inherited: boolean } {
  if (word?.level === 'central') return { read: undefined, inherited: false };
  if (own === undefined) return { read, inherited: read !== undefined };
  if (own.place.name !== undefined || own.kind === '' || read?.place.name === undefined)
    return { read: own, inherited: false };
  // A bare 市 behind 南京市委 is that city; behind 江苏省委 it is one nobody has named.
  if (read.kind !== own.kind) return { read: own, inherited: false };
  return {
    read: { ...read, place: { ...own.place, name: read.place.name, within: read.place.within } },
    inherited: true,
  };
}

function organOf(
  organText: string,
  word: OrganWord | undefined,
  title: Title | undefined,
  shares: boolean,
  isParty: boolean,
): Organ | undefined {
  if (word !== undefined) return word.organ;
  if (organText !== '') return organByEnding(organText) ?? organEnding(organText)?.organ ?? title?.organ;
  if (isParty) return 'party';
  return shares ? undefined : title?.organ;
}

/** 市委书记 for 南京市委书记; 市长 for 南京市市长 and 南京市长, because the title names its kind itself. */
function bareOf(kind: string, rest: string, title: Title | undefined, own: ReadPlace | undefined): string {
  if (own === undefined || kind === '' || kind === '特别行政区') return rest;
  const isOfPlace = title !== undefined && rest.endsWith(title.title) && title.title.includes(kind.slice(-1));
  return isOfPlace ? rest : kind + rest;
}

function english(
  bare: string,
  title: Title | undefined,
  word: OrganWord | undefined,
  organText: string,
  levelWord: string,
  status: readonly PostStatus[],
): string | undefined {
  const listed = fullPost(bare);
  // The lexicon's 主任 is the bare word; with a body there is more to say.
  if (listed !== undefined && (listed.title !== title?.title || word === undefined))
    return mark(listed.en, bare, status);
  if (title === undefined) return undefined;
  if (word !== undefined) {
    const body = word.en.replace('{} ', levelWord === '' ? '' : `${levelWord} `);
    return mark(`${titleEnglish(title, word.organ)} of the ${body}`, bare, status);
  }
  const own = title.en.replace(/;.*/, '');
  return mark(organText === '' ? own : `${titleEnglish(title, undefined)}, ${organText}`, bare, status);
}

/** Puts what the marks say in front, unless the lexicon's English says it (代市长 is listed). */
function mark(en: string, bare: string, status: readonly PostStatus[]): string {
  const says = STATUS_MARKS.some(([written]) => bare.startsWith(written)) && fullPost(bare) !== undefined;
  const shown = status.filter((one) => !says || one === 'former' || one === 'designate');
  return [...shown.map((one) => (one === 'designate' ? 'designated' : one)), en].join(' ');
}

const KIND_FORMS: Readonly<Record<string, string>> = { 区: '區', 县: '縣', 乡: '鄉', 镇: '鎮' };

function traditional(
  kind: string,
  organText: string,
  word: OrganWord | undefined,
  title: Title | undefined,
  rest: string,
): string | undefined {
  if (title === undefined || (organText !== '' && word === undefined)) return undefined;
  const listed = word?.word === kind + organText && kind !== '';
  const begin = listed ? '' : kind.replace(/[区县乡镇]/g, (character) => KIND_FORMS[character] ?? character);
  if (!rest.endsWith(title.title)) return title.traditional;
  const marks = rest
    .slice(organText.length, rest.length - title.title.length)
    .replace('务', '務')
    .replace('执', '執')
    .replace('誉', '譽');
  const body = organText === '' ? '' : (word?.traditional ?? '');
  const needsKind = organText !== '' || !title.title.includes(kind.slice(-1) || '\n');
  return `${needsKind && kind !== '特别行政区' ? begin : ''}${body}${marks}${title.traditional}`;
}
