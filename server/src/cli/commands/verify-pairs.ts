import { stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { decode } from '../../platform/node/files/decode.js';
import { openGitHistory, type GitChange, type GitHistory } from '../../platform/node/files/git-history.js';
import type { FoundProject } from '../../platform/node/files/project-lookup.js';
import { readReport } from '../../platform/node/files/read-report.js';
import { recode } from '../../platform/node/files/recode.js';
import { walkReports } from '../../platform/node/files/walk.js';
import { tellNoReports, tellUnreadable } from '../inputs.js';
import type { Session } from '../session.js';

/** Two texts to compare, or one without partner. */
export interface Pair {
  readonly kind: 'both' | 'removed' | 'added';
  /** The changed file as a user would name it; of a removed one, the original. */
  readonly name: string;
  readonly originalName: string;
  /** The project of the changed file: its furniture and protected words count. */
  readonly project: FoundProject;
  /** Its text; undefined where it gives none, which is noted as a problem. */
  readonly original: () => Promise<string | undefined>;
  readonly changed: () => Promise<string | undefined>;
}

/** The pairs of two files, or of two folders by their paths inside; undefined when the paths do not go together. */
export async function pairsOfPaths(
  session: Session,
  [original = '', changed = '']: readonly string[],
): Promise<readonly Pair[] | undefined> {
  const { texts, lookup, terminal } = session;
  const at = (given: string): string => (given === '' ? '' : resolve(terminal.cwd, given));
  const [left, right] = [at(original), at(changed)];
  const [leftIs, rightIs] = [await isFolder(left), await isFolder(right)];
  const text = (name: string, path: string) => () => readText(session, name, path);
  if (leftIs !== rightIs) {
    const missing = leftIs === undefined ? original : rightIs === undefined ? changed : undefined;
    if (missing !== undefined) await readText(session, missing, at(missing));
    else
      session.problem(
        changed,
        leftIs === true ? texts.verify.unlike(original, changed) : texts.verify.unlike(changed, original),
      );
    return undefined;
  }
  const governing = async (folder: string): Promise<FoundProject> =>
    (await lookup.nearest(folder)) ?? lookup.implied(folder);
  if (leftIs !== true) {
    const project = await governing(dirname(right));
    return [
      {
        kind: 'both',
        name: changed,
        originalName: original,
        project,
        original: text(original, left),
        changed: text(changed, right),
      },
    ];
  }
  const walked = [await walkReports(left, lookup), await walkReports(right, lookup)] as const;
  walked.forEach(({ failures }, i) => {
    for (const { path, reason } of failures)
      session.problem(`${i === 0 ? original : changed}/${path}`, texts.folderUnreadable(reason.code));
  });
  if (walked.every(({ reports, failures }) => reports.length === 0 && failures.length === 0)) {
    tellNoReports(session, original, await governing(left));
    return undefined;
  }
  const names = new Set(walked.flatMap(({ reports }) => reports.map(({ path }) => path)));
  const pairs: Pair[] = [];
  for (const path of [...names].sort()) {
    const [from, to] = [resolve(left, path), resolve(right, path)];
    const [was, is] = [(await isFolder(from)) === false, (await isFolder(to)) === false];
    const [originalName, changedName] = [join(original, path), join(changed, path)];
    pairs.push({
      kind: was && is ? 'both' : was ? 'removed' : 'added',
      name: is ? changedName : originalName,
      originalName,
      project: await governing(dirname(to)),
      original: text(originalName, from),
      changed: text(changedName, to),
    });
  }
  return pairs;
}

/** The reports of the working tree that differ from a revision; undefined when git cannot say. */
export async function pairsOfHistory(
  session: Session,
  revision: string,
  paths: readonly string[],
): Promise<readonly Pair[] | undefined> {
  const { texts, terminal, lookup } = session;
  const history = await openGitHistory(await repositoryFolder(terminal.cwd, paths), revision);
  if ('kind' in history) {
    session.problem('--base', texts.verify.git(history, revision));
    return undefined;
  }
  const changes = await history.changes(paths.map((path) => resolve(terminal.cwd, path)));
  if ('kind' in changes) {
    session.problem('--base', texts.verify.git(changes, revision));
    return undefined;
  }
  if (changes.length === 0 && (await tellMissing(session, paths))) return undefined;
  const pairs: Pair[] = [];
  for (const change of changes) {
    const path = resolve(history.top, change.path);
    const project = (await lookup.nearest(dirname(path))) ?? lookup.implied(history.top);
    // A file that was named outright counts whatever it is called, as everywhere.
    const isNamed = paths.some((given) => resolve(terminal.cwd, given) === path);
    if (isNamed || project.isReport(path)) pairs.push(pairOf(session, history, revision, change, project));
  }
  return pairs;
}

/** A folder inside the repository: of the first path that lies on the disk, otherwise where the command was given. */
async function repositoryFolder(cwd: string, paths: readonly string[]): Promise<string> {
  for (const given of paths) {
    const path = resolve(cwd, given);
    const isItself = await isFolder(path);
    if (isItself !== undefined) return isItself ? path : dirname(path);
  }
  return cwd;
}

/** Of a path that does not exist and never did, it would be no news that it has not changed. Whether there is one. */
async function tellMissing(session: Session, paths: readonly string[]): Promise<boolean> {
  let missing = false;
  for (const name of paths) {
    const path = resolve(session.terminal.cwd, name);
    if ((await isFolder(path)) !== undefined) continue;
    missing = true;
    await tellUnreadable(session, { name, path }, { kind: 'missing', code: 'ENOENT' });
  }
  return missing;
}

function pairOf(
  session: Session,
  history: GitHistory,
  revision: string,
  { kind, path, from, object }: GitChange,
  project: FoundProject,
): Pair {
  const absolute = resolve(history.top, path);
  const name = relative(session.terminal.cwd, absolute);
  const originalName = `${revision}:${from ?? path}`;
  return {
    kind: kind === 'deleted' ? 'removed' : kind === 'added' ? 'added' : 'both',
    name,
    originalName,
    project,
    async original() {
      const bytes = object === undefined ? undefined : await history.read(object);
      if (bytes === undefined) return undefined;
      if (!('kind' in bytes)) return textOf(session, originalName, bytes);
      session.problem(originalName, session.texts.verify.git(bytes, revision));
      return undefined;
    },
    changed: () => readText(session, name, absolute),
  };
}

async function readText(session: Session, name: string, path: string): Promise<string | undefined> {
  const read = await readReport(path);
  if (read.kind === 'text') return read.text;
  if (read.kind === 'undecodable') return textOf(session, name, read.bytes);
  await tellUnreadable(session, { name, path }, read);
  return undefined;
}

/** The text of bytes; of another encoding than UTF-8 where that is sure, so that `recode` can be verified too. */
function textOf(session: Session, name: string, bytes: Buffer): string | undefined {
  const decoded = decode(bytes);
  if (decoded.kind === 'text') return decoded.text;
  const recoded = recode(bytes, undefined);
  if (recoded.kind === 'recoded') return recoded.bytes.toString('utf8');
  session.problem(name, session.texts.notUtf8(decoded, name));
  return undefined;
}

/** Undefined for what is not there. */
async function isFolder(path: string): Promise<boolean | undefined> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return undefined;
  }
}

function join(given: string, inside: string): string {
  return /[\\/]$/.test(given) ? given + inside : `${given}/${inside}`;
}
