import { placesOfPosts, type PlaceOfPost } from '../../core/officials-file/index.js';
import { COLLECTIVE } from '../../core/lexicon/title-heads.js';
import type { CorpusIndex, FileNaming } from '../../corpus/corpus-index.js';
import { BOM, csvLine, textTable } from '../reporters/text-table.js';
import type { Session } from '../session.js';
import { dayOf, linesOf, mentionsJson, printJson, totalsOf } from './occurrences.js';
import { readCorpus, type ListOptions } from './read-corpus.js';

/** What a report says of somebody. */
interface Stated {
  readonly naming: FileNaming;
  /** In the order of the report; none where it has only a collective word for them. */
  readonly posts: readonly { readonly post: string; readonly places: readonly PlaceOfPost[] }[];
  /** The collective word (市领导), which is no post; see `Official.group`. */
  readonly group: string | undefined;
}

interface Named {
  readonly name: string;
  readonly namings: readonly FileNaming[];
  readonly stated: readonly Stated[];
}

/** Prints who is named with which post in which file: names in the order of their characters, files by date. */
export async function officials(
  session: Session,
  paths: readonly string[],
  { format, bom }: ListOptions,
): Promise<void> {
  const { terminal, texts } = session;
  const index = await readCorpus(session, paths);
  const people = namedIn(index);
  if (format === 'json') {
    await printJson(
      terminal,
      people.map(({ name, stated }) => ({ name, files: stated.map(statedJson) })),
    );
    return;
  }
  if (format === 'csv') {
    await terminal.out(`${bom ? BOM : ''}${csvLine(COLUMNS)}`);
    for (const { name, stated } of people)
      for (const one of stated) for (const row of csvRows(name, one)) await terminal.out(csvLine(row));
    return;
  }
  const { lists } = texts;
  const { name, post, date, place, separator } = lists;
  const rows = people.flatMap((one) =>
    one.stated.map(({ naming, posts, group }, i) => [
      i === 0 ? one.name : '',
      group === undefined ? posts.map((stated) => stated.post).join(separator) : lists.group(group),
      dayOf(naming),
      `${naming.file.uri}:${linesOf(naming)}`,
    ]),
  );
  if (rows.length > 0) await terminal.out(`${textTable([[name, post, date, place], ...rows])}\n`);
  await terminal.out(`${lists.officials(totalsOf(index, people))}\n`);
}

/** New columns come last: who counts them stays right. */
const COLUMNS = [
  ...['name', 'post', 'file', 'date', 'lines', 'mentions'],
  ...['day', 'group', 'place', 'within', 'source'],
];

function* csvRows(name: string, { naming, posts, group }: Stated): Iterable<(string | number)[]> {
  const { file } = naming;
  // Somebody named without post has a row too.
  for (const { post, places } of posts.length === 0 ? [{ post: '', places: [] }] : posts) {
    yield [
      name,
      post,
      file.uri,
      file.date ?? '',
      linesOf(naming),
      naming.places.length,
      dayOf(naming),
      group ?? '',
      places.map((place) => place.name).join(';'),
      [...new Set(places.flatMap(({ within }) => within))].join(';'),
      file.source ?? '',
    ];
  }
}

/** The shape is a promise: keys are only ever added. */
function statedJson({ naming, posts, group }: Stated): object {
  const { file, word, places } = naming;
  return {
    file: file.uri,
    date: file.date ?? null,
    day: file.date?.slice(0, 10) ?? null,
    source: file.source ?? null,
    as: word,
    posts: posts.map(({ post }) => post),
    ...(group === undefined ? {} : { group }),
    // As many as there are posts.
    postPlaces: posts.map((one) => one.places),
    mentions: mentionsJson(places),
  };
}

function namedIn(index: CorpusIndex): Named[] {
  const around = new Map(index.namings((uri) => uri).map(({ path, places }) => [path, places]));
  return [...index.names()]
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ name }) => {
      const namings = index.naming(name);
      return {
        name,
        namings,
        stated: namings.map((naming) => statedIn(naming, around.get(naming.file.uri) ?? [])),
      };
    });
}

/** @param around the divisions that the report is about, outermost first */
function statedIn(naming: FileNaming, around: readonly string[]): Stated {
  // The corpus keeps a collective word in the place of the posts that a report does not state.
  const group = naming.posts.find((post) => post.endsWith(COLLECTIVE));
  const posts = naming.posts.filter((post) => !post.endsWith(COLLECTIVE));
  const places = placesOfPosts(posts, around);
  return { naming, posts: posts.map((post, i) => ({ post, places: places[i] ?? [] })), group };
}
