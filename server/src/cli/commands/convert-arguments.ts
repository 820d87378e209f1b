import { CONFIG_NAMES, type ConfigName, type ConversionEngine } from '../../core/script/opencc/index.js';
import type { ConvertTarget } from '../../core/script/converter.js';
import type { OptionName } from '../arguments.js';
import type { Session } from '../session.js';
import type { Texts } from '../texts/texts.js';
import { convert, convertInput, DESTINATIONS, TARGETS } from './convert.js';
import { convertInputPlainly, convertPlainly } from './convert-plain.js';

/** What the command line says, and ways to complain of it. */
interface Given {
  readonly operands: readonly string[];
  readonly values: ReadonlyMap<OptionName, readonly string[]>;
  readonly texts: Texts;
  /** What is wrong so far; more is added. */
  readonly refused: string[];
  choose<T extends string>(option: OptionName, allowed: readonly T[], fallback: T): T;
  needPaths(): void;
  readonly deps: { createEngine(): ConversionEngine };
}

/** The bare form of what `--to` names. */
const BARE: Readonly<Record<ConvertTarget, ConfigName>> = {
  simplified: 't2s',
  traditional: 's2t',
  tw: 's2tw',
  hk: 's2hk',
};

/** Reads what `convert` was asked to do. */
export function prepareConvert(given: Given): (session: Session) => Promise<void> {
  const { operands, values, refused, deps } = given;
  const texts = given.texts.convert;
  const dryRun = values.has('dry-run');
  const plain = values.has('plain');
  const stdin = values.has('stdin');
  if (values.has('to') && values.has('config')) refused.push(texts.toOrConfig());
  else if (!values.has('to') && !values.has('config')) refused.push(texts.missing(TARGETS));
  const format = given.choose('format', ['text', 'json'], 'text');
  const to = given.choose('to', TARGETS, 'simplified');
  const config = values.has('config') ? given.choose('config', CONFIG_NAMES, 't2s') : BARE[to];
  const destination = values.has('config') ? DESTINATIONS[config] : { to };
  if (destination === undefined && !plain) refused.push(texts.onlyPlain(config));
  if (!stdin) given.needPaths();
  else {
    if (operands.length > 0) refused.push(texts.stdinWithPaths());
    for (const option of ['dry-run', 'format'] as const)
      if (values.has(option)) refused.push(texts.stdinWith(option));
  }
  if (plain) {
    return (session) =>
      stdin
        ? convertInputPlainly(session, deps.createEngine(), config)
        : convertPlainly(session, deps.createEngine(), operands, { config, dryRun, format });
  }
  const leading = destination ?? { to };
  return (session) =>
    stdin ? convertInput(session, leading) : convert(session, operands, { ...leading, dryRun, format });
}
