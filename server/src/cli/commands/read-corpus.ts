import { createCorpusIndex, type CorpusIndex } from '../../corpus/corpus-index.js';
import { summarise } from '../../corpus/file-summary.js';
import { mapInOrder } from '../../platform/node/files/in-order.js';
import { collectInputs, READING, readInput, type Input } from '../inputs.js';
import { describeError, type Session } from '../session.js';

/** What a list is printed as. */
export const LIST_FORMATS = ['table', 'json', 'csv'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** How a list is printed. */
export interface ListOptions {
  readonly format: ListFormat;
  /** Begins the CSV with a byte order mark: by it spreadsheets know UTF-8, and other programs stumble over it. */
  readonly bom: boolean;
}

/** Reads the reports of PATH arguments into an index whose addresses are the names of the files. */
export async function readCorpus(session: Session, paths: readonly string[]): Promise<CorpusIndex> {
  const inputs = await collectInputs(session, paths, { folders: true });
  const index = createCorpusIndex();
  for await (const _ of mapInOrder(inputs, READING, (input) => take(session, input, index))) {
    if (session.terminal.closed) break;
  }
  return index;
}

async function take(session: Session, input: Input, index: CorpusIndex): Promise<void> {
  const read = await readInput(session, input);
  if (read.kind !== 'text') return;
  try {
    const report = session.service.parse(read.text, session.settings(input.project));
    index.put(summarise(input.name, report));
  } catch (error) {
    session.problem(input.name, session.texts.internal(describeError(error)));
  }
}
