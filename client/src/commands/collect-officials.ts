import * as vscode from 'vscode';
import {
  ADD_OFFICIALS,
  COLLECT_OFFICIALS,
  type AddOfficialsParams,
  type AddOfficialsReply,
  type CollectOfficialsParams,
  type CollectOfficialsReply,
  type WireProposal,
} from '../../../server/src/lsp/protocol.js';
import { PROJECT_FILE } from '../../../server/src/core/project-file.js';
import { textChange } from '../../../server/src/core/text/text-change.js';
import { isReport, shownPath } from '../reports/report-document.js';
import type { GoverningProject, ReportProjects } from '../reports/report-project.js';
import type { LanguageServer } from '../server/language-server.js';
import { countLeftAlone, proposalItems } from './proposal-items.js';
import { whenLong } from './when-long.js';

interface CollectDependencies {
  readonly server: LanguageServer;
  readonly projects: ReportProjects;
}

type Proposals = Extract<CollectOfficialsReply, { kind: 'proposals' }>;

/**
 * Proposes entries for the officials file from what the corpus states, and writes those that a person confirms.
 * @param report only the people of this report; absent: of the whole corpus
 */
export async function collectOfficials(
  { server, projects }: CollectDependencies,
  report: vscode.Uri | undefined,
): Promise<void> {
  const { t } = vscode.l10n;
  const project = await projectFor(projects, report);
  if (project === undefined) {
    void vscode.window.showInformationMessage(
      t('Officials are collected for a corpus: initialise one first, there is no {0} here.', PROJECT_FILE),
    );
    return;
  }
  const params: CollectOfficialsParams = {
    project: project.file.toString(),
    ...(report === undefined ? {} : { report: report.toString() }),
  };
  const reply = (await whenLong(t('Collect Officials'), (token) =>
    server.request(COLLECT_OFFICIALS, params, token),
  )) as CollectOfficialsReply | undefined;
  if (reply === undefined || reply.kind === 'no-project') return;
  if (reply.kind === 'broken') {
    await showBroken(vscode.Uri.parse(reply.file), reply.message);
    return;
  }
  const chosen = await choose(reply);
  if (chosen === undefined || chosen.length === 0) return;
  await add(server, params.project, vscode.Uri.parse(reply.file), reply.exists, chosen);
}

/** The project of the report, else of the active report, else of the first open folder that has one. */
async function projectFor(
  projects: ReportProjects,
  report: vscode.Uri | undefined,
): Promise<GoverningProject | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  const uri = report ?? (active !== undefined && isReport(active) ? active.uri : undefined);
  if (uri !== undefined) return projects.of(uri);
  for (const { uri: folder } of vscode.workspace.workspaceFolders ?? []) {
    const project = await projects.ofFolder(folder);
    if (project !== undefined) return project;
  }
  return undefined;
}

async function showBroken(file: vscode.Uri, message: string): Promise<void> {
  const open = vscode.l10n.t('Open the Officials File');
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t('The officials file has to be mended first: {0}', message),
    open,
  );
  if (answer === open) await vscode.window.showTextDocument(file);
}

/** What a person ticks; undefined when they dismiss the list. */
async function choose({
  proposals,
  reports,
  complete,
}: Proposals): Promise<readonly WireProposal[] | undefined> {
  const { t } = vscode.l10n;
  const items = proposalItems(proposals, t);
  const leftAlone = countLeftAlone(proposals);
  const notes = [
    complete ? '' : t('Reading was stopped: not every report is counted'),
    leftAlone === 0
      ? ''
      : t('{0} more concern entries that are made by hand or unclear and stay as they are', leftAlone),
  ].filter((note) => note !== '');
  if (items.length === 0) {
    void vscode.window.showInformationMessage(
      [t('The officials file has everybody whom the reports name ({0} reports)', reports), ...notes].join(
        t('. '),
      ),
    );
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
    title: t('Officials to add ({0} proposed from {1} reports)', items.length, reports),
    placeHolder: notes.length === 0 ? t('Tick who belongs into the officials file') : notes.join(t('. ')),
  });
  return picked?.map(({ proposal }) => proposal);
}

/** Puts the entries into the file as an edit that can be undone; a file without unsaved changes is saved. */
async function add(
  server: LanguageServer,
  project: string,
  file: vscode.Uri,
  exists: boolean,
  proposals: readonly WireProposal[],
): Promise<void> {
  const { t } = vscode.l10n;
  const document = exists ? await vscode.workspace.openTextDocument(file) : undefined;
  const params: AddOfficialsParams = {
    text: document?.getText() ?? '',
    proposals,
    project,
  };
  const version = document?.version;
  const reply = (await server.request(ADD_OFFICIALS, params)) as AddOfficialsReply;
  if (reply.kind === 'broken') {
    await showBroken(file, reply.message);
    return;
  }
  if (document !== undefined && document.version !== version) {
    void vscode.window.showWarningMessage(
      t('{0} changed in the meantime: nothing was added. Try again.', shownPath(file)),
    );
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  if (document === undefined) edit.createFile(file, { contents: new TextEncoder().encode(reply.text) });
  else edit.replace(file, ...changeOf(document, reply.text));
  const wasClean = document?.isDirty !== true;
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(t('VS Code did not take the changes: the files are as they were.'));
    return;
  }
  if (wasClean) await document?.save();
  const open = t('Open the Officials File');
  const count = reply.added + reply.extended;
  const answer = await vscode.window.showInformationMessage(
    count === 1
      ? t('1 entry of {0} was added or extended.', shownPath(file))
      : t('{0} entries of {1} were added or extended.', count, shownPath(file)),
    open,
  );
  if (answer === open) await vscode.window.showTextDocument(file);
}

/** The one stretch that changes, so that the cursor and the rest of the file stay. */
function changeOf(document: vscode.TextDocument, after: string): [vscode.Range, string] {
  const { start, end, newText } = textChange(document.getText(), after);
  return [new vscode.Range(document.positionAt(start), document.positionAt(end)), newText];
}
