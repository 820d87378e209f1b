import type { Official, PhraseMention, Report } from '../report/types.js';
import type { Span } from '../text/span.js';

/** What a place of a report is about; raw UTF-16 offsets of the mention. */
export type Subject =
  | (Span & { readonly kind: 'person'; readonly official: Official })
  | (Span & { readonly kind: 'phrase'; readonly phrase: string });

/** The person or phrase at an offset, or right in front of it where nothing stands there; people first. */
export function subjectAt(report: Report, offset: number): Subject | undefined {
  return (
    subjectIn(report, ({ start, end }) => start <= offset && offset < end) ??
    subjectIn(report, ({ end }) => end === offset)
  );
}

function subjectIn({ officials, phrases }: Report, isMeant: (span: Span) => boolean): Subject | undefined {
  for (const official of officials) {
    const mention = official.mentions.find(isMeant);
    if (mention !== undefined) return { kind: 'person', official, start: mention.start, end: mention.end };
  }
  const phrase: PhraseMention | undefined = phrases.find(isMeant);
  return phrase === undefined
    ? undefined
    : { kind: 'phrase', phrase: phrase.phrase, start: phrase.start, end: phrase.end };
}
