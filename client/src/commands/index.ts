import * as vscode from 'vscode';
import { activeReport } from '../reports/report-document.js';
import type { ReportProjects } from '../reports/report-project.js';
import type { LanguageServer } from '../server/language-server.js';
import type { Suggestion } from '../suggestion/suggest-corpus.js';
import type { ConversionPlan } from '../views/conversion-plan/conversion-plan.js';
import type { PlanRow } from '../views/conversion-plan/plan-rows.js';
import { togglePlaces } from '../views/places.js';
import { showStatusList } from '../views/status-list.js';
import { collectOfficials } from './collect-officials.js';
import { convertEditor } from './convert-editor.js';
import { convertFiles, convertFilesTo } from './convert-files.js';
import { convertTargets } from './convert-targets.js';
import { fixAll, fixAllWithPreview } from './fix-all.js';
import { initialiseCorpus } from './initialise-corpus.js';
import { openProjectFile } from './open-project-file.js';
import { reopenWithEncoding } from './reopen-with-encoding.js';
import { verifyAgainstHead } from './verify-against-head.js';

export interface CommandDependencies {
  readonly server: LanguageServer;
  readonly projects: ReportProjects;
  readonly suggestion: Suggestion;
  readonly output: vscode.LogOutputChannel;
  readonly plan: ConversionPlan;
}

/** Registers every command that package.json contributes. */
export function registerCommands(deps: CommandDependencies): vscode.Disposable {
  const { output, plan, projects, server, suggestion } = deps;
  const register = (id: string, run: (...values: readonly unknown[]) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(`reportCorpus.${id}`, async (...values: unknown[]) => {
      try {
        await run(...values);
      } catch (error) {
        output.error(error instanceof Error ? error : String(error));
        complain(output, server.state() === 'failed' ? noServer() : message(error));
      }
    });

  const conversions = convertTargets(vscode.l10n.t).map(({ command, label, target }) =>
    register(command.replace(/^reportCorpus\./, ''), (first, second) => {
      const chosen = fromExplorer(first, second);
      return chosen.length > 0 ? convertFiles(deps, target, chosen) : convertEditor(server, target, label);
    }),
  );
  return vscode.Disposable.from(
    ...conversions,
    register('convertFiles', (first, second) => convertFilesTo(deps, fromExplorer(first, second))),
    register('conversionPlan.apply', () => plan.apply()),
    register('conversionPlan.cancel', () => plan.cancel()),
    register('conversionPlan.toggle', () => plan.toggle()),
    // Only rows of the list give it something.
    register('conversionPlan.openChanges', (row) => plan.openChanges(row as PlanRow | undefined)),
    register('fixAll', fixAll),
    register('fixAllWithPreview', fixAllWithPreview),
    register('collectOfficials', (report) => collectOfficials(deps, asUri(report))),
    register('initialiseCorpus', (folder) =>
      initialiseCorpus(projects, folder instanceof vscode.Uri ? folder : undefined),
    ),
    register('showStatus', async () => {
      const editor = activeReport();
      if (editor === undefined) return;
      await showStatusList(editor, server, await projects.of(editor.document.uri));
    }),
    register('reopenWithEncoding', reopenWithEncoding),
    register('verifyAgainstHead', () => verifyAgainstHead(server, vscode.l10n.t('Verify Against Git HEAD'))),
    register('togglePlaces', togglePlaces),
    register('openProjectFile', () => openProjectFile(projects)),
    register('restartServer', () => server.restart()),
    register('dismissSuggestion', () => suggestion.dismiss()),
  );
}

/** A lens gives the address as text. */
function asUri(value: unknown): vscode.Uri | undefined {
  return typeof value === 'string' ? vscode.Uri.parse(value) : undefined;
}

/** The explorer gives the row and the whole selection; the editor's menu gives the document alone. */
function fromExplorer(first: unknown, second: unknown): readonly vscode.Uri[] {
  return first instanceof vscode.Uri && Array.isArray(second)
    ? second.filter((one) => one instanceof vscode.Uri)
    : [];
}

function noServer(): string {
  return vscode.l10n.t('the language server does not start.');
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function complain(output: vscode.LogOutputChannel, why: string): void {
  const details = vscode.l10n.t('Show Details');
  void vscode.window
    .showErrorMessage(vscode.l10n.t('Report Corpus could not do that: {0}', why), details)
    .then((answer) => {
      if (answer === details) output.show();
    });
}
