import type { ConvertSummary } from '../../../server/src/lsp/protocol.js';
import type { Translate } from '../translate.js';

/** More names than this are counted, not listed. */
const LISTED = 12;

/** What a conversion did, for the message after it. `language` is a BCP 47 tag for the numbers. */
export function describeSummary(summary: ConvertSummary, t: Translate, language: string): string {
  const { charactersChanged, leftovers, names, notesRemoved } = summary;
  const number = (value: number): string => value.toLocaleString(language);
  const list = (values: readonly string[]): string => {
    const shown = values.slice(0, LISTED).join('、');
    return values.length > LISTED ? t('{0} and {1} more', shown, values.length - LISTED) : shown;
  };
  const parts = [
    charactersChanged === 1 ? t('1 character converted') : '',
    charactersChanged > 1 ? t('{0} characters converted', number(charactersChanged)) : '',
    notesRemoved === 1 ? t('1 pinyin note removed') : '',
    notesRemoved > 1 ? t('{0} pinyin notes removed', number(notesRemoved)) : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) parts.push(t('nothing to convert'));
  if (names.length > 0) parts.push(t('names to confirm: {0}', list(names)));
  if (leftovers.length > 0) parts.push(t('left as they are: {0}', list(leftovers)));
  const text = parts.join(t(', '));
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

/** Several summaries as one; a name or character of several files is named once. */
export function addSummaries(summaries: readonly ConvertSummary[]): ConvertSummary {
  const all = (pick: (summary: ConvertSummary) => readonly string[]): string[] => [
    ...new Set(summaries.flatMap(pick)),
  ];
  return {
    charactersChanged: summaries.reduce((sum, one) => sum + one.charactersChanged, 0),
    notesRemoved: summaries.reduce((sum, one) => sum + one.notesRemoved, 0),
    names: all((one) => one.names),
    leftovers: all((one) => one.leftovers),
  };
}
