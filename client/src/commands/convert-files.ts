import * as vscode from 'vscode';
import {
  CONVERT,
  type ConvertParams,
  type ConvertReply,
  type ConvertSummary,
  type ConvertTarget,
} from '../../../server/src/lsp/protocol.js';
import { shownPath } from '../reports/report-document.js';
import type { ReportProjects } from '../reports/report-project.js';
import type { LanguageServer } from '../server/language-server.js';
import { collectFiles, MOST_FILES } from './collect-files.js';
import { asRange } from './convert-editor.js';
import { addSummaries, describeSummary } from './convert-summary.js';
import { readText, type Unreadable } from './read-text.js';
import { whenLong, type Report } from './when-long.js';

type Skipped = Unreadable | 'unreadable' | 'other-encoding' | 'changed';

interface Planned {
  readonly uri: vscode.Uri;
  /** Set for documents that are open. */
  readonly version: number | undefined;
  readonly reply: ConvertReply;
}

export interface ConvertFilesDependencies {
  readonly server: LanguageServer;
  readonly projects: ReportProjects;
  readonly output: vscode.LogOutputChannel;
}

/** Requests under way at once: the server works one after another, reading goes on meanwhile. */
const AT_ONCE = 4;

/** Converts the files and folders chosen in the explorer, as one change that one undo takes back. */
export async function convertFiles(
  deps: ConvertFilesDependencies,
  to: ConvertTarget,
  title: string,
  chosen: readonly vscode.Uri[],
): Promise<void> {
  const skipped = new Map<string, Skipped>();
  const outcome = await whenLong(title, async (token, report) => {
    const files = await collectFiles(chosen, deps.projects, token);
    if (files === undefined) return undefined;
    if (files.length > MOST_FILES) return 'too-many';
    const planned = await plan(deps.server, to, files, skipped, token, report);
    if (token.isCancellationRequested) return undefined;
    report(vscode.l10n.t('applying the changes'));
    return { files: files.length, planned, applied: await apply(planned, skipped) };
  });
  if (outcome === undefined) return;
  if (outcome === 'too-many') {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'These are more than {0} files: nothing was done. Use the command line: {1}',
        MOST_FILES.toLocaleString(vscode.env.language),
        `report-corpus convert --to ${to} PATH…`,
      ),
    );
    return;
  }
  tell(deps.output, outcome, skipped);
}

async function plan(
  server: LanguageServer,
  to: ConvertTarget,
  files: readonly vscode.Uri[],
  skipped: Map<string, Skipped>,
  token: vscode.CancellationToken,
  report: Report,
): Promise<Planned[]> {
  const planned: (Planned | undefined)[] = new Array<Planned | undefined>(files.length);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < files.length; index = next++) {
      const uri = files[index];
      if (uri === undefined || token.isCancellationRequested) return;
      const source = await textOf(uri);
      report(shownPath(uri), 1 / files.length);
      if (typeof source === 'string') {
        skipped.set(shownPath(uri), source);
        continue;
      }
      const params: ConvertParams = { to, uri: uri.toString(), text: source.text };
      const reply = (await server.request(CONVERT, params, token)) as ConvertReply;
      planned[index] = { uri, version: source.version, reply };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return planned.filter((one) => one !== undefined);
}

/** The text as VS Code has it or would open it; or why the file is left alone. */
async function textOf(
  uri: vscode.Uri,
): Promise<{ readonly text: string; readonly version: number | undefined } | Skipped> {
  const open = openDocument(uri);
  if (open !== undefined) return { text: open.getText(), version: open.version };
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch {
    return 'unreadable';
  }
  const read = readText(bytes);
  if (!read.ok) return read.why;
  if (!(await opensAsUtf8(uri, read.text))) return 'other-encoding';
  return { text: read.text, version: undefined };
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const address = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === address);
}

/** Whether VS Code reads the file as it was decoded here: its settings may name or guess another encoding. */
async function opensAsUtf8(uri: vscode.Uri, text: string): Promise<boolean> {
  const files = vscode.workspace.getConfiguration('files', uri);
  const encoding = files.get<string>('encoding', 'utf8');
  const guesses = files.get<boolean>('autoGuessEncoding', false);
  if ((encoding === 'utf8' || encoding === 'utf8bom') && !guesses) return true;
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    return document.getText() === text;
  } catch {
    return false;
  }
}

/** Applies everything as one change; resolves with the files that were changed, undefined when VS Code refused. */
async function apply(
  planned: readonly Planned[],
  skipped: Map<string, Skipped>,
): Promise<readonly Planned[] | undefined> {
  const changing = planned.filter(({ reply, uri, version }) => {
    if (reply.edits.length === 0) return false;
    const now = openDocument(uri)?.version;
    if (version === undefined || now === version) return true;
    skipped.set(shownPath(uri), 'changed');
    return false;
  });
  if (changing.length === 0) return [];
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, reply } of changing) {
    edit.set(
      uri,
      reply.edits.map(({ range, newText }) => vscode.TextEdit.replace(asRange(range), newText)),
    );
  }
  const dirtyBefore = new Set(
    changing.filter(({ uri }) => openDocument(uri)?.isDirty === true).map(({ uri }) => uri.toString()),
  );
  // With `isRefactoring` VS Code saves what it changes, two files and more, also what a person has not saved yet.
  const applied = await vscode.workspace.applyEdit(edit, { isRefactoring: dirtyBefore.size === 0 });
  if (!applied) return undefined;
  const unsaved = changing
    .filter(({ uri }) => !dirtyBefore.has(uri.toString()))
    .map(({ uri }) => openDocument(uri))
    .filter((document) => document?.isDirty === true);
  await Promise.all(unsaved.map((document) => document?.save() ?? Promise.resolve(false)));
  return changing;
}

function tell(
  output: vscode.LogOutputChannel,
  outcome: {
    readonly files: number;
    readonly planned: readonly Planned[];
    readonly applied: readonly Planned[] | undefined;
  },
  skipped: ReadonlyMap<string, Skipped>,
): void {
  const { t } = vscode.l10n;
  if (outcome.applied === undefined) {
    void vscode.window.showErrorMessage(t('VS Code did not take the changes: the files are as they were.'));
    return;
  }
  const number = (value: number): string => value.toLocaleString(vscode.env.language);
  const summaries: readonly ConvertSummary[] = outcome.applied.map(({ reply }) => reply.summary);
  const changed = t('{0} of {1} files changed', number(outcome.applied.length), number(outcome.files));
  const said = [`${changed}: ${describeSummary(addSummaries(summaries), t, vscode.env.language)}`];
  if (skipped.size > 0) said.push(t('Left alone: {0}', reasons(skipped)));
  for (const [path, why] of skipped) output.warn(`${path}: ${reason(why)}`);
  const details = t('Show Details');
  const show = skipped.size > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const offered = skipped.size > 0 ? [details] : [];
  void show(said.join(t('. ')), ...offered).then((chosen) => {
    if (chosen === details) output.show();
  });
}

function reasons(skipped: ReadonlyMap<string, Skipped>): string {
  const [first] = skipped;
  if (skipped.size === 1 && first !== undefined) return `${first[0]} (${reason(first[1])})`;
  const counts = new Map<Skipped, number>();
  for (const why of skipped.values()) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].map(([why, count]) => `${count} (${reason(why)})`).join(vscode.l10n.t(', '));
}

function reason(why: Skipped): string {
  const { t } = vscode.l10n;
  switch (why) {
    case 'binary':
      return t('not a text');
    case 'not-utf-8':
      return t('not UTF-8');
    case 'mixed-line-ends':
      return t('line ends that VS Code would change; use the command line');
    case 'unreadable':
      return t('cannot be read');
    case 'other-encoding':
      return t('VS Code opens it in another encoding');
    case 'changed':
      return t('changed in the meantime');
  }
}
