import type { Buffer } from 'node:buffer';
import { mapInOrder } from '../../platform/node/files/in-order.js';
import { readReport } from '../../platform/node/files/read-report.js';
import { recode as recodeBytes, type SourceEncoding } from '../../platform/node/files/recode.js';
import { writeAtomically } from '../../platform/node/files/write-atomically.js';
import { collectInputs, tellUnreadable, type Input } from '../inputs.js';
import { describeError, type Session } from '../session.js';
import { visible } from '../terminal.js';
import type { RecodedFile } from '../texts/texts.js';
import { refusal, sweep, WRITING } from './rewrite.js';

export const RECODE_TARGETS = ['utf-8'] as const;

export interface RecodeOptions {
  /** Absent: what each file looks like. */
  readonly from: SourceEncoding | undefined;
  readonly dryRun: boolean;
}

/** Rewrites files that are not UTF-8 as UTF-8, in place. */
export async function recode(
  session: Session,
  paths: readonly string[],
  { from, dryRun }: RecodeOptions,
): Promise<void> {
  const { terminal, texts } = session;
  const inputs = await collectInputs(session, paths, { folders: true });
  if (!dryRun) await sweep(session, inputs);
  let files = 0;
  let changed = 0;
  for await (const result of mapInOrder(inputs, WRITING, (input) =>
    recodeOne(session, input, from, dryRun),
  )) {
    if (result === 'problem') continue;
    files++;
    if (result === 'unchanged') continue;
    changed++;
    const more = result.otherNames > 0 ? texts.otherNames(result.otherNames) : '';
    await terminal.out(`${visible(`${result.name}: ${texts.recoded(result.file, dryRun)}${more}`)}\n`);
  }
  if (files > 0) await terminal.out(`${texts.recodeSummary({ files, changed, dryRun })}\n`);
}

interface Outcome {
  readonly name: string;
  readonly file: RecodedFile;
  readonly otherNames: number;
}

async function recodeOne(
  session: Session,
  input: Input,
  from: SourceEncoding | undefined,
  dryRun: boolean,
): Promise<Outcome | 'unchanged' | 'problem'> {
  const { texts } = session;
  const { name, path, project } = input;
  const read = await readReport(path);
  if (read.kind === 'text') return 'unchanged';
  if (read.kind !== 'undecodable') {
    await tellUnreadable(session, input, read);
    return 'problem';
  }
  try {
    // UTF-8 with a wrong byte is no other encoding, unless --from says so.
    const { encoding } = project.project;
    const result = recodeBytes(read.bytes, from, encoding === 'utf-8' ? undefined : encoding);
    if (result.kind === 'unsure') {
      session.problem(name, texts.unsureEncoding(read));
      return 'problem';
    }
    if (result.kind === 'lossy') {
      session.problem(name, texts.lossyEncoding(result.from, result.guess));
      return 'problem';
    }
    const file: RecodedFile = {
      from: result.from,
      named: result.named,
      guess: result.guess,
      bom: result.bom,
    };
    if (dryRun) return { name, file, otherNames: 0 };
    return await write(session, input, read.bytes, result.bytes, file);
  } catch (error) {
    session.problem(name, texts.internal(describeError(error)));
    return 'problem';
  }
}

async function write(
  session: Session,
  { name, path }: Input,
  before: Buffer,
  after: Buffer,
  file: RecodedFile,
): Promise<Outcome | 'problem'> {
  const written = await writeAtomically(path, before, after);
  if (written.kind === 'written') return { name, file, otherNames: written.otherNames };
  session.problem(name, refusal(session, written));
  return 'problem';
}
