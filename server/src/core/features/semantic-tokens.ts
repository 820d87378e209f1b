import type { Mention, Report } from '../report/types.js';
import type { KnownPeople } from '../officials-file/index.js';
import type { Span } from '../text/span.js';
import { postTokens } from './post-tokens.js';

/** What a token is; the order is the legend of the protocol. */
export const TOKEN_TYPES = [
  'official',
  'post',
  'place',
  'organ',
  'phrase',
  'eventDate',
  'publicationDate',
  'source',
  'byline',
  'furniture',
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** Whether an official stands in the project's officials file; neither where there is none. Bits of the protocol. */
export const TOKEN_MODIFIERS = ['known', 'unknown'] as const;
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

/** A token on one line; raw UTF-16 offsets. */
export interface Token extends Span {
  readonly type: TokenType;
  readonly modifier?: TokenModifier;
}

/** The tokens of a report, ascending, without overlaps, none across a line end. */
export function semanticTokens(report: Report, people?: KnownPeople): Token[] {
  const tokens: Token[] = [];
  const add = (type: TokenType, spans: readonly (Span | undefined)[], modifier?: TokenModifier): void => {
    for (const span of spans) {
      if (span === undefined) continue;
      const { start, end } = span;
      tokens.push(modifier === undefined ? { type, start, end } : { type, start, end, modifier });
    }
  };
  const titled: Mention[] = [];
  for (const { name, mentions } of report.officials) {
    const isKnown = people === undefined ? undefined : people.find(name).length > 0;
    add('official', mentions, isKnown === undefined ? undefined : isKnown ? 'known' : 'unknown');
    for (const mention of mentions) if (mention.posts.length > 0) titled.push(mention);
  }
  tokens.push(...postTokens(report, titled));
  add('phrase', report.phrases);
  add('eventDate', report.eventDates);
  add('publicationDate', [report.dateLine]);
  add('source', [report.sourceLine ?? report.agency]);
  add('byline', [...report.authors, ...report.editors]);
  add(
    'furniture',
    report.zones.filter(({ kind }) => kind === 'furniture' || kind === 'label-orphan'),
  );
  // A name or phrase counts before a post that reaches over it.
  tokens.sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
  const kept: Token[] = [];
  for (const token of tokens) {
    if (token.start < (kept.at(-1)?.end ?? 0) || token.end === token.start) continue;
    kept.push(token);
  }
  return kept;
}

function rank({ type }: Token): number {
  return TOKEN_TYPES.indexOf(type);
}
