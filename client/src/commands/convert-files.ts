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
import {
  applyToFiles,
  openDocuments,
  stampOf,
  stillAsPlanned,
  type FileState,
  type PlannedFile,
} from './apply-to-files.js';
import { collectFiles, MOST_FILES } from './collect-files.js';
import { addSummaries, describeSummary } from './convert-summary.js';
import { mergeEdits } from './merge-edits.js';
import { readText, type Unreadable } from './read-text.js';
import { whenLong, type Report } from './when-long.js';

type Skipped = Unreadable | 'unreadable' | 'other-encoding' | 'changed';

/** A file whose conversion is known, with the counts of it. */
interface Converted extends PlannedFile {
  readonly summary: ConvertSummary;
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
    const { changed, fresh } = await stillAsPlanned(planned.filter(({ edits }) => edits.length > 0));
    for (const { uri } of changed) skipped.set(shownPath(uri), 'changed');
    return { files: files.length, changed: fresh, applied: await applyToFiles(fresh) };
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
): Promise<Converted[]> {
  const planned: (Converted | undefined)[] = new Array<Converted | undefined>(files.length);
  const open = openDocuments();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < files.length; index = next++) {
      const uri = files[index];
      if (uri === undefined || token.isCancellationRequested) return;
      const source = await textOf(uri, open.get(uri.toString()));
      report(shownPath(uri), 1 / files.length);
      if (typeof source === 'string') {
        skipped.set(shownPath(uri), source);
        continue;
      }
      const params: ConvertParams = { to, uri: uri.toString(), text: source.text };
      const reply = (await server.request(CONVERT, params, token)) as ConvertReply;
      // Cursors and selections of an open document survive single edits only.
      const edits = source.state.open ? reply.edits : mergeEdits(source.text, reply.edits);
      planned[index] = { uri, state: source.state, edits, summary: reply.summary };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return planned.filter((one) => one !== undefined);
}

/** The text as VS Code has it or would open it; or why the file is left alone. */
async function textOf(
  uri: vscode.Uri,
  open: vscode.TextDocument | undefined,
): Promise<{ readonly text: string; readonly state: FileState } | Skipped> {
  if (open !== undefined) return { text: open.getText(), state: { open: true, version: open.version } };
  let state: FileState;
  let bytes: Uint8Array;
  try {
    state = { open: false, stamp: await stampOf(uri) };
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch {
    return 'unreadable';
  }
  const read = readText(bytes);
  if (!read.ok) return read.why;
  if (!(await opensAsUtf8(uri, read.text))) return 'other-encoding';
  return { text: read.text, state };
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

function tell(
  output: vscode.LogOutputChannel,
  outcome: {
    readonly files: number;
    readonly changed: readonly Converted[];
    readonly applied: boolean;
  },
  skipped: ReadonlyMap<string, Skipped>,
): void {
  const { t } = vscode.l10n;
  if (!outcome.applied) {
    void vscode.window.showErrorMessage(t('VS Code did not take the changes: the files are as they were.'));
    return;
  }
  const number = (value: number): string => value.toLocaleString(vscode.env.language);
  const summaries = outcome.changed.map(({ summary }) => summary);
  const changed = t('{0} of {1} files changed', number(outcome.changed.length), number(outcome.files));
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
