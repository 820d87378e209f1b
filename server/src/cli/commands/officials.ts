import type { CorpusIndex, FileNaming } from '../../corpus/corpus-index.js';
import { csvLine, textTable } from '../reporters/text-table.js';
import type { Session } from '../session.js';
import { linesOf, mentionsJson, printJson, totalsOf } from './occurrences.js';
import { readCorpus, type ListFormat } from './read-corpus.js';

interface Named {
  readonly name: string;
  readonly namings: readonly FileNaming[];
}

/** Prints who is named with which post in which file: names in the order of their characters, files by date. */
export async function officials(
  session: Session,
  paths: readonly string[],
  format: ListFormat,
): Promise<void> {
  const { terminal, texts } = session;
  const index = await readCorpus(session, paths);
  const people = namedIn(index);
  if (format === 'json') {
    await printJson(
      terminal,
      people.map(({ name, namings }) => ({
        name,
        files: namings.map(({ file, word, posts, places }) => ({
          file: file.uri,
          date: file.date ?? null,
          as: word,
          posts,
          mentions: mentionsJson(places),
        })),
      })),
    );
    return;
  }
  if (format === 'csv') {
    await terminal.out(csvLine(['name', 'post', 'file', 'date', 'lines', 'mentions']));
    for (const { name, namings } of people) {
      for (const naming of namings) {
        // Somebody named without post has a row too.
        for (const post of naming.posts.length === 0 ? [''] : naming.posts)
          await terminal.out(
            csvLine([
              name,
              post,
              naming.file.uri,
              naming.file.date ?? '',
              linesOf(naming),
              naming.places.length,
            ]),
          );
      }
    }
    return;
  }
  const { name, post, date, place } = texts.lists;
  const rows = people.flatMap((one) =>
    one.namings.map((naming, i) => [
      i === 0 ? one.name : '',
      naming.posts.join('、'),
      naming.file.date?.slice(0, 10) ?? '',
      `${naming.file.uri}:${linesOf(naming)}`,
    ]),
  );
  if (rows.length > 0) await terminal.out(`${textTable([[name, post, date, place], ...rows])}\n`);
  await terminal.out(`${texts.lists.officials(totalsOf(index, people))}\n`);
}

function namedIn(index: CorpusIndex): Named[] {
  return [...index.names()]
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ name }) => ({ name, namings: index.naming(name) }));
}
