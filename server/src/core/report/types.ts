import type { LineIndex } from '../text/line-index.js';
import type { Span } from '../text/span.js';
import type { ScriptVerdict } from '../script/verdict.js';
import type { Confidence, Evidence } from './dating/evidence.js';
import type { PinyinNotes } from './notes.js';
import type { Shadow } from './shadow.js';

export type ZoneKind =
  | 'furniture'
  | 'label-orphan'
  | 'kicker'
  | 'headline'
  | 'subheadline'
  | 'metadata'
  | 'lead'
  | 'paragraph'
  | 'attendance'
  | 'tail';

/** What a piece of page furniture is; the keys of furniture.json. */
export type FurnitureKind = string;

/** A stretch of the report, raw UTF-16 offsets; zones ascend, do not overlap and leave out blank lines. */
export interface Zone extends Span {
  readonly kind: ZoneKind;
  /** Set for `furniture` zones and for tails that are copyright notes, contact lines or link lists. */
  readonly furniture?: FurnitureKind;
}

/** A stretch of the raw text with what it says on the shadow text. */
export interface Quoted extends Span {
  readonly text: string;
  readonly value: string;
}

export type DateProblem = 'no-year' | 'no-day' | 'impossible';

/** The publication date. `iso` is absent exactly when `problem` is set. */
export interface DateLine extends Quoted {
  readonly iso: string | undefined;
  readonly problem: DateProblem | undefined;
}

export type AuthorRole = 'reporter' | 'photographer' | 'correspondent' | 'writer';

/** A name in a byline, Simplified, without padding. */
export interface Author extends Span {
  readonly name: string;
  readonly role: AuthorRole;
}

export interface Editor extends Span {
  readonly name: string;
}

/** A date at which something happened, as the body states it. */
export interface EventDate extends Quoted {
  readonly iso: string | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** Why the ISO date is what it is, or what bounds it; see `describeEvidence`. */
  readonly evidence: readonly Evidence[];
  readonly confidence: Confidence | undefined;
  /** Whether the evidence excludes itself, so that no year is proposed. */
  readonly contradictory: boolean;
}

/** One mention of an official's name, raw offsets. */
export interface Mention extends Span {
  /** Posts that stand with this very mention, Simplified, outermost first. */
  readonly posts: readonly string[];
}

/** A person whom this file names with a post of government or party. */
export interface Official {
  /** Simplified by the character table. */
  readonly name: string;
  /** Every post the file states for the name, in order of first statement. */
  readonly posts: readonly string[];
  /** The word that gathers a list the name stands in (`市领导`), where the file has one; it is no post. */
  readonly group?: string;
  readonly mentions: readonly Mention[];
}

/** What a person does who is named in the body and holds no public office. */
export type PersonRole = 'expert' | 'boss' | 'resident';

/** A person whom this file names without a public office; reporters and editors are in `authors` and `editors`. */
export interface OtherPerson {
  /** Simplified by the character table. */
  readonly name: string;
  readonly role: PersonRole;
  /** Raw offsets. */
  readonly mentions: readonly Span[];
}

/** A surname with a title (`林市长`): a weak mention, the span of the surname alone, raw offsets. */
export interface SurnameMention extends Span {
  /** The title behind the surname, Simplified. */
  readonly post: string;
  /** The only official of this file whom surname and title fit. */
  readonly official: string | undefined;
}

/** What a part of a metadata line is; `control` is a page control such as `字号:`. */
export type MetadataKind = 'date' | 'source' | 'publisher' | 'author' | 'editor' | 'control';

/** A field of a metadata line with its label, raw offsets; fields ascend within a line. */
export interface MetadataField extends Span {
  readonly kind: MetadataKind;
}

/** A set phrase of the lexicon, raw offsets. */
export interface PhraseMention extends Span {
  /** The lexicon's headword. */
  readonly phrase: string;
}

/** A report that stands behind another one in the same file. */
export interface LaterReport {
  /** Where its headline begins, a raw UTF-16 offset; it ends where the next one begins or the text ends. */
  readonly start: number;
  readonly dateLine: DateLine | undefined;
}

/** What a raw report says of itself. All offsets are UTF-16 units into `text`. */
export interface Report {
  readonly text: string;
  /** Which classes of characters the text holds: flags of `CharacterClass`, so that a rule can exit at once. */
  readonly classes: number;
  readonly lines: LineIndex;
  /** Offsets of quotation marks, brackets, pauses and stops (`CharacterClass.mark`), ascending. */
  readonly marks: readonly number[];
  /** Whether some line has hardly a usual Han character, or none but letters of Latin-1, as garbled text has. */
  readonly unusual: readonly number[];
  readonly notes: PinyinNotes;
  readonly shadow: Shadow;
  readonly script: ScriptVerdict;
  readonly zones: readonly Zone[];
  readonly headlines: readonly Quoted[];
  readonly dateLine: DateLine | undefined;
  /**
   * Where the file holds several reports, all but the first. Headlines, date, source and agency of this record are the
   * first one's; zones, people, dates of events and fields are those of all.
   */
  readonly later: readonly LaterReport[];
  readonly sourceLine: Quoted | undefined;
  /** The place of a source label without value (`来源:`). */
  readonly emptySourceLabel: Span | undefined;
  /** The medium that a dateline names (`本报讯`, `新华社北京2月3日电`); no source line. */
  readonly agency: Quoted | undefined;
  readonly authors: readonly Author[];
  readonly editors: readonly Editor[];
  readonly eventDates: readonly EventDate[];
  readonly officials: readonly Official[];
  readonly otherPeople: readonly OtherPerson[];
  readonly surnameMentions: readonly SurnameMention[];
  readonly phrases: readonly PhraseMention[];
  /** Stretches that differ from a set phrase by one character, where no phrase stands. */
  readonly nearPhrases: readonly PhraseMention[];
  readonly fields: readonly MetadataField[];
  /**
   * Where findings about the whole file stand: the first headline, else the first clause of the first line that is
   * not furniture, else an empty span at 0.
   */
  readonly anchor: Span;
}
