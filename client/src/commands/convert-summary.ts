import type { ConvertSummary } from '../../../server/src/lsp/protocol.js';
import { listOf, type Translate } from '../translate.js';

/** More names than this are counted, not listed. */
const LISTED = 12;

/**
 * What a conversion does, in figures: "1,204 characters changed in 31 lines, 0 phrases rewritten, 3 names to
 * confirm, 2 ambiguous". `language` is a BCP 47 tag for the numbers.
 */
export function describeCounts(summary: ConvertSummary, t: Translate, language: string): string {
  const { ambiguous, charactersChanged, linesChanged, names, notesRemoved, phrasesRewritten } = summary;
  const number = (value: number): string => value.toLocaleString(language);
  const characters =
    charactersChanged === 1
      ? t('1 character changed')
      : t('{0} characters changed', number(charactersChanged));
  const lines = linesChanged === 1 ? t('1 line') : t('{0} lines', number(linesChanged));
  return [
    t('{0} in {1}', characters, lines),
    notesRemoved === 1 ? t('1 pinyin note removed') : '',
    notesRemoved > 1 ? t('{0} pinyin notes removed', number(notesRemoved)) : '',
    phrasesRewritten === 1 ? t('1 phrase rewritten') : t('{0} phrases rewritten', number(phrasesRewritten)),
    names.length === 1 ? t('1 name to confirm') : t('{0} names to confirm', number(names.length)),
    t('{0} ambiguous', number(ambiguous)),
  ]
    .filter((part) => part !== '')
    .join(t(', '));
}

/** What a conversion did, for the message after it: the figures, then what a person has to look at. */
export function describeSummary(summary: ConvertSummary, t: Translate, language: string): string {
  const { charactersChanged, leftovers, names, notesRemoved, phrasesRewritten } = summary;
  const list = (values: readonly string[]): string => {
    const shown = listOf(values.slice(0, LISTED), t);
    return values.length > LISTED ? t('{0} and {1} more', shown, values.length - LISTED) : shown;
  };
  const changed = charactersChanged > 0 || notesRemoved > 0 || phrasesRewritten > 0;
  return [
    changed ? describeCounts(summary, t, language) : t('Nothing to convert'),
    names.length > 0 ? t('Names to confirm: {0}', list(names)) : '',
    leftovers.length > 0 ? t('Left as they are: {0}', list(leftovers)) : '',
    // The finding that says so goes with the notes.
    notesRemoved > 0
      ? t('The notes are the sign of a mirror site: check date, source and title against the original')
      : '',
  ]
    .filter((part) => part !== '')
    .join(t('. '));
}

/** Several summaries as one; a name or character of several files is named once. */
export function addSummaries(summaries: readonly ConvertSummary[]): ConvertSummary {
  const sum = (pick: (summary: ConvertSummary) => number): number =>
    summaries.reduce((total, one) => total + pick(one), 0);
  const all = (pick: (summary: ConvertSummary) => readonly string[]): string[] => [
    ...new Set(summaries.flatMap(pick)),
  ];
  return {
    charactersChanged: sum((one) => one.charactersChanged),
    linesChanged: sum((one) => one.linesChanged),
    phrasesRewritten: sum((one) => one.phrasesRewritten),
    notesRemoved: sum((one) => one.notesRemoved),
    names: all((one) => one.names),
    ambiguous: sum((one) => one.ambiguous),
    leftovers: all((one) => one.leftovers),
  };
}
