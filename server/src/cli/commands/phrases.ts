import { BOM, csvLine, textTable } from '../reporters/text-table.js';
import type { Session } from '../session.js';
import { dayOf, linesOf, mentionsJson, printJson, totalsOf } from './occurrences.js';
import { readCorpus, type ListOptions } from './read-corpus.js';

/** Prints which set phrase stands where: the most used first, files by date. */
export async function phrases(
  session: Session,
  paths: readonly string[],
  { format, bom }: ListOptions,
): Promise<void> {
  const { terminal, texts } = session;
  const index = await readCorpus(session, paths);
  const used = [...index.phrases()]
    .sort((a, b) => b.reports - a.reports || (a.phrase < b.phrase ? -1 : 1))
    .map(({ phrase }) => ({ phrase, namings: index.quoting(phrase) }));
  if (format === 'json') {
    await printJson(
      terminal,
      used.map(({ phrase, namings }) => ({
        phrase,
        files: namings.map(({ file, places }) => ({
          file: file.uri,
          date: file.date ?? null,
          day: file.date?.slice(0, 10) ?? null,
          mentions: mentionsJson(places),
        })),
      })),
    );
    return;
  }
  if (format === 'csv') {
    await terminal.out(`${bom ? BOM : ''}${csvLine(['phrase', 'file', 'date', 'lines', 'mentions', 'day'])}`);
    for (const { phrase, namings } of used)
      for (const naming of namings)
        await terminal.out(
          csvLine([
            phrase,
            naming.file.uri,
            naming.file.date ?? '',
            linesOf(naming),
            naming.places.length,
            dayOf(naming),
          ]),
        );
    return;
  }
  const { phrase: head, date, place } = texts.lists;
  const rows = used.flatMap(({ phrase, namings }) =>
    namings.map((naming, i) => [
      i === 0 ? phrase : '',
      dayOf(naming),
      `${naming.file.uri}:${linesOf(naming)}`,
    ]),
  );
  if (rows.length > 0) await terminal.out(`${textTable([[head, date, place], ...rows])}\n`);
  await terminal.out(`${texts.lists.phrases(totalsOf(index, used))}\n`);
}
