import { parsePosts, type PostPart } from '../lexicon/composed-posts/index.js';
import { chooseDivision, divisionsNamed, isWithin } from '../places/divisions.js';
import { extendEntry, postKey, widen } from './merge.js';
import { compare, compareEntries, entryKey, nameKey } from './order.js';
import type { OfficialEntry, OfficialPost, PlaceOfPost, Proposal, ReportNamings } from './types.js';

/**
 * Stands among a person's places for central posts, so that they tell two people of one name apart. It is no
 * division, and nothing of the file says it: the posts themselves do.
 */
const NATION = '中国';

/** A person as one report or several name them; grows while reports are read. */
interface Person {
  readonly name: string;
  /** By {@link postKey}, in the order of first statement. */
  readonly posts: Map<string, OfficialPost>;
  /** Every place that a post names. */
  readonly places: Set<string>;
  readonly reports: Set<string>;
}

/**
 * What the reports say about people that the file does not say yet, for a person to confirm.
 *
 * Readings of one name become one entry where their places meet (one is the other, or lies in it); a reading without
 * any place joins the only person of its name, else it stays by itself. So two people with one name in two cities
 * are two entries. Nothing is ever taken for a term of office: a report only proves that the post was named then.
 * @param existing the entries of the file, as {@link parseOfficialsFile} gives them
 * @returns proposals in the order of the file; the same for the same reports in whatever order
 */
export function proposeEntries(
  reports: readonly ReportNamings[],
  existing: readonly OfficialEntry[],
): Proposal[] {
  const byName = new Map<string, Person[]>();
  for (const report of [...reports].sort((a, b) => compare(a.path, b.path))) {
    for (const { name, posts } of report.officials) {
      // 市领导 says of people that they have posts, not which.
      const person = readPerson(
        name,
        posts.filter((post) => !post.endsWith('领导')),
        report,
      );
      if (person.posts.size === 0) continue;
      const key = nameKey(name);
      const known = byName.get(key);
      if (known === undefined) byName.set(key, [person]);
      else known.push(person);
    }
  }
  const known = new Map<string, number[]>();
  existing.forEach(({ name, forms = [] }, index) => {
    for (const key of new Set([name, ...forms].map(nameKey)))
      known.set(key, [...(known.get(key) ?? []), index]);
  });
  const proposals = [...byName].flatMap(([key, readings]) =>
    proposalsFor(joinReadings(readings), known.get(key) ?? [], existing),
  );
  return proposals.sort((a, b) => compareEntries(a.entry, b.entry));
}

function readPerson(name: string, titles: readonly string[], report: ReportNamings): Person {
  const { path, date, places: around } = report;
  const day = date === undefined ? {} : { firstNamed: date, lastNamed: date };
  const person: Person = { name, posts: new Map(), places: new Set(), reports: new Set([path]) };
  for (const part of parsePosts(titles).flat()) {
    if (part.title === undefined || part.bare.length < 2) continue;
    const place = placeOf(part, around);
    if (place !== undefined) person.places.add(place);
    addPost(person, { post: part.bare, ...written(place), ...day, source: path });
  }
  return person;
}

/** A place as the file has it. */
function written(place: string | undefined): { readonly place?: string } {
  return place === undefined || place === NATION ? {} : { place };
}

/** The place of a post: what it names itself, else the one place of its kind that the report is about. */
function placeOf({ place, level, organ, title }: PostPart, around: readonly string[]): string | undefined {
  if (place?.name !== undefined) return place.name;
  if (organ === 'taiwan') return place === undefined ? '台湾省' : undefined;
  if (organ === 'hongkong') return '香港特别行政区';
  if (organ === 'macau') return '澳门特别行政区';
  if (isOfNation(level, organ)) return NATION;
  // 市委 names its kind, 副市长 has it in the title.
  const kind = place?.text ?? /([省市区县州盟旗镇乡])(?:长|领导)$/.exec(title ?? '')?.[1];
  if (kind === undefined) return undefined;
  const fitting = around.filter((name) => name.endsWith(kind) || (kind === '省' && isProvince(name)));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/**
 * Where each of a person's posts is, as one report says it; a post of several parts may have several places, a
 * central one has none.
 * @param posts Simplified, in the order of the report: a post without a place of its own has that of the one before
 * @param around the divisions that the report is about, outermost first ({@link ReportNamings.places})
 */
export function placesOfPosts(
  posts: readonly string[],
  around: readonly string[],
): readonly (readonly PlaceOfPost[])[] {
  return parsePosts(posts).map((parts) => {
    const names = parts.flatMap((part) => written(placeOf(part, around)).place ?? []);
    return [...new Set(names)].map((name) => ({
      name,
      within: chooseDivision(divisionsNamed(name), around)?.within ?? [],
    }));
  });
}

/** Taiwan has central posts of its own. */
function isOfNation(level: PostPart['level'], organ: PostPart['organ']): boolean {
  return level === 'central' && organ !== 'taiwan';
}

function isProvince(name: string): boolean {
  return divisionsNamed(name).some(({ level }) => level === 'province');
}

/** The same post again only widens its days. */
function addPost({ posts }: Person, post: OfficialPost): void {
  const key = postKey(post);
  const known = posts.get(key);
  posts.set(key, known === undefined ? post : widen(known, post));
}

/** Joins the readings of one name to people; time grows with readings times people, and people are few. */
function joinReadings(readings: readonly Person[]): readonly Person[] {
  let people: Person[] = [];
  for (const reading of readings) {
    if (reading.places.size === 0) continue;
    const meeting = people.filter((person) => placesMeet(person.places, reading.places));
    const [first] = meeting;
    if (first === undefined) {
      people.push(reading);
      continue;
    }
    for (const other of [...meeting.slice(1), reading]) take(first, other);
    if (meeting.length > 1) people = people.filter((person) => person === first || !meeting.includes(person));
  }
  const [only] = people;
  let placeless = only !== undefined && people.length === 1 ? only : undefined;
  for (const reading of readings) {
    if (reading.places.size > 0) continue;
    if (placeless === undefined) people.push((placeless = reading));
    else take(placeless, reading);
  }
  return people;
}

function take(person: Person, other: Person): void {
  for (const post of other.posts.values()) addPost(person, post);
  for (const place of other.places) person.places.add(place);
  for (const path of other.reports) person.reports.add(path);
}

function placesMeet(a: Iterable<string>, b: Iterable<string>): boolean {
  const others = [...b];
  return [...a].some((one) => others.some((other) => isWithin(one, other) || isWithin(other, one)));
}

function proposalsFor(
  people: readonly Person[],
  namesakes: readonly number[],
  existing: readonly OfficialEntry[],
): Proposal[] {
  const placed = people.filter(({ places }) => places.size > 0);
  const taken = new Set(
    [...placed.map(entryOf), ...namesakes.flatMap((i) => existing[i] ?? [])].map(entryKey),
  );
  return people.flatMap((person): Proposal[] => {
    const fitting = namesakes.filter((index) => fits(existing[index], person, people.length === 1));
    const others = people.length - 1 + namesakes.length - Math.min(fitting.length, 1);
    const base = { reports: [...person.reports].sort(compare), namesakes: others };
    const fresh = entryOf(person);
    const { posts } = fresh;
    // Somebody of whom no post says where would be merged with one of the centre, whom the file gives no place either.
    const isLost = fitting.length === 0 && person.places.size === 0 && taken.has(entryKey(fresh));
    if (fitting.length > 1 || isLost)
      return [{ kind: 'unclear', entry: fresh, existing: undefined, ...base }];
    if (fitting.length === 0) return [{ kind: 'new', entry: fresh, existing: undefined, ...base }];
    const index = fitting[0] ?? 0;
    const entry = existing[index];
    if (entry === undefined) return [];
    const isOurs = entry.collected === true;
    const known = new Set(entry.posts.map(postKey));
    const missing = posts.filter((post) => !known.has(postKey(post)) || (isOurs && widens(entry, post)));
    if (missing.length === 0) return [];
    // The same name, place and distinction: merging finds the entry by them.
    const { name, place: at, distinction } = entry;
    const more: OfficialEntry = {
      name,
      ...(at === undefined ? {} : { place: at }),
      ...(distinction === undefined ? {} : { distinction }),
      ...(isOurs ? { collected: true as const } : {}),
      posts: missing,
    };
    return [{ kind: isOurs ? 'more' : 'hand-made', entry: more, existing: index, ...base }];
  });
}

/** A person as a new entry. */
function entryOf(person: Person): OfficialEntry {
  return {
    name: person.name,
    ...written(mainPlace(person)),
    collected: true,
    posts: sortPosts([...person.posts.values()]),
  };
}

function widens(entry: OfficialEntry, post: OfficialPost): boolean {
  return extendEntry(entry, { name: entry.name, posts: [post] }) !== entry;
}

/** Whether an entry of the name can be the person: their places meet, or one of them has none and nobody else is there. */
function fits(entry: OfficialEntry | undefined, { places }: Person, isOnly: boolean): boolean {
  if (entry === undefined) return false;
  const own = [entry.place, ...entry.posts.map(placeOfStated)].filter((place) => place !== undefined);
  if (own.length === 0 || places.size === 0) return isOnly;
  return placesMeet(own, places);
}

/** The place of a post of the file; of a central one its words say it. */
function placeOfStated({ post, place }: OfficialPost): string | undefined {
  return (
    place ??
    (parsePosts([post])
      .flat()
      .some(({ level, organ }) => isOfNation(level, organ))
      ? NATION
      : undefined)
  );
}

/** The narrowest of the places that most posts name: 省委常委、南京市委书记 serves 南京市. */
function mainPlace({ posts, places }: Person): string | undefined {
  const named = [...posts.values()];
  const count = (place: string): number => named.filter((post) => post.place === place).length;
  return [...places].sort((a, b) => depth(b) - depth(a) || count(b) - count(a) || compare(a, b))[0];
}

function depth(place: string): number {
  if (place === NATION) return 0;
  const [division] = divisionsNamed(place);
  return division === undefined ? 1.5 : division.within.length + 1;
}

/** By the day they were first named, then as the reports have them. */
function sortPosts(posts: readonly OfficialPost[]): OfficialPost[] {
  return [...posts].sort((a, b) => compare(a.firstNamed ?? '9', b.firstNamed ?? '9'));
}
