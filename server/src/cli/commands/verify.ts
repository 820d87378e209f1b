import { createConverter } from '../../core/script/converter.js';
import type { Settings } from '../../core/settings.js';
import { indexLines } from '../../core/text/line-index.js';
import type { Span } from '../../core/text/span.js';
import type { Verification } from '../../core/verify/verification.js';
import { createVerifier, type Verifier } from '../../core/verify/verify.js';
import { mapInOrder } from '../../platform/node/files/in-order.js';
import { createTranscoder } from '../../platform/node/transcoder.js';
import {
  createVerifyJsonReporter,
  createVerifyTextReporter,
  type ComparedFile,
  type ComparedPlace,
} from '../reporters/verify-reporter.js';
import { describeError, tellFailures, type Session } from '../session.js';
import { pairsOfHistory, pairsOfPaths, type Pair } from './verify-pairs.js';

export interface VerifyOptions {
  readonly format: 'text' | 'json';
  /** A revision of git that the working tree is compared with; absent: two paths are compared. */
  readonly base: string | undefined;
}

/** How many pairs are read at once. */
const AT_ONCE = 4;

/**
 * Proves that texts differ only by declared kinds of edit, or shows the first change that is none. Resolves with
 * whether there is such a change, or a file that is gone.
 */
export async function verify(
  session: Session,
  paths: readonly string[],
  { format, base }: VerifyOptions,
): Promise<boolean> {
  const { terminal, texts, service } = session;
  const pairs =
    base === undefined ? await pairsOfPaths(session, paths) : await pairsOfHistory(session, base, paths);
  if (pairs === undefined) return false;
  if (base !== undefined && pairs.length === 0 && format === 'text') {
    await terminal.out(`${texts.verify.unchanged(base)}\n`);
    return false;
  }
  const verifier = createVerifier({
    parse: (text, settings) => service.parse(text, settings),
    rules: service.rules,
    converter: createConverter(),
    transcoder: createTranscoder(),
  });
  const reporter =
    format === 'json' ? createVerifyJsonReporter(terminal) : createVerifyTextReporter(terminal, texts);
  let failed = false;
  await reporter.begin();
  for await (const compared of mapInOrder(pairs, AT_ONCE, (pair) => compare(session, pair, verifier))) {
    failed ||= compared.verdict === 'undeclared' || compared.verdict === 'removed';
    await reporter.file(compared);
    if (terminal.closed) break;
  }
  await reporter.end();
  return failed;
}

async function compare(session: Session, pair: Pair, verifier: Verifier): Promise<ComparedFile> {
  const none = { file: pair.name, counts: {}, inserted: [] };
  if (pair.kind !== 'both') return { ...none, verdict: pair.kind };
  const [original, changed] = [await pair.original(), await pair.changed()];
  if (original === undefined || changed === undefined) return { ...none, verdict: 'unread' };
  try {
    const settings: Settings = session.settings(pair.project);
    const result = verifier(original, changed, settings);
    if (result.kind === 'undeclared') tellFailures(session, pair.name, result.failures);
    return { ...none, verdict: result.kind, ...described(result, pair, original, changed) };
  } catch (error) {
    session.problem(pair.name, session.texts.internal(describeError(error)));
    return { ...none, verdict: 'unread' };
  }
}

function described(
  result: Verification,
  pair: Pair,
  original: string,
  changed: string,
): Partial<Pick<ComparedFile, 'counts' | 'inserted' | 'first'>> {
  if (result.kind === 'same') return {};
  if (result.kind === 'declared') {
    const inserted = result.changes.filter(({ kind }) => kind === 'metadata-inserted');
    return {
      counts: result.counts,
      inserted: inserted.map(({ changed: { start, end } }) => changed.slice(start, end)),
    };
  }
  const { first } = result;
  return {
    first: {
      original: placeOf(pair.originalName, original, first.original),
      changed: placeOf(pair.name, changed, first.changed),
    },
  };
}

/** UTF-16 units that are shown on either side of a difference. */
const AROUND = 6;

function placeOf(file: string, text: string, { start, end }: Span): ComparedPlace {
  const lines = indexLines(text);
  const { line, character } = lines.place(start);
  const border = lines.line(lines.place(end).line);
  let from = Math.max(lines.line(line).start, start - AROUND);
  let to = Math.min(border.end, end + AROUND);
  if (isLow(text, from)) from--;
  if (isLow(text, to)) to++;
  return {
    ...{ file, start, end, line: line + 1, column: character + 1 },
    text: text.slice(start, end),
    context: `${from > lines.line(line).start ? '…' : ''}${text.slice(from, to)}${to < border.end ? '…' : ''}`,
  };
}

function isLow(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
