import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, resolve, sep } from 'node:path';
import { NAMED_REPORTS } from '../corpus/project-scope.js';
import type { FoundProject } from '../platform/node/files/project-lookup.js';
import { readReport, type ReadResult, type Unreadable } from '../platform/node/files/read-report.js';
import { walkReports } from '../platform/node/files/walk.js';
import { nearest } from './nearest.js';
import type { Session } from './session.js';

/** A report to work on. */
export interface Input {
  /** The path as given; for a report of a folder, the folder as given and the rest. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly project: FoundProject;
}

/** How many files are read at once: enough to keep a disk busy, few enough to keep memory low. */
export const READING = 16;

/**
 * The reports that PATH arguments name, in their order, each file once. A path that does not exist is an input too:
 * reading it says so in its turn.
 * @param folders whether a folder stands for the reports in it; otherwise it is left to fail as a file
 */
export async function collectInputs(
  session: Session,
  paths: readonly string[],
  { folders }: { readonly folders: boolean },
): Promise<readonly Input[]> {
  const { lookup, terminal } = session;
  const seen = new Set<string>();
  const inputs: Input[] = [];
  const add = (input: Input, identity: string): void => {
    if (seen.has(identity)) return;
    seen.add(identity);
    inputs.push(input);
  };
  for (const given of paths) {
    // An empty argument is a variable that was not set; it must not stand for everything here.
    const path = given === '' ? '' : resolve(terminal.cwd, given);
    if (!folders || !(await isFolder(path))) {
      const folder = dirname(path);
      const project = (await lookup.nearest(folder)) ?? lookup.implied(folder);
      add({ name: given, path, project }, await realpath(path).catch(() => path));
      continue;
    }
    const { reports, failures } = await walkReports(path, lookup);
    for (const { path: inside, real, project } of reports) {
      add({ name: joinGiven(given, inside), path: resolve(path, inside), project }, real);
    }
    for (const { path: inside, reason } of failures) {
      session.problem(
        inside === '' ? given : joinGiven(given, inside),
        session.texts.folderUnreadable(reason.code),
      );
    }
    if (reports.length === 0 && failures.length === 0) {
      tellNoReports(session, given, (await lookup.nearest(path)) ?? lookup.implied(path));
    }
  }
  return inputs;
}

/** Notes that a folder holds no report: a check of nothing must not pass for a check. */
export function tellNoReports(session: Session, given: string, project: FoundProject): void {
  const { include, exclude } = project.project;
  session.problem(
    given,
    session.texts.noReports({
      patterns: [...new Set([...include, ...NAMED_REPORTS])],
      exclude,
      projectFile: project.file === undefined ? undefined : session.shorten(project.file),
    }),
  );
}

/** Reads an input; a file that gives no text is noted as a problem. */
export async function readInput(session: Session, { name, path }: Input): Promise<ReadResult> {
  const result = await readReport(path);
  const { texts } = session;
  if (result.kind === 'undecodable') {
    session.problem(name, texts.notUtf8(result, name));
  } else if (result.kind !== 'text') {
    await tellUnreadable(session, { name, path }, result);
  }
  return result;
}

/** Notes that a file could not be read. */
export async function tellUnreadable(
  session: Session,
  { name, path }: Pick<Input, 'name' | 'path'>,
  reason: Unreadable,
): Promise<void> {
  session.problem(name, session.texts.unreadable(reason, await similarPath(name, path, reason)));
}

/** A path beside a missing one that was probably meant. */
async function similarPath(name: string, path: string, { kind }: Unreadable): Promise<string | undefined> {
  if (kind !== 'missing') return undefined;
  const beside = await readdir(dirname(path)).catch(() => []);
  const found = nearest(basename(path), beside);
  return found === undefined || found === basename(path)
    ? undefined
    : name.slice(0, name.length - basename(name).length) + found;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** `./corpus` and `2020/a.txt` as `./corpus/2020/a.txt`: what was given is kept as it is. */
function joinGiven(given: string, inside: string): string {
  return given.endsWith('/') || given.endsWith(sep) ? given + inside : given + sep + inside;
}
