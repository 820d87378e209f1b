import { parsePosts, type PostPart } from '../lexicon/composed-posts/index.js';
import { divisionsNamed, isWithin } from '../places/divisions.js';
import { extendEntry, postKey } from './merge.js';
import { compare, compareEntries, nameKey } from './order.js';
import type { OfficialEntry, OfficialPost, Proposal, ReportNamings } from './types.js';

/** The place of central posts: it tells them from those of a town. */
const NATION = '中国';

/** A person as one report or several name them. */
interface Person {
  readonly name: string;
  readonly posts: readonly OfficialPost[];
  /** Every place that a post names, with those around it left out. */
  readonly places: readonly string[];
  readonly reports: readonly string[];
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
      const person = readPerson(name, posts, report);
      if (person.posts.length === 0) continue;
      const key = nameKey(name);
      byName.set(key, [...(byName.get(key) ?? []), person]);
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
  const posts = parsePosts(titles)
    .flat()
    .filter(({ title, bare }) => title !== undefined && bare.length >= 2)
    .map((part): OfficialPost => {
      const place = placeOf(part, around);
      return { post: part.bare, ...(place === undefined ? {} : { place }), ...day, source: path };
    });
  const places = posts.flatMap(({ place }) => (place === undefined ? [] : [place]));
  return { name, posts: posts.reduce(addPost, []), places: [...new Set(places)], reports: [path] };
}

/** The place of a post: what it names itself, else the one place of its kind that the report is about. */
function placeOf({ place, level, organ }: PostPart, around: readonly string[]): string | undefined {
  if (place?.name !== undefined) return place.name;
  if (organ === 'taiwan') return place === undefined ? '台湾省' : undefined;
  if (organ === 'hongkong') return '香港特别行政区';
  if (organ === 'macau') return '澳门特别行政区';
  if (level === 'central') return NATION;
  if (place === undefined) return undefined;
  const kind = place.text;
  const fitting = around.filter((name) => name.endsWith(kind) || (kind === '省' && isProvince(name)));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function isProvince(name: string): boolean {
  return divisionsNamed(name).some(({ level }) => level === 'province');
}

/** Adds a post to a list; the same post again only widens its days. */
function addPost(posts: readonly OfficialPost[], post: OfficialPost): OfficialPost[] {
  const holder = extendEntry({ name: '', posts }, { name: '', posts: [post] });
  return [...holder.posts];
}

/** Joins the readings of one name to people; readings are few, so each is held against each. */
function joinReadings(readings: readonly Person[]): readonly Person[] {
  const people: Person[] = [];
  for (const reading of readings.filter(({ places }) => places.length > 0)) {
    const meeting = people.filter((person) => placesMeet(person.places, reading.places));
    const joined = [...meeting, reading].reduce(joinTwo);
    people.splice(0, people.length, ...people.filter((person) => !meeting.includes(person)), joined);
  }
  const rest = readings.filter(({ places }) => places.length === 0);
  if (rest.length === 0) return people;
  const [only] = people;
  if (only !== undefined && people.length === 1) return [[only, ...rest].reduce(joinTwo)];
  return [...people, rest.reduce(joinTwo)];
}

function joinTwo(a: Person, b: Person): Person {
  return {
    name: a.name,
    posts: b.posts.reduce(addPost, [...a.posts]),
    places: [...new Set([...a.places, ...b.places])],
    reports: [...new Set([...a.reports, ...b.reports])].sort(compare),
  };
}

function placesMeet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.some((other) => isWithin(one, other) || isWithin(other, one)));
}

function proposalsFor(
  people: readonly Person[],
  namesakes: readonly number[],
  existing: readonly OfficialEntry[],
): Proposal[] {
  return people.flatMap((person): Proposal[] => {
    const place = mainPlace(person);
    const fitting = namesakes.filter((index) => fits(existing[index], person, people.length === 1));
    const others = people.length - 1 + namesakes.length - Math.min(fitting.length, 1);
    const base = { reports: person.reports, namesakes: others };
    const fresh: OfficialEntry = {
      name: person.name,
      ...(place === undefined ? {} : { place }),
      collected: true,
      posts: sortPosts(person.posts),
    };
    if (fitting.length === 0) return [{ kind: 'new', entry: fresh, existing: undefined, ...base }];
    if (fitting.length > 1) return [{ kind: 'unclear', entry: fresh, existing: undefined, ...base }];
    const index = fitting[0] ?? 0;
    const entry = existing[index];
    if (entry === undefined) return [];
    const isOurs = entry.collected === true;
    const known = new Set(entry.posts.map(postKey));
    const missing = sortPosts(person.posts).filter(
      (post) => !known.has(postKey(post)) || (isOurs && widens(entry, post)),
    );
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

function widens(entry: OfficialEntry, post: OfficialPost): boolean {
  return extendEntry(entry, { name: entry.name, posts: [post] }) !== entry;
}

/** Whether an entry of the name can be the person: their places meet, or one of them has none and nobody else is there. */
function fits(entry: OfficialEntry | undefined, { places }: Person, isOnly: boolean): boolean {
  if (entry === undefined) return false;
  const own = [entry.place, ...entry.posts.map(({ place }) => place)].filter((place) => place !== undefined);
  if (own.length === 0 || places.length === 0) return isOnly;
  return placesMeet(own, places);
}

/** The narrowest of the places that most posts name: 省委常委、南京市委书记 serves 南京市. */
function mainPlace({ posts, places }: Person): string | undefined {
  const count = (place: string): number => posts.filter((post) => post.place === place).length;
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
