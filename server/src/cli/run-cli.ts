import type { Severity } from '../core/rules/rule.js';
import type { ReportService } from '../core/service.js';
import { SOURCES, type SourceEncoding } from '../platform/node/files/recode.js';
import { readArguments, type Arguments, type CommandName, type OptionName } from './arguments.js';
import { check, SEVERITIES } from './commands/check.js';
import { prepareConvert } from './commands/convert-arguments.js';
import { explain, listRules } from './commands/explain.js';
import { fix } from './commands/fix.js';
import { init } from './commands/init.js';
import { officials } from './commands/officials.js';
import { parse } from './commands/parse.js';
import { phrases } from './commands/phrases.js';
import { LIST_FORMATS } from './commands/read-corpus.js';
import { recode, RECODE_TARGETS } from './commands/recode.js';
import { verify } from './commands/verify.js';
import { LANGUAGES, languageOf, readLanguage } from './language.js';
import { nearest } from './nearest.js';
import type { ConversionEngine } from '../core/script/opencc/index.js';
import { createSession, type Session } from './session.js';
import { visible, type Terminal } from './terminal.js';
import { textsFor, type Texts } from './texts/texts.js';

/** 0: nothing to complain of; 1: findings; 2: wrong usage, or a file that could not be read or written. */
export type ExitCode = 0 | 1 | 2;

export interface CliDependencies {
  readonly terminal: Terminal;
  readonly version: string;
  /** The folder of the rules' pages. */
  readonly pages: string;
  /** Builds the core; asked only by commands that need it. */
  createService(): ReportService;
  /** Builds the bare converter; asked only by `convert --plain`. */
  createEngine(): ConversionEngine;
}

/** A command line that cannot be obeyed. */
interface Refused {
  readonly refused: readonly string[];
}

type Run = (session: Session) => Promise<boolean>;

/** Runs the command line; `argv` is without the program. Never throws for what users, files or reports do. */
export async function runCli(argv: readonly string[], deps: CliDependencies): Promise<ExitCode> {
  const { terminal } = deps;
  const { arguments: given, problems } = readArguments(argv);
  const { command, values } = given;
  const wanted = last(given, 'lang');
  const language = wanted === undefined ? languageOf(terminal.env) : readLanguage(wanted);
  const texts = textsFor(language ?? languageOf(terminal.env));
  const refuse = async (messages: readonly string[]): Promise<ExitCode> => {
    for (const message of [...messages, texts.seeHelp(command === 'help' ? undefined : command)])
      await terminal.err(`${visible(message)}\n`);
    return 2;
  };

  const complaints = problems.map((problem) => texts.usage(problem));
  if (wanted !== undefined && language === undefined)
    complaints.push(badValue(texts, 'lang', wanted, LANGUAGES));
  if (complaints.length > 0) return refuse(complaints);
  if (values.has('version')) {
    await terminal.out(`${deps.version}\n`);
    return 0;
  }
  if (values.has('help') || command === 'help') {
    const about = command === 'help' ? readArguments(given.operands) : undefined;
    if (about !== undefined && about.problems.length > 0)
      return refuse(about.problems.map((problem) => texts.usage(problem)));
    await terminal.out(`${texts.help(about === undefined ? command : about.arguments.command)}\n`);
    return 0;
  }
  if (command === undefined) {
    await terminal.err(`${texts.help(undefined)}\n`);
    return 2;
  }
  let built: ReportService | undefined;
  const service = (): ReportService => (built ??= deps.createService());
  const run = prepare(command, given, texts, service, deps);
  if ('refused' in run) return refuse(run.refused);
  const session = createSession(terminal, texts, service);
  const failed = await run(session);
  return (await session.close()) ? 2 : failed ? 1 : 0;
}

/** Reads what is left of the command line for a command; gives what to run, or what is wrong. */
function prepare(
  command: Exclude<CommandName, 'help'>,
  given: Arguments,
  texts: Texts,
  service: () => ReportService,
  deps: CliDependencies,
): Run | Refused {
  const { operands, values } = given;
  const refused: string[] = [];
  const choose = <T extends string>(option: OptionName, allowed: readonly T[], fallback: T): T => {
    const value = last(given, option);
    const choice = allowed.find((one) => one === value);
    if (value !== undefined && choice === undefined) refused.push(badValue(texts, option, value, allowed));
    return choice ?? fallback;
  };
  const dryRun = values.has('dry-run');
  const unknownRule = (id: string): string =>
    texts.unknownRule(
      id,
      nearest(
        id,
        service().rules.map((rule) => rule.id),
      ),
    );
  const needPaths = (): void => {
    if (operands.length === 0) refused.push(texts.noPaths(command));
  };
  const decide = (run: Run): Run | Refused => (refused.length > 0 ? { refused } : run);
  const quietly = (work: (session: Session) => Promise<void>): Run | Refused =>
    decide((session) => work(session).then(() => false));

  switch (command) {
    case 'init': {
      const [folder = '.', extra] = operands;
      if (extra !== undefined) refused.push(texts.tooMany(command, extra));
      return quietly((session) => init(session, folder));
    }
    case 'check': {
      const format = choose('format', ['text', 'json'], 'text');
      const failOn = choose<Severity>('fail-on', SEVERITIES, 'warning');
      const show = choose<Severity>(
        'show',
        SEVERITIES,
        // Programs sort for themselves; who fails on hints wants to see them.
        format === 'json' || failOn === 'hint' ? 'hint' : 'information',
      );
      needPaths();
      return decide((session) => check(session, operands, { format, failOn, show }));
    }
    case 'parse':
      choose('format', ['json'], 'json');
      needPaths();
      return quietly((session) => parse(session, operands));
    case 'convert': {
      const work = prepareConvert({ operands, values, texts, refused, choose, needPaths, deps });
      return quietly(work);
    }
    case 'verify': {
      const base = last(given, 'base');
      const format = choose('format', ['text', 'json'], 'text');
      if (base === undefined && operands.length !== 2) refused.push(texts.verify.twoPaths());
      return decide((session) => verify(session, operands, { format, base }));
    }
    case 'fix': {
      const include = choose('include', ['exact', 'review'], 'exact');
      const ids = values.get('rule');
      for (const id of ids ?? []) {
        const rule = service().rules.find((one) => one.id === id);
        if (rule === undefined) refused.push(unknownRule(id));
        else if (rule.fix === 'none' || rule.fix === 'suggest')
          refused.push(texts.ruleWithoutFix(id, rule.fix));
      }
      needPaths();
      const options = { include, dryRun, ...(ids === undefined ? {} : { rules: new Set(ids) }) };
      return quietly((session) => fix(session, operands, options));
    }
    case 'recode': {
      if (!values.has('to')) refused.push(texts.missingOption('to', RECODE_TARGETS));
      choose('to', RECODE_TARGETS, 'utf-8');
      const from = choose<SourceEncoding | 'guess'>('from', SOURCES, 'guess');
      needPaths();
      const options = { from: from === 'guess' ? undefined : from, dryRun };
      return quietly((session) => recode(session, operands, options));
    }
    case 'officials':
    case 'phrases': {
      const format = choose('format', LIST_FORMATS, 'table');
      needPaths();
      const bom = values.has('bom');
      if (bom && format !== 'csv') refused.push(texts.lists.bomOfCsv());
      const list = command === 'officials' ? officials : phrases;
      return quietly((session) => list(session, operands, { format, bom }));
    }
    case 'explain': {
      const [id, extra] = operands;
      const rule = service().rules.find((one) => one.id === id);
      if (extra !== undefined) refused.push(texts.tooMany(command, extra));
      if (id === undefined) refused.push(texts.noRule());
      else if (rule === undefined) refused.push(unknownRule(id));
      return quietly(({ terminal }) =>
        rule === undefined ? Promise.resolve() : explain(terminal, texts, rule, deps.pages),
      );
    }
    case 'rules':
      if (operands[0] !== undefined) refused.push(texts.tooMany(command, operands[0]));
      return quietly(({ terminal }) => listRules(terminal, texts, service().rules));
  }
}

function last({ values }: Arguments, option: OptionName): string | undefined {
  return values.get(option)?.at(-1);
}

function badValue(texts: Texts, option: string, value: string, allowed: readonly string[]): string {
  return texts.badValue(option, value, allowed, nearest(value, allowed));
}
