import * as vscode from 'vscode';
import { PROJECT_FILE } from '../../../server/src/core/project-file.js';
import { folderOf } from '../reports/report-document.js';
import type { ReportProjects } from '../reports/report-project.js';
import type { LanguageServer } from '../server/language-server.js';
import { tellLeftOut, type ConversionPlan } from '../views/conversion-plan/conversion-plan.js';
import { describeLeftOut } from '../views/conversion-plan/left-out.js';
import { planTargets, type NamedPlanTarget, type PlanTarget } from '../views/conversion-plan/plan-targets.js';
import { scanFiles, type Scan } from '../views/conversion-plan/scan-files.js';
import { collectFiles } from './collect-files.js';
import { whenLong } from './when-long.js';

export interface ConvertFilesDependencies {
  readonly server: LanguageServer;
  readonly projects: ReportProjects;
  readonly output: vscode.LogOutputChannel;
  readonly plan: ConversionPlan;
}

/** More files than this are the command line's job: VS Code keeps every changed file in memory. */
const MOST_CHANGED = 1_000;
/** Reading is quick and keeps nothing; more than this is no corpus but somebody's whole disk. */
const MOST_READ = 20_000;

/** Plans the conversion of files and folders; nothing is changed until the plan is applied. */
export async function convertFiles(
  deps: ConvertFilesDependencies,
  to: PlanTarget,
  chosen: readonly vscode.Uri[],
): Promise<void> {
  const target = planTargets(vscode.l10n.t).find((one) => one.target === to);
  if (target === undefined) return;
  const { output, plan } = deps;
  let outcome: Awaited<ReturnType<typeof readChosen>>;
  await plan.preparing();
  try {
    outcome = await readChosen(deps, target, chosen);
    if (outcome !== undefined && outcome !== 'too-many' && outcome.files.length > 0) {
      await plan.show(target, outcome.files, outcome.leftOut);
      return;
    }
  } finally {
    await plan.prepared();
  }
  if (outcome === 'too-many') offerCommandLine(target, chosen);
  else if (outcome !== undefined) tellNothing(output, outcome);
}

/** What the conversion would do to the chosen files and those in the chosen folders; undefined when cancelled. */
async function readChosen(
  { projects, server }: ConvertFilesDependencies,
  target: NamedPlanTarget,
  chosen: readonly vscode.Uri[],
): Promise<(Scan & { readonly read: number }) | 'too-many' | undefined> {
  return whenLong(target.label, async (token, report) => {
    const collected = await collectFiles(chosen, projects, MOST_READ, token);
    if (collected === undefined) return undefined;
    const { files } = collected;
    if (files.length > MOST_READ) return 'too-many';
    const scan = await scanFiles(server, target.target, files, MOST_CHANGED, token, report);
    if (token.isCancellationRequested) return undefined;
    if (scan.tooMany) return 'too-many';
    return { ...scan, leftOut: [...collected.leftOut, ...scan.leftOut], read: files.length };
  });
}

function tellNothing(
  output: vscode.LogOutputChannel,
  { leftOut, read }: Pick<Scan, 'leftOut'> & { readonly read: number },
): void {
  const { t } = vscode.l10n;
  const nothing =
    read === 1
      ? t('Nothing to convert in 1 file')
      : t('Nothing to convert in {0} files', read.toLocaleString(vscode.env.language));
  const parts = [nothing, describeLeftOut(leftOut, t)].filter((part) => part !== '');
  tellLeftOut(output, parts.join(t('. ')), leftOut);
}

function offerCommandLine(target: NamedPlanTarget, chosen: readonly vscode.Uri[]): void {
  const { t } = vscode.l10n;
  const paths = chosen.map(({ fsPath }) => `"${fsPath}"`).join(' ');
  const command = `${target.command} ${paths}`;
  const copy = t('Copy Command');
  const most = MOST_CHANGED.toLocaleString(vscode.env.language);
  const message = t(
    'More than {0} files to convert: nothing was done. Use the command line: {1}',
    most,
    command,
  );
  void vscode.window.showWarningMessage(message, copy).then((answer) => {
    if (answer === copy) void vscode.env.clipboard.writeText(command);
  });
}

/**
 * Asks what to convert the files to, and first which corpus where no files were chosen. Conversions that change
 * wording are offered here only, with a warning.
 */
export async function convertFilesTo(
  deps: ConvertFilesDependencies,
  chosen: readonly vscode.Uri[],
): Promise<void> {
  const files = chosen.length > 0 ? chosen : await chooseCorpus();
  if (files === undefined) return;
  const target = await chooseTarget();
  if (target !== undefined) await convertFiles(deps, target.target, files);
}

async function chooseTarget(): Promise<NamedPlanTarget | undefined> {
  const { t } = vscode.l10n;
  const all = planTargets(t);
  const heading = (label: string): vscode.QuickPickItem => ({
    label,
    kind: vscode.QuickPickItemKind.Separator,
  });
  const warning = t('Rewrites words, not only characters: look at every change before applying');
  const item = ({ label, wording }: NamedPlanTarget): vscode.QuickPickItem =>
    wording ? { label, detail: warning, iconPath: new vscode.ThemeIcon('warning') } : { label };
  const picked = await vscode.window.showQuickPick(
    [
      heading(t('Characters only')),
      ...all.filter(({ wording }) => !wording).map(item),
      heading(t('Changes the wording')),
      ...all.filter(({ wording }) => wording).map(item),
    ],
    { title: t('Convert Files…'), placeHolder: t('No file is changed before the plan is applied') },
  );
  return all.find(({ label }) => label === picked?.label);
}

/** The folder of a corpus in the open folders, or any folder; undefined when a person chose none. */
async function chooseCorpus(): Promise<readonly vscode.Uri[] | undefined> {
  const { t } = vscode.l10n;
  const found = await vscode.workspace.findFiles(`**/${PROJECT_FILE}`, '**/node_modules/**', 100);
  const folders = new Map<string, vscode.Uri>();
  for (const uri of [
    ...found.map(folderOf),
    ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri),
  ])
    folders.set(uri.toString().replace(/\/$/, ''), uri);
  const [only] = folders.values();
  if (folders.size === 1 && only !== undefined) return [only];
  if (folders.size === 0) {
    return vscode.window.showOpenDialog({
      canSelectFiles: true,
      canSelectFolders: true,
      canSelectMany: true,
      openLabel: t('Convert'),
    });
  }
  const corpora = new Set(found.map((uri) => folderOf(uri).toString()));
  const picked = await vscode.window.showQuickPick(
    [...folders.values()].map((uri) => ({
      label: vscode.workspace.asRelativePath(uri, true),
      description: corpora.has(uri.toString()) ? t('Corpus') : '',
      uri,
    })),
    { title: t('Convert Files…'), placeHolder: t('Choose the folder to convert') },
  );
  return picked === undefined ? undefined : [picked.uri];
}
