import type { Span } from '../../text/span.js';

/** Why a date is what it is; each kind has its words in {@link describeEvidence}. */
export type EvidenceKind =
  'written' | 'date-line' | 'same-day' | 'weekday' | 'lunar' | 'lunar-nearby' | 'year-of' | 'not-before';

/** One piece of evidence for the year of an event date. */
export interface Evidence extends Span {
  readonly kind: EvidenceKind;
  /** The words in the report that say so (shadow text). */
  readonly text: string;
  /** What it says: a year or list of years, or an ISO date for `not-before` and `date-line`. */
  readonly says: string;
  /** For `not-before` and `year-of`: what happened then. */
  readonly what?: { readonly zh: string; readonly en: string };
}

export type Confidence = 'high' | 'medium' | 'low';

/** Evidence in words, one line. */
export function describeEvidence(evidence: Evidence, language: 'en' | 'zh-cn'): string {
  const { kind, text, says, what } = evidence;
  const cause = language === 'en' ? (what?.en ?? '') : (what?.zh ?? '');
  switch (kind) {
    case 'written':
      return language === 'en' ? 'written in full' : '原文写明年月日';
    case 'date-line':
      return language === 'en' ? `the date line says ${says}` : `日期行为 ${says}`;
    case 'same-day':
      return language === 'en'
        ? `the text writes the same day in full: ${text}`
        : `文中另有同一天的完整日期：${text}`;
    case 'weekday':
      return language === 'en' ? `${text} fits only ${says}` : `${text}只与 ${says} 相符`;
    case 'lunar':
    case 'lunar-nearby':
      return language === 'en'
        ? `“${text}” falls on this day only in ${says}`
        : `${says} 年的这一天才是“${text}”`;
    case 'year-of':
      return language === 'en' ? `“${text}”: ${cause} (${says})` : `“${text}”：${cause}（${says} 年）`;
    case 'not-before':
      return language === 'en'
        ? `not before ${says} (${cause}: “${text}”)`
        : `不早于 ${says}（${cause}：“${text}”）`;
  }
}
