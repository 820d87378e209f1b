import type { Report } from '../report/types.js';
import type { Language } from '../rules/rule.js';
import type { Converter } from '../script/converter.js';
import { ambiguousResults } from '../script/conversion/ambiguous-results.js';
import { clausesAround } from '../script/conversion/stretches.js';
import { fill } from '../text/fill.js';
import { meets, type Span } from '../text/span.js';
import type { TextEdit } from '../text/edit.js';

/** Another character that an ambiguous one could be; the span is the place in question, raw UTF-16 offsets. */
export interface ConversionChoice extends Span {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

const TITLES: Readonly<Record<Language, string>> = {
  en: 'Replace {character} with {alternative}',
  'zh-cn': '把“{character}”改为“{alternative}”',
};

/**
 * The further choices at a range of a Traditional report where the rule `ambiguous-conversion` speaks: its own fix offers the
 * likeliest one, these are the others.
 */
export function furtherChoices(
  report: Report,
  range: Span,
  converter: Converter,
  language: Language,
): ConversionChoice[] {
  const around = clausesAround(report, range);
  return ambiguousResults(report, converter, around)
    .filter((place) => meets(place, range))
    .flatMap(({ start, end, character, alternatives }) =>
      alternatives.slice(1).map((alternative) => ({
        start,
        end,
        title: fill(TITLES[language], { character, alternative }),
        edits: [{ start, end, newText: alternative, kind: 'script-converted' as const }],
      })),
    );
}
