import { parseArgs } from 'node:util';
import { nearest } from './nearest.js';

/** The options there are, over all commands. */
const OPTIONS = {
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  show: { type: 'string' },
  to: { type: 'string' },
  from: { type: 'string' },
  rule: { type: 'string', multiple: true },
  include: { type: 'string' },
  'dry-run': { type: 'boolean' },
  base: { type: 'string' },
  config: { type: 'string' },
  plain: { type: 'boolean' },
  stdin: { type: 'boolean' },
  bom: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const;

export type OptionName = keyof typeof OPTIONS;
export type CommandName =
  | 'init'
  | 'check'
  | 'parse'
  | 'convert'
  | 'fix'
  | 'recode'
  | 'verify'
  | 'officials'
  | 'phrases'
  | 'explain'
  | 'rules'
  | 'help';

interface CommandShape {
  readonly options: readonly OptionName[];
}

/** What each command takes besides `--lang` and `--help`. */
const COMMANDS: Readonly<Record<CommandName, CommandShape>> = {
  init: { options: [] },
  check: { options: ['format', 'show', 'fail-on'] },
  parse: { options: ['format'] },
  convert: { options: ['to', 'config', 'plain', 'stdin', 'dry-run', 'format'] },
  fix: { options: ['rule', 'include', 'dry-run'] },
  recode: { options: ['to', 'from', 'dry-run'] },
  verify: { options: ['base', 'format'] },
  officials: { options: ['format', 'bom'] },
  phrases: { options: ['format', 'bom'] },
  explain: { options: [] },
  rules: { options: [] },
  help: { options: [] },
};
const EVERYWHERE: readonly OptionName[] = ['lang', 'help', 'version'];

export const commandNames = Object.keys(COMMANDS) as readonly CommandName[];

export interface Arguments {
  /** Absent only with `--help` or `--version`, or when nothing at all was given. */
  readonly command: CommandName | undefined;
  /** What follows the command: paths, or a rule. */
  readonly operands: readonly string[];
  /** Values in the order given; for an option that counts once, the last one counts. */
  readonly values: ReadonlyMap<OptionName, readonly string[]>;
}

/** What is wrong with a command line. */
export type UsageProblem =
  | { readonly kind: 'unknown-command'; readonly given: string; readonly nearest: string | undefined }
  | {
      readonly kind: 'unknown-option';
      readonly given: string;
      readonly command: CommandName | undefined;
      readonly nearest: string | undefined;
    }
  | { readonly kind: 'missing-value'; readonly option: OptionName }
  | { readonly kind: 'needless-value'; readonly option: OptionName };

export interface ReadArguments {
  readonly arguments: Arguments;
  readonly problems: readonly UsageProblem[];
}

/** Reads a command line. Options may stand before, between and after the operands; `--` ends them. */
export function readArguments(argv: readonly string[]): ReadArguments {
  const { tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const [word, ...operands] = words;
  const problems: UsageProblem[] = [];
  const command = commandNames.find((name) => name === word);
  if (word !== undefined && command === undefined) {
    problems.push({ kind: 'unknown-command', given: word, nearest: nearest(word, commandNames) });
  }
  // Of an unknown command every option may be right.
  const allowed = [...(command === undefined ? optionNames : COMMANDS[command].options), ...EVERYWHERE];
  const values = new Map<OptionName, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const name = allowed.find((one) => one === token.name);
    if (name === undefined) {
      const guess = nearest(token.name, allowed);
      problems.push({
        kind: 'unknown-option',
        given: token.rawName,
        command,
        nearest: guess === undefined ? undefined : `--${guess}`,
      });
    } else if (OPTIONS[name].type === 'boolean') {
      if (token.inlineValue === true) problems.push({ kind: 'needless-value', option: name });
      else values.set(name, []);
    } else if (token.value === undefined || (!token.inlineValue && token.value.startsWith('-'))) {
      problems.push({ kind: 'missing-value', option: name });
    } else {
      values.set(name, [...(values.get(name) ?? []), token.value]);
    }
  }
  return { arguments: { command, operands, values }, problems };
}

const optionNames = Object.keys(OPTIONS) as readonly OptionName[];
