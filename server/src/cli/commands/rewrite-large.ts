import { stat } from 'node:fs/promises';
import type { ConvertUnits } from '../../platform/node/files/convert-stream.js';
import { rewriteInPieces, type PiecesOptions } from '../../platform/node/files/rewrite-in-pieces.js';
import { unreadable } from '../../platform/node/files/read-report.js';
import { readInput, tellUnreadable, type Input } from '../inputs.js';
import type { Session } from '../session.js';
import { refusal, type Outcome } from './rewrite.js';

/** Whether an input is an ordinary file of at least so many bytes. */
export async function isLarge({ path }: Input, bytes: number): Promise<boolean> {
  const status = await stat(path).catch(() => undefined);
  return status?.isFile() === true && status.size >= bytes;
}

/**
 * Rewrites a file in pieces.
 * @param done says what was done, when all of it has been
 */
export async function rewriteLarge<T>(
  session: Session,
  input: Input,
  convert: ConvertUnits,
  options: PiecesOptions,
  done: () => T,
): Promise<Outcome<T>> {
  try {
    const result = await rewriteInPieces(input.path, convert, options);
    switch (result.kind) {
      case 'unchanged':
        return { kind: 'unchanged', done: done() };
      case 'would-change':
        return { kind: 'changed', done: done(), otherNames: 0 };
      case 'written':
        return { kind: 'changed', done: done(), otherNames: result.otherNames };
      case 'undecodable':
        // Read as a whole it says where and why.
        await readInput(session, input);
        break;
      default:
        session.problem(input.name, refusal(session, result));
    }
  } catch (error) {
    await tellUnreadable(session, input, unreadable(error));
  }
  return { kind: 'problem' };
}
