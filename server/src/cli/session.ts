import { isAbsolute, relative, sep } from 'node:path';
import type { RuleFailure } from '../core/rules/run.js';
import type { ReportService } from '../core/service.js';
import type { Settings } from '../core/settings.js';
import {
  createProjectLookup,
  type FoundProject,
  type ProjectLookup,
} from '../platform/node/files/project-lookup.js';
import { createLexiconsReader } from '../platform/node/corpus-lexicons.js';
import { createOfficialsReader } from '../platform/node/corpus-officials.js';
import type { OnUserFileProblem } from '../platform/node/files/user-file.js';
import { todayInBeijing } from '../platform/node/today.js';
import type { Texts } from './texts/texts.js';
import { visible, type Terminal } from './terminal.js';

/** One run of a command: what it works with, and the problems it met. */
export interface Session {
  readonly terminal: Terminal;
  readonly texts: Texts;
  readonly service: ReportService;
  readonly lookup: ProjectLookup;
  /** Notes a problem with a file; told at the end, where it is seen. The exit code becomes 2. */
  problem(place: string, message: string): void;
  /** Notes that something failed of which the output itself tells. The exit code becomes 2. */
  fail(): void;
  /** An absolute path as somebody in the current folder would write it, where that is shorter. */
  shorten(path: string): string;
  /** The settings of a file that a project governs. */
  settings(project: FoundProject): Settings;
  /** Tells the problems; resolves with whether there were any, or a failure. */
  close(): Promise<boolean>;
}

/** @param service builds the core when it is first asked for: a bare conversion needs none */
export function createSession(terminal: Terminal, texts: Texts, service: () => ReportService): Session {
  const problems = new Set<string>();
  let failed = false;
  const today = todayInBeijing();
  const problem = (place: string, message: string): void => {
    problems.add(`${place}: ${message}`);
  };
  const onProblem: OnUserFileProblem = ({ file, line, column, message }) => {
    const name = shorten(file, terminal.cwd);
    problem(
      line === undefined ? name : `${name}:${line}:${column ?? 1}`,
      texts.userFileProblem(message[texts.language]),
    );
  };
  const lookup = createProjectLookup({ onProblem });
  const officialsOf = createOfficialsReader(onProblem);
  const lexiconOf = createLexiconsReader(onProblem);
  return {
    terminal,
    texts,
    get service() {
      return service();
    },
    lookup,
    problem,
    fail() {
      failed = true;
    },
    shorten: (path) => shorten(path, terminal.cwd),
    settings(found) {
      const { script, rules, protected: words, furniture } = found.project;
      const people = officialsOf(found);
      const lexicon = lexiconOf(found);
      return {
        language: texts.language,
        script,
        rules,
        protected: words,
        furniture,
        today,
        ...(people === undefined ? {} : { people }),
        ...(lexicon === undefined ? {} : { lexicon }),
      };
    },
    async close() {
      for (const line of problems) await terminal.err(`${visible(line)}\n`);
      return failed || problems.size > 0;
    },
  };
}

/** A path as somebody in the folder `cwd` would write it, where that is shorter. */
function shorten(path: string, cwd: string): string {
  const inside = relative(cwd, path);
  return inside === '' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? path : inside;
}

/** A rule that throws leaves a file half looked at: that must not pass for a clean file, or for a mended one. */
export function tellFailures(session: Session, name: string, failures: readonly RuleFailure[]): void {
  for (const { rule, error } of failures)
    session.problem(name, session.texts.ruleFailed(rule, describeError(error)));
}

/** What an exception says, in a line. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
