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

export interface RewriteOptions<T> {
  readonly dryRun: boolean;
  /** Gives the new text; one that is equal to the old is not written. */
  readonly rewrite: (text: string, settings: Settings) => Rewritten<T>;
  /** Says what was done to a file, or would be. */
  readonly describe: (done: T) => string;
}

/**
 * Rewrites the files that change, telling of each, and resolves with what was done to them. A file that cannot be read
 * or written is noted as a problem and the others still are.
 */
export async function rewriteFiles<T>(
  session: Session,
  paths: readonly string[],
  options: RewriteOptions<T>,
): Promise<{ readonly totals: WriteTotals; readonly done: readonly T[] }> {
  const { terminal, texts } = session;
  const inputs = await collectInputs(session, paths, { folders: true });
  if (!options.dryRun) await sweep(session, inputs);
  const done: T[] = [];
  let files = 0;
  for await (const result of mapInOrder(inputs, WRITING, (input) => rewriteOne(session, input, options))) {
    if (result === 'problem') continue;
    files++;
    if (result === 'unchanged') continue;
    const more = result.otherNames > 0 ? texts.otherNames(result.otherNames) : '';
    await terminal.out(`${visible(`${result.name}: ${options.describe(result.done)}${more}`)}\n`);
    done.push(result.done);
  }
  return { totals: { files, changed: done.length, dryRun: options.dryRun }, done };
}

interface Outcome<T> {
  readonly name: string;
  readonly done: T;
  readonly otherNames: number;
}

async function rewriteOne<T>(
  session: Session,
  input: Input,
  { dryRun, rewrite }: RewriteOptions<T>,
): Promise<Outcome<T> | 'unchanged' | 'problem'> {
  const { name } = input;
  const read = await readInput(session, input);
  if (read.kind !== 'text') return 'problem';
  try {
    const { text, done } = rewrite(read.text, session.settings(input.project));
    if (text === read.text) return 'unchanged';
    const bytes = encode(text, read.bom);
    if (dryRun) return { name, done, otherNames: 0 };
    const written = await writeAtomically(input.path, read.bytes, bytes);
    if (written.kind === 'written') return { name, done, otherNames: written.otherNames };
    session.problem(name, refusal(session, written));
  } catch (error) {
    session.problem(name, session.texts.internal(describeError(error)));
  }
  return 'problem';
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
