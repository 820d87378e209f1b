import type { ConfigName, ConversionEngine } from '../../core/script/opencc/index.js';
import { createPieceConverter, NotUtf8Error } from '../../platform/node/files/convert-stream.js';
import type { Input } from '../inputs.js';
import { describeError, type Session } from '../session.js';
import { isLarge, rewriteLarge } from './rewrite-large.js';
import { inLines, rewriteFiles, rewriteText, type Outcome } from './rewrite.js';

export interface PlainOptions {
  readonly config: ConfigName;
  readonly dryRun: boolean;
  readonly format: 'text' | 'json';
}

/** Bytes from which on a file is converted in pieces. */
const LARGE = 4 << 20;

/** Converts files in place as OpenCC does, without a look at names, notes or what script a line is in. */
export async function convertPlainly(
  session: Session,
  engine: ConversionEngine,
  paths: readonly string[],
  { config, dryRun, format }: PlainOptions,
): Promise<void> {
  const { terminal, texts } = session;
  const json = format === 'json';
  const inText = inLines<undefined>(session, () => texts.convert.plain(config, dryRun));
  let separator = '\n';
  if (json) await terminal.out(`{"version":1,"dryRun":${String(dryRun)},"config":"${config}","files":[`);
  const { totals } = await rewriteFiles<undefined>(session, paths, {
    dryRun,
    rewrite: (input) => convertFile(session, engine, input, config, dryRun),
    async tell(name, outcome) {
      if (!json) return inText(name, outcome);
      const failed = outcome.kind === 'problem' ? { error: { code: 'not-converted' } } : {};
      const element = { file: name, changed: outcome.kind === 'changed', ...failed };
      await terminal.out(separator + JSON.stringify(element));
      separator = ',\n';
    },
  });
  const { files, changed } = totals;
  if (json) await terminal.out(`\n],"summary":${JSON.stringify({ files, changed })}}\n`);
  else if (files > 0) await terminal.out(`${texts.convert.plainSummary(config, totals)}\n`);
}

async function convertFile(
  session: Session,
  engine: ConversionEngine,
  input: Input,
  config: ConfigName,
  dryRun: boolean,
): Promise<Outcome<undefined>> {
  if (!(await isLarge(input, LARGE)))
    return rewriteText(session, input, dryRun, (text) => ({
      text: engine.plain(text, config),
      done: undefined,
    }));
  return rewriteLarge(
    session,
    input,
    (units) => engine.units(units, config),
    { dryRun },
    () => undefined,
  );
}

/** Converts the standard input to the standard output, piece by piece. */
export async function convertInputPlainly(
  session: Session,
  engine: ConversionEngine,
  config: ConfigName,
): Promise<void> {
  const { terminal, texts } = session;
  const converter = createPieceConverter((units) => engine.units(units, config));
  try {
    for await (const piece of terminal.input()) {
      if (terminal.closed) return;
      await terminal.out(converter.push(piece));
    }
    await terminal.out(converter.end());
  } catch (error) {
    session.problem(
      '--stdin',
      error instanceof NotUtf8Error ? texts.convert.stdinNotUtf8() : describeError(error),
    );
  }
}
