import type { Severity } from '../../core/rules/rule.js';

/** A finding as both formats show it: UTF-16 offsets, lines and columns from 1. */
export interface CheckFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Whether `fix` or `fix --include review` mends it. */
  readonly fixable: boolean;
}

export interface CheckedFile {
  readonly file: string;
  /** Those to list. */
  readonly findings: readonly CheckFinding[];
  /** Those too slight to be listed. */
  readonly hidden: readonly CheckFinding[];
  /** How many findings plain `fix` mends, and how many `--include review` does besides. */
  readonly exact: number;
  readonly review: number;
  /** Why the file could not be read at all; the words go to the error stream. */
  readonly error?: { readonly code: 'not-found' | 'not-readable' | 'internal-error' };
}

/** Shows the files of a check one after another. */
export interface CheckReporter {
  begin(): Promise<void>;
  file(checked: CheckedFile): Promise<void>;
  end(): Promise<void>;
}
