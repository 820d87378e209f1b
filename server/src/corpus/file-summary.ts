import { dateOfFile, namingsOf } from '../core/officials-file/index.js';
import type { Report } from '../core/report/types.js';
import type { Span } from '../core/text/span.js';
import { contentHash } from './content-hash.js';

/** A place in a file: raw UTF-16 offsets, with the zero-based line and column (UTF-16 units) of its start. */
export interface TextPlace extends Span {
  readonly line: number;
  readonly character: number;
}

/** What a list shows of a report. */
export interface FileHead {
  readonly uri: string;
  /** Publication date as the report states it, ISO 8601; undefined too where a file's reports have different ones. */
  readonly date: string | undefined;
  /** The source line, else the medium of the dateline. */
  readonly source: string | undefined;
  readonly headline: string | undefined;
}

/** A person as one report names them. */
export interface PersonSummary {
  /** As the report's parse has it: Simplified, with the forms that names keep. */
  readonly name: string;
  /** Other writings of the name in the report. */
  readonly forms: readonly string[];
  readonly posts: readonly string[];
  readonly mentions: readonly TextPlace[];
}

export interface PhraseSummary {
  /** The lexicon's headword. */
  readonly phrase: string;
  readonly mentions: readonly TextPlace[];
}

/** What the corpus keeps of one report. */
export interface FileSummary extends FileHead {
  /** See {@link contentHash}. */
  readonly hash: number;
  /** Full names of the divisions that the report is about, outermost first. */
  readonly divisions: readonly string[];
  readonly people: readonly PersonSummary[];
  readonly phrases: readonly PhraseSummary[];
}

const LONGEST_HEADLINE = 60;

/** Reads off a report what the corpus keeps of it. */
export function summarise(uri: string, report: Report): FileSummary {
  const { lines, officials, phrases, sourceLine, agency, headlines } = report;
  const place = ({ start, end }: Span): TextPlace => ({ start, end, ...lines.place(start) });
  const namings = namingsOf(report, uri);
  const forms = new Map(namings.officials.map((official) => [official.name, official.forms ?? []]));
  const byPhrase = new Map<string, TextPlace[]>();
  for (const mention of phrases) {
    const places = byPhrase.get(mention.phrase) ?? [];
    places.push(place(mention));
    byPhrase.set(mention.phrase, places);
  }
  return {
    uri,
    date: dateOfFile(report),
    source: (sourceLine ?? agency)?.value.trim(),
    headline: headlines[0]?.value.trim().slice(0, LONGEST_HEADLINE),
    hash: contentHash(report.text),
    divisions: namings.places,
    people: officials.map(({ name, posts, group, mentions }) => ({
      name,
      forms: forms.get(name) ?? [],
      // 市领导A、B states no post of theirs, but all that the file says of them.
      posts: posts.length === 0 && group !== undefined ? [group] : posts,
      mentions: mentions.map(place),
    })),
    phrases: [...byPhrase].map(([phrase, mentions]) => ({ phrase, mentions })),
  };
}
