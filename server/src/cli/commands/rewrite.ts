import { realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Settings } from '../../core/settings.js';
import { encode } from '../../platform/node/files/decode.js';
import { mapInOrder } from '../../platform/node/files/in-order.js';
import { removeLeftovers } from '../../platform/node/files/temporary-files.js';
import { writeAtomically, type WriteResult } from '../../platform/node/files/write-atomically.js';
import { collectInputs, readInput, type Input } from '../inputs.js';
import { describeError, type Session } from '../session.js';
import { visible } from '../terminal.js';
import type { WriteTotals } from '../texts/texts.js';

/** How many files are rewritten at once; each waits twice for the disk. */
export const WRITING = 4;

/** A new text, and what was done to get it. */
export interface Rewritten<T> {
  readonly text: string;
  readonly done: T;
}

/** What became of a file. */
export type Outcome<T> =
  | { readonly kind: 'changed'; readonly done: T; readonly otherNames: number }
  | { readonly kind: 'unchanged'; readonly done: T | undefined }
  /** It could not be read or written; a problem says why. */
  | { readonly kind: 'problem' };

export interface RewriteOptions<T> {
  readonly dryRun: boolean;
  /** Rewrites one file, if it is no dry run. */
  readonly rewrite: (input: Input) => Promise<Outcome<T>>;
  /** Hears of each file in the order given. */
  readonly tell: (name: string, outcome: Outcome<T>) => Promise<void>;
}

/**
 * Rewrites the files that change, telling of each, and resolves with what was done to them. A file that cannot be
 * read or written is noted as a problem and the others still are.
 */
export async function rewriteFiles<T>(
  session: Session,
  paths: readonly string[],
  { dryRun, rewrite, tell }: RewriteOptions<T>,
): Promise<{ readonly totals: WriteTotals; readonly done: readonly T[] }> {
  const inputs = await collectInputs(session, paths, { folders: true });
  if (!dryRun) await sweep(session, inputs);
  const done: T[] = [];
  let files = 0;
  const named = mapInOrder(inputs, WRITING, async (input) => ({ input, outcome: await rewrite(input) }));
  for await (const { input, outcome } of named) {
    await tell(input.name, outcome);
    if (outcome.kind === 'problem') continue;
    files++;
    if (outcome.kind === 'changed') done.push(outcome.done);
  }
  return { totals: { files, changed: done.length, dryRun }, done };
}

/** Tells in a line what was done to each file that changed. */
export function inLines<T>(
  { terminal, texts }: Session,
  describe: (done: T) => string,
): RewriteOptions<T>['tell'] {
  return async (name, outcome) => {
    if (outcome.kind !== 'changed') return;
    const more = outcome.otherNames > 0 ? texts.otherNames(outcome.otherNames) : '';
    await terminal.out(`${visible(`${name}: ${describe(outcome.done)}${more}`)}\n`);
  };
}

/**
 * Rewrites a file as a whole.
 * @param rewrite gives the new text; one that is equal to the old is not written
 */
export async function rewriteText<T>(
  session: Session,
  input: Input,
  dryRun: boolean,
  rewrite: (text: string, settings: Settings) => Rewritten<T>,
): Promise<Outcome<T>> {
  const { name } = input;
  const read = await readInput(session, input);
  if (read.kind !== 'text') return { kind: 'problem' };
  try {
    const { text, done } = rewrite(read.text, session.settings(input.project));
    if (text === read.text) return { kind: 'unchanged', done };
    const bytes = encode(text, read.bom);
    if (dryRun) return { kind: 'changed', done, otherNames: 0 };
    const written = await writeAtomically(input.path, read.bytes, bytes);
    if (written.kind === 'written') return { kind: 'changed', done, otherNames: written.otherNames };
    session.problem(name, refusal(session, written));
  } catch (error) {
    session.problem(name, session.texts.internal(describeError(error)));
  }
  return { kind: 'problem' };
}

/** Why a file was not written. */
export function refusal({ texts }: Session, result: Exclude<WriteResult, { kind: 'written' }>): string {
  return result.kind === 'changed' ? texts.changedMeanwhile() : texts.notWritten(result);
}

/** Clears away what killed runs left in the folders that this run may write to. */
export async function sweep({ terminal, texts }: Session, inputs: readonly Input[]): Promise<void> {
  const folders = new Set<string>();
  for (const { path } of inputs) folders.add(dirname(await realpath(path).catch(() => path)));
  let removed = 0;
  for (const folder of folders) removed += await removeLeftovers(folder);
  if (removed > 0) await terminal.err(`${texts.leftoversRemoved(removed)}\n`);
}
