import type {
  ConvertSummary,
  WireAmbiguity,
  WireLeftover,
  WireName,
} from '../../../../server/src/lsp/protocol.js';
import { addSummaries } from '../../commands/convert-summary.js';

/** A file that the conversion changes. */
export interface FileOfPlan {
  /** `uri.toString()` */
  readonly address: string;
  /** The path as a person reads it, relative to the open folder. */
  readonly path: string;
  /** It has edits that are not saved: it is converted with them and stays unsaved. */
  readonly unsaved: boolean;
  readonly summary: ConvertSummary;
  readonly names: readonly WireName[];
  readonly ambiguous: readonly WireAmbiguity[];
  readonly leftovers: readonly WireLeftover[];
}

/** A file or folder that is not converted, with the reason in the words of the interface. */
export interface LeftOutFile {
  readonly address: string;
  readonly path: string;
  readonly why: string;
  readonly isFolder?: boolean;
}

/** What a conversion of files would do, and what a person has chosen of it. */
export interface Plan<T extends FileOfPlan = FileOfPlan> {
  readonly files: readonly T[];
  readonly leftOut: readonly LeftOutFile[];
  /** Addresses of the files that a person has left out. */
  readonly excluded: ReadonlySet<string>;
}

/** A plan in which nothing is excluded yet; both lists in the order of their paths. */
export function createPlan<T extends FileOfPlan>(
  files: readonly T[],
  leftOut: readonly LeftOutFile[],
): Plan<T> {
  const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);
  return { files: [...files].sort(byPath), leftOut: [...leftOut].sort(byPath), excluded: new Set() };
}

/** The plan with some files taken in or left out. */
export function choose<T extends FileOfPlan>(
  plan: Plan<T>,
  addresses: readonly string[],
  included: boolean,
): Plan<T> {
  const excluded = new Set(plan.excluded);
  for (const address of addresses) {
    if (included) excluded.delete(address);
    else excluded.add(address);
  }
  return { ...plan, excluded };
}

/** The files to convert. */
export function includedFiles<T extends FileOfPlan>({ excluded, files }: Plan<T>): readonly T[] {
  return files.filter(({ address }) => !excluded.has(address));
}

/** The figures of the files to convert. */
export function summaryOf(plan: Plan): ConvertSummary {
  return addSummaries(includedFiles(plan).map(({ summary }) => summary));
}
