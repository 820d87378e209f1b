import type { FoundPeople } from '../report/parse.js';
import { Clue, type ClueSource } from '../report/clues.js';
import type { ShadowScan } from '../report/scan.js';
import type { FoundZone } from '../report/zones.js';
import { Book } from './naming/book.js';
import { KnownNames } from './naming/known-names.js';
import type { ListedNames } from './naming/listed-names.js';
import type { Page } from './naming/page.js';
import { roleEndings } from './naming/roles.js';
import { readTitles } from './naming/titles.js';
import { addSubjects, readAttendance, readHeadlines, readVerbs, VERBS } from './naming/verbs.js';
import { titleEndings } from './title-heads.js';

/** What the recogniser looks for in a text: title words and verbs of speech, office and attendance. */
export const officialClues: readonly ClueSource[] = [
  { clue: Clue.title, pairs: [...titleEndings, ...roleEndings] },
  { clue: Clue.speech, pairs: VERBS },
];

/**
 * Recognises people in folded shadow text. Somebody is an official by a title in front of the name or behind it, by
 * the list of names that a title or the word 出席 opens or closes, or as the subject of what only officials do; then
 * every other mention of the names so found counts. A surname with a title is a mention of its own, and nobody by
 * itself.
 * @param listed names that the corpus knows already
 */
export function recogniseOfficials(
  { folded, units, clues }: Pick<ShadowScan, 'folded' | 'units' | 'clues'>,
  zones: readonly FoundZone[],
  listed?: ListedNames,
): FoundPeople {
  const places: FoundZone[] = [];
  // Who attended may stand in a last short line that looks like what stands below a report.
  const tails: FoundZone[] = [];
  for (const zone of zones) {
    if (zone.kind === 'tail') {
      if (zone.furniture === undefined) tails.push(zone);
    } else if (zone.kind !== 'furniture' && zone.kind !== 'metadata') places.push(zone);
  }
  const { subjects, attendance } = readVerbs(folded, clues);
  const known = new KnownNames();
  for (const { start, end } of subjects) known.add(folded.slice(start, end));
  const page: Page = { text: folded, clues, places, attendance, known, book: new Book(folded) };
  listed?.read(page);
  readHeadlines(page);
  readTitles(page);
  readAttendance(page, tails);
  addSubjects(page, subjects);
  return page.book.people(units, places);
}
