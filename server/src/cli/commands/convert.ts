import type { Conversion } from '../../core/script/convert-report.js';
import { isPhraseTarget, type ConvertTarget, type PhraseTarget } from '../../core/script/converter.js';
import type { ConfigName } from '../../core/script/opencc/index.js';
import type { Settings } from '../../core/settings.js';
import { applyEdits } from '../../core/text/edit.js';
import { lastBlankLine } from '../../platform/node/files/cut-points.js';
import { decode } from '../../platform/node/files/decode.js';
import type { Input } from '../inputs.js';
import { createConvertJsonReporter } from '../reporters/convert-json.js';
import type { Session } from '../session.js';
import type { ConvertCounts } from '../texts/convert-texts.js';
import { createPieceByPiece } from './convert-pieces.js';
import { createConvertTally, sumOf, type ConvertDone } from './convert-tally.js';
import { tellMirrors, tellsOfMirrors } from './mirrors.js';
import { isLarge, rewriteLarge } from './rewrite-large.js';
import { inLines, rewriteFiles, rewriteText, type Outcome } from './rewrite.js';

export const TARGETS = ['simplified', 'traditional', 'tw', 'hk'] as const satisfies readonly ConvertTarget[];

/** Where a careful conversion leads; a phrase configuration rewrites wording. */
export interface Destination {
  readonly to: ConvertTarget | PhraseTarget;
  /** Whose Traditional it is; absent: the text tells. */
  readonly from?: 'tw' | 'hk';
}

/** The configurations that the careful conversion knows; where they name no region, it finds the source's by itself. */
export const DESTINATIONS: Readonly<Partial<Record<ConfigName, Destination>>> = {
  t2s: { to: 'simplified' },
  tw2s: { to: 'simplified', from: 'tw' },
  hk2s: { to: 'simplified', from: 'hk' },
  s2t: { to: 'traditional' },
  s2tw: { to: 'tw' },
  t2tw: { to: 'tw' },
  s2hk: { to: 'hk' },
  t2hk: { to: 'hk' },
  tw2sp: { to: 'tw2sp' },
  hk2sp: { to: 'hk2sp' },
  s2twp: { to: 's2twp' },
  s2hkp: { to: 's2hkp' },
};

export interface ConvertCommandOptions extends Destination {
  readonly dryRun: boolean;
  readonly format: 'text' | 'json';
}

/** Bytes from which on a file is no single report: it is converted in pieces. */
const LARGE = 8 << 20;
/** Bytes of a piece: enough to judge by, few enough to keep memory low. */
const PIECE = 1 << 20;

/** Converts files in place, with all that keeps names, notes and lines of the other script safe. */
export async function convert(
  session: Session,
  paths: readonly string[],
  options: ConvertCommandOptions,
): Promise<void> {
  const { texts, terminal } = session;
  const { dryRun, format } = options;
  await warnOfWording(session, options);
  const json = format === 'json' ? createConvertJsonReporter(terminal, dryRun) : undefined;
  const inText = inLines<ConvertDone>(session, ({ counts }) => texts.convert.converted(counts, dryRun));
  await json?.begin();
  const all: ConvertCounts[] = [];
  let mirrored = 0;
  const { totals } = await rewriteFiles<ConvertDone>(session, paths, {
    dryRun,
    rewrite: (input) => convertFile(session, input, options),
    async tell(name, outcome) {
      if (outcome.kind === 'changed') {
        all.push(outcome.done.counts);
        if (outcome.done.mirrored) mirrored++;
      }
      await (json === undefined ? inText(name, outcome) : json.file(name, outcome));
    },
  });
  const counts = sumOf(all);
  if (json !== undefined) await json.end(counts, totals);
  // With nothing read there is nothing to sum up: the problems say it all.
  else if (totals.files > 0) {
    await terminal.out(`${texts.convert.summary(counts, totals)}\n`);
    await tellMirrors(session, mirrored);
  }
}

async function convertFile(
  session: Session,
  input: Input,
  { to, from, dryRun, format }: ConvertCommandOptions,
): Promise<Outcome<ConvertDone>> {
  const settings = session.settings(input.project);
  const tally = createConvertTally(format === 'json', tellsOfMirrors(settings));
  if (!(await isLarge(input, LARGE)))
    return rewriteText(session, input, dryRun, (text) => {
      const conversion = convertText(session, text, settings, from === undefined ? { to } : { to, from });
      tally.add(text, 0, conversion);
      return { text: applyEdits(text, conversion.edits), done: tally.done() };
    });
  const convertPiece = createPieceByPiece(
    (text, ranges) =>
      session.service.convert(
        text,
        { to, from, protected: settings.protected, ...(ranges === undefined ? {} : { ranges }) },
        settings,
      ),
    tally,
  );
  return rewriteLarge(session, input, convertPiece, { dryRun, piece: PIECE, cut: lastBlankLine }, () =>
    tally.done(),
  );
}

/** Converts the standard input to the standard output; what was done goes to the error stream. */
export async function convertInput(session: Session, destination: Destination): Promise<void> {
  const { terminal, texts, lookup } = session;
  await warnOfWording(session, destination);
  const pieces: Uint8Array[] = [];
  for await (const piece of terminal.input()) pieces.push(piece);
  const read = decode(Buffer.concat(pieces));
  if (read.kind !== 'text') {
    session.problem('--stdin', texts.inputNotUtf8(read));
    return;
  }
  const project = (await lookup.nearest(terminal.cwd)) ?? lookup.implied(terminal.cwd);
  const settings = session.settings(project);
  const conversion = convertText(session, read.text, settings, destination);
  await terminal.out(`${read.bom ? '\ufeff' : ''}${applyEdits(read.text, conversion.edits)}`);
  const tally = createConvertTally(false, tellsOfMirrors(settings));
  tally.add(read.text, 0, conversion);
  const { counts, mirrored } = tally.done();
  await terminal.err(`${texts.convert.converted(counts, false)}\n`);
  if (mirrored) await terminal.err(`${texts.mirrored(1)}\n`);
}

function convertText(
  { service }: Session,
  text: string,
  settings: Settings,
  { to, from }: Destination,
): Conversion {
  return service.convert(text, { to, from, protected: settings.protected }, settings);
}

async function warnOfWording({ terminal, texts }: Session, { to }: Destination): Promise<void> {
  if (isPhraseTarget(to)) await terminal.err(`${texts.convert.wording(to)}\n`);
}
