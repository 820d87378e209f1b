import { describeEvidence } from '../../core/report/dating/evidence.js';
import type { Quoted, Report } from '../../core/report/types.js';
import type { Span } from '../../core/text/span.js';

/** Why a file has no parse. */
export interface ParseError {
  readonly code: 'undecodable-text' | 'not-found' | 'not-readable' | 'is-folder' | 'internal-error';
  readonly message: string;
}

/** What `parse` prints of a file. The shape is a promise to other programs: keys are only ever added. */
export function parseJson(file: string, report: Report): object {
  const { dateLine, sourceLine, agency, script, notes } = report;
  return {
    file,
    script: { verdict: script.verdict, simplified: script.simplified, traditional: script.traditional },
    pinyinResidue: { notes: notes.certain.length, characters: notes.characters },
    zones: report.zones.map(({ kind, start, end }) => ({ kind, start, end })),
    headlines: report.headlines.map(quoted),
    date: dateLine === undefined ? null : { ...quoted(dateLine), iso: dateLine.iso ?? null },
    source: sourceLine === undefined ? null : quoted(sourceLine),
    agency: agency === undefined ? null : quoted(agency),
    authors: report.authors.map(({ name, role, start, end }) => ({ name, role, start, end })),
    editors: report.editors.map(({ name, start, end }) => ({ name, start, end })),
    eventDates: report.eventDates.map(({ text, start, end, iso, evidence }) => ({
      text,
      start,
      end,
      iso: iso ?? null,
      evidence: evidence.map((one) => describeEvidence(one, 'en')),
    })),
    officials: report.officials.map(({ name, posts, group, mentions }) => ({
      name,
      posts,
      ...(group === undefined ? {} : { group }),
      mentions: mentions.map(span),
    })),
    phrases: report.phrases.map(({ phrase, start, end }) => ({ phrase, start, end })),
  };
}

function quoted({ text, value, start, end }: Quoted): object {
  return { text, value, start, end };
}

function span({ start, end }: Span): Span {
  return { start, end };
}
