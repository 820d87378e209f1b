import type { ReadProblem } from '../json-file/problem.js';

/** A post as the officials file states it; Simplified, dates as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export interface OfficialPost {
  /** One post without its place: 市委书记. */
  readonly post: string;
  /** The full name of the division (南京市); absent where nobody knows it or the post has none. */
  readonly place?: string;
  /** First and last day in office, as far as somebody has found it out; never taken from a report's date. */
  readonly from?: string;
  readonly to?: string;
  /** The earliest and the latest publication date of a report that states the post (`YYYY-MM-DD`). */
  readonly firstNamed?: string;
  readonly lastNamed?: string;
  /** A report's path relative to the officials file, an address, or a document. */
  readonly source?: string;
  readonly note?: string;
}

/** One person at one place. Two people with one name are two entries. */
export interface OfficialEntry {
  /** Simplified, with the forms that names keep (徐乾学). */
  readonly name: string;
  /** Other writings of the name: Traditional, former, foreign, misspelt in sources. */
  readonly forms?: readonly string[];
  /** What tells people with one name apart: the division that they serve. */
  readonly place?: string;
  /** Tells two people with one name at one place apart, in any words (女, 1971年生). */
  readonly distinction?: string;
  readonly posts: readonly OfficialPost[];
  readonly note?: string;
  /**
   * Set by Collect Officials. A later collection may add posts to such an entry; an entry without it is
   * hand-made and stays as it is. Delete the key to make an entry one's own.
   */
  readonly collected?: true;
}

/** The whole of an officials file. */
export interface OfficialsFile {
  readonly entries: readonly OfficialEntry[];
  /** Where each entry stands in the file: UTF-16 offsets, in the order of `entries`. */
  readonly spans: readonly {
    readonly start: number;
    readonly end: number;
    readonly nameStart: number;
    readonly nameEnd: number;
  }[];
  readonly problems: readonly ReadProblem[];
}

/** What one report says about people, small enough to keep for a whole corpus. */
export interface ReportNamings {
  /** The report's path relative to the officials file, with `/`. */
  readonly path: string;
  /** Publication date `YYYY-MM-DD`, where the report has one. */
  readonly date?: string;
  /** Full names of the divisions that headline, dateline and lead name, outermost first (江苏省, 南京市). */
  readonly places: readonly string[];
  readonly officials: readonly {
    readonly name: string;
    readonly forms?: readonly string[];
    readonly posts: readonly string[];
  }[];
}

/** The place of a post: names are full and Simplified. */
export interface PlaceOfPost {
  /** As the report has it, completed where the report says which (市长 in a report about 南京市). */
  readonly name: string;
  /** The divisions around it, outermost first; empty for a province, and where nobody knows which place is meant. */
  readonly within: readonly string[];
}

/** What a collection offers for confirmation. */
export interface Proposal {
  /**
   * `new`: nobody of this name and place stands in the file. `more`: a collected entry gets further posts.
   * `hand-made`: an entry made by hand says less than the reports; merging leaves it alone. `unclear`: several
   * entries of the name fit, and only a person can say which; merging leaves them alone.
   */
  readonly kind: 'new' | 'more' | 'hand-made' | 'unclear';
  /** For `new` the whole entry, else an entry with only what is not in the file yet. */
  readonly entry: OfficialEntry;
  /** Index of the entry in `existing` that the proposal is about; undefined for `new` and `unclear`. */
  readonly existing: number | undefined;
  /** The reports that the proposal rests on, sorted. */
  readonly reports: readonly string[];
  /** Others of the same name in the file or among the proposals: for a person to tell apart. */
  readonly namesakes: number;
}

export interface MergeResult {
  /** All entries in file order (see `compareEntries`). */
  readonly entries: readonly OfficialEntry[];
  readonly added: number;
  readonly extended: number;
  /** Proposals about hand-made entries, which were left as they are. */
  readonly kept: readonly Proposal[];
}
