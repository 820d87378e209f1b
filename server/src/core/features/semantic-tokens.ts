import type { Report } from '../report/types.js';
import type { Span } from '../text/span.js';

/** What a token is; the order is the legend of the protocol. */
export const TOKEN_TYPES = [
  'official',
  'phrase',
  'eventDate',
  'publicationDate',
  'source',
  'byline',
  'furniture',
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** A token on one line; raw UTF-16 offsets. */
export interface Token extends Span {
  readonly type: TokenType;
}

/** The tokens of a report, ascending, without overlaps, none across a line end. */
export function semanticTokens(report: Report): Token[] {
  const tokens: Token[] = [];
  const add = (type: TokenType, spans: readonly (Span | undefined)[]): void => {
    for (const span of spans) if (span !== undefined) tokens.push({ type, start: span.start, end: span.end });
  };
  add(
    'official',
    report.officials.flatMap(({ mentions }) => mentions),
  );
  add('phrase', report.phrases);
  add('eventDate', report.eventDates);
  add('publicationDate', [report.dateLine]);
  add('source', [report.sourceLine ?? report.agency]);
  add('byline', [...report.authors, ...report.editors]);
  add(
    'furniture',
    report.zones.filter(({ kind }) => kind === 'furniture' || kind === 'label-orphan'),
  );
  tokens.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Token[] = [];
  for (const token of tokens) {
    if (token.start < (kept.at(-1)?.end ?? 0) || token.end === token.start) continue;
    kept.push(token);
  }
  return kept;
}
