import { describeEvidence } from '../report/dating/evidence.js';
import type { Report } from '../report/types.js';
import type { Language } from '../rules/rule.js';
import { fill } from '../text/fill.js';

/** A hint shown behind a place of the text; raw UTF-16 offset. */
export interface YearHint {
  readonly offset: number;
  /** `2020` or, with a bound only, `not before 2022-11-11`. */
  readonly label: string;
  /** The evidence in words, one piece a line. */
  readonly tooltip: string;
}

const NOT_BEFORE = { en: 'not before {date}', 'zh-cn': '不早于 {date}' } as const;

const CONFIDENCE = {
  en: { high: 'confidence: high', medium: 'confidence: medium', low: 'confidence: low' },
  'zh-cn': { high: '把握：高', medium: '把握：中', low: '把握：低' },
} as const;

/** The proposed years of event dates that the report writes without one. */
export function yearHints(report: Report, language: Language): YearHint[] {
  const hints: YearHint[] = [];
  for (const event of report.eventDates) {
    if (event.evidence.length === 0 || event.evidence.some(({ kind }) => kind === 'written')) continue;
    const bound = event.evidence.find(({ kind }) => kind === 'not-before');
    const label =
      event.iso?.slice(0, 4) ??
      (bound === undefined ? undefined : fill(NOT_BEFORE[language], { date: bound.says }));
    if (label === undefined || event.contradictory) continue;
    const reasons = event.evidence.map((evidence) => describeEvidence(evidence, language));
    if (event.confidence !== undefined) reasons.push(CONFIDENCE[language][event.confidence]);
    hints.push({ offset: event.end, label, tooltip: reasons.join('\n') });
  }
  return hints;
}
