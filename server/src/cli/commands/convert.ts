import type { Conversion } from '../../core/script/convert-report.js';
import { isPhraseTarget, type ConvertTarget, type PhraseTarget } from '../../core/script/converter.js';
import type { ConfigName } from '../../core/script/opencc/index.js';
import type { Settings } from '../../core/settings.js';
import { applyEdits } from '../../core/text/edit.js';
import { decode } from '../../platform/node/files/decode.js';
import { notUtf8 } from '../inputs.js';
import { createConvertJsonReporter } from '../reporters/convert-json.js';
import type { Session } from '../session.js';
import type { ConvertCounts } from '../texts/convert-texts.js';
import { inLines, rewriteFiles, rewriteText } from './rewrite.js';

export const TARGETS = ['simplified', 'traditional', 'tw', 'hk'] as const satisfies readonly ConvertTarget[];

/** Where a careful conversion leads; a phrase configuration rewrites wording. */
export interface Destination {
  readonly to: ConvertTarget | PhraseTarget;
}

/** The configurations that the careful conversion knows; the source's side it finds by itself. */
export const DESTINATIONS: Readonly<Partial<Record<ConfigName, Destination>>> = {
  t2s: { to: 'simplified' },
  tw2s: { to: 'simplified' },
  hk2s: { to: 'simplified' },
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

/** A conversion with the text that it was made of. */
export interface ConvertedText {
  readonly text: string;
  readonly conversion: Conversion;
}

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
  const inText = inLines<ConvertedText>(session, ({ conversion }) =>
    texts.convert.converted(countsOf([conversion]), dryRun),
  );
  await json?.begin();
  const { totals, done } = await rewriteFiles<ConvertedText>(session, paths, {
    dryRun,
    rewrite: (input) =>
      rewriteText(session, input, dryRun, (text, settings) => {
        const conversion = convertText(session, text, settings, options);
        return { text: applyEdits(text, conversion.edits), done: { text, conversion } };
      }),
    tell: json === undefined ? inText : (name, outcome) => json.file(name, outcome),
  });
  const counts = countsOf(done.map(({ conversion }) => conversion));
  if (json !== undefined) await json.end(counts, totals);
  // With nothing read there is nothing to sum up: the problems say it all.
  else if (totals.files > 0) await terminal.out(`${texts.convert.summary(counts, totals)}\n`);
}

/** Converts the standard input to the standard output; what was done goes to the error stream. */
export async function convertInput(session: Session, destination: Destination): Promise<void> {
  const { terminal, texts, lookup } = session;
  await warnOfWording(session, destination);
  const pieces: Uint8Array[] = [];
  for await (const piece of terminal.input()) pieces.push(piece);
  const read = decode(Buffer.concat(pieces));
  if (read.kind !== 'text') {
    session.problem('--stdin', notUtf8(texts, '-', read));
    return;
  }
  const project = (await lookup.nearest(terminal.cwd)) ?? lookup.implied(terminal.cwd);
  const conversion = convertText(session, read.text, session.settings(project), destination);
  await terminal.out(`${read.bom ? '\ufeff' : ''}${applyEdits(read.text, conversion.edits)}`);
  await terminal.err(`${texts.convert.converted(countsOf([conversion]), false)}\n`);
}

function convertText(
  { service }: Session,
  text: string,
  settings: Settings,
  { to }: Destination,
): Conversion {
  return service.convert(text, { to, protected: settings.protected });
}

async function warnOfWording({ terminal, texts }: Session, { to }: Destination): Promise<void> {
  if (isPhraseTarget(to)) await terminal.err(`${texts.convert.wording(to)}\n`);
}

function countsOf(conversions: readonly Conversion[]): ConvertCounts {
  const sum = (count: (one: Conversion) => number): number =>
    conversions.reduce((total, one) => total + count(one), 0);
  return {
    charactersChanged: sum((one) => one.charactersChanged),
    linesChanged: sum((one) => one.linesChanged),
    phrasesRewritten: sum((one) => one.phrasesRewritten),
    notesRemoved: sum((one) => one.notesRemoved),
    names: [...new Set(conversions.flatMap(({ names }) => names))],
    ambiguous: sum((one) => one.ambiguous.length),
    leftovers: [...new Set(conversions.flatMap(({ leftovers }) => leftovers))],
  };
}
