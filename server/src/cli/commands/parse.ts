import { mapInOrder } from '../../platform/node/files/in-order.js';
import { collectInputs, READING, readInput, type Input } from '../inputs.js';
import { parseJson, type ParseError } from '../reporters/parse-json.js';
import { describeError, type Session } from '../session.js';

/**
 * Prints the parse of each file as an element of one JSON array, one a line. A file that gives none has an element
 * too, with its error, so that elements and files go together.
 */
export async function parse(session: Session, files: readonly string[]): Promise<void> {
  const { terminal } = session;
  const inputs = await collectInputs(session, files, { folders: false });
  let separator = '\n';
  await terminal.out('[');
  for await (const element of mapInOrder(inputs, READING, (input) => parseOne(session, input))) {
    await terminal.out(separator + JSON.stringify(element));
    separator = ',\n';
    if (terminal.closed) break;
  }
  await terminal.out('\n]\n');
}

async function parseOne(session: Session, input: Input): Promise<object> {
  const { texts, service } = session;
  const failure = (code: ParseError['code'], message: string): object => ({
    file: input.name,
    error: { code, message },
  });
  const read = await readInput(session, input);
  switch (read.kind) {
    case 'text':
      try {
        return parseJson(input.name, service.parse(read.text, session.settings(input.project)));
      } catch (error) {
        const message = texts.internal(describeError(error));
        session.problem(input.name, message);
        return failure('internal-error', message);
      }
    case 'undecodable':
      return failure('undecodable-text', texts.notUtf8(read, input.name));
    case 'missing':
      return failure('not-found', texts.unreadable(read, undefined));
    case 'folder':
      return failure('is-folder', texts.unreadable(read, undefined));
    default:
      return failure('not-readable', texts.unreadable(read, undefined));
  }
}
