import type { RuleFailure } from '../rules/run.js';
import type { EditKind } from '../text/edit.js';
import type { Span } from '../text/span.js';

/** The kinds of edit that leave the wording alone; a replaced phrase or name is another wording, whoever proposed it. */
export type DeclaredEditKind = Exclude<EditKind, 'phrase-replaced' | 'name-corrected'>;

/** What a change may be: an edit, or white space at the ends of lines and between them. */
export type DeclaredKind = DeclaredEditKind | 'white-space';

/** A change of a declared kind. */
export interface DeclaredChange {
  readonly kind: DeclaredKind;
  /** What it replaces, UTF-16 offsets into the original. */
  readonly original: Span;
  /** What stands there now, UTF-16 offsets into the changed text. */
  readonly changed: Span;
}

export type ChangeCounts = Readonly<Partial<Record<DeclaredKind, number>>>;

/** The first change that no declared kind explains; UTF-16 offsets into the two texts. */
export interface UndeclaredChange {
  readonly original: Span;
  readonly changed: Span;
}

/** What comparing two texts has shown. */
export type Verification =
  | { readonly kind: 'same' }
  | {
      readonly kind: 'declared';
      /** Ascending by their places in the original. */
      readonly changes: readonly DeclaredChange[];
      readonly counts: ChangeCounts;
    }
  | {
      readonly kind: 'undeclared';
      readonly first: UndeclaredChange;
      /** Rules that threw, each once: the change may be one of theirs. */
      readonly failures: readonly RuleFailure[];
    };
