import * as vscode from 'vscode';
import { SEGMENTER, type DidAnalyseParams, type SegmenterReply } from '../../../server/src/lsp/protocol.js';
import { convertTargets } from '../commands/convert-targets.js';
import { shownPath } from '../reports/report-document.js';
import type { GoverningProject } from '../reports/report-project.js';
import type { LanguageServer } from '../server/language-server.js';
import { groupByRule, nextPlace, type FindingSeverity, type RuleFindings } from './findings.js';
import { evidence, verdictName } from './status-text.js';

interface Entry extends vscode.QuickPickItem {
  readonly run?: () => unknown;
  readonly page?: string;
}

const ICONS: Readonly<Record<FindingSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'lightbulb-sparkle',
};

/** Shows everything about one report in a list; an entry leads to the place, the action or the page. */
export async function showStatusList(
  editor: vscode.TextEditor,
  server: LanguageServer,
  project: GoverningProject | undefined,
): Promise<void> {
  const analysis = server.analysed(editor.document.uri.toString());
  const separator = (label: string): Entry => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const entries = (segmenter: Entry): Entry[] => [
    ...(analysis === undefined ? [waiting()] : reportEntries(editor, analysis, separator)),
    separator(vscode.l10n.t('Corpus')),
    projectEntry(project),
    separator(vscode.l10n.t('Engine')),
    segmenter,
    {
      label: `$(debug-restart) ${vscode.l10n.t('Restart Server')}`,
      run: () => vscode.commands.executeCommand('reportCorpus.restartServer'),
    },
  ];

  const list = vscode.window.createQuickPick<Entry>();
  list.title = shownPath(editor.document.uri);
  list.placeholder = vscode.l10n.t('Choose a finding to go to its next place');
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.items = entries(segmenterEntry(undefined));
  const hidden = new Promise<void>((done) => {
    list.onDidHide(done);
  });
  list.onDidAccept(() => {
    const chosen = list.selectedItems[0];
    if (chosen?.run === undefined) return;
    list.hide();
    void chosen.run();
  });
  list.onDidTriggerItemButton(({ item }) => {
    list.hide();
    if (item.page !== undefined) void openPage(item.page);
  });
  list.show();
  void segmenterState(server).then((reply) => {
    const active = list.activeItems[0]?.label;
    list.items = entries(segmenterEntry(reply));
    list.activeItems = list.items.filter((entry) => entry.label === active).slice(0, 1);
  });
  await hidden;
  list.dispose();
}

function waiting(): Entry {
  return { label: `$(loading~spin) ${vscode.l10n.t('The report is being checked.')}` };
}

function reportEntries(
  editor: vscode.TextEditor,
  analysis: DidAnalyseParams,
  separator: (label: string) => Entry,
): Entry[] {
  const groups = groupByRule(analysis);
  const none: Entry = { label: `$(pass) ${vscode.l10n.t('No findings')}` };
  const fix: Entry = {
    label: `$(wand) ${vscode.l10n.t('Fix All Certain Problems')}`,
    description:
      analysis.fixable === 1
        ? vscode.l10n.t('1 edit')
        : vscode.l10n.t('{0} edits', analysis.fixable.toLocaleString(vscode.env.language)),
    run: () => vscode.commands.executeCommand('reportCorpus.fixAll'),
  };
  return [
    separator(vscode.l10n.t('Findings')),
    ...(groups.length === 0 ? [none] : groups.map((group) => findingsEntry(editor, group))),
    ...(analysis.fixable > 0 ? [fix] : []),
    separator(vscode.l10n.t('Script')),
    {
      label: `$(symbol-text) ${verdictName(analysis.script.verdict, vscode.l10n.t)}`,
      description: evidence(analysis.script, vscode.l10n.t),
      detail: vscode.l10n.t('Choose to convert the report'),
      run: chooseConversion,
    },
  ];
}

async function chooseConversion(): Promise<void> {
  const targets = convertTargets(vscode.l10n.t).map(({ command, label }) => ({ label, command }));
  const chosen = await vscode.window.showQuickPick(targets, { title: vscode.l10n.t('Convert Script') });
  if (chosen !== undefined) await vscode.commands.executeCommand(chosen.command);
}

function findingsEntry(editor: vscode.TextEditor, group: RuleFindings): Entry {
  const { findings, page, places, rule, severity } = group;
  const count = Math.max(findings.length, places.length);
  return {
    label: `$(${ICONS[severity]}) ${rule}`,
    description: count === 1 ? '' : vscode.l10n.t('{0} places', count.toLocaleString(vscode.env.language)),
    detail: findings[0]?.message ?? '',
    buttons:
      page === undefined
        ? []
        : [{ iconPath: new vscode.ThemeIcon('question'), tooltip: vscode.l10n.t('About this rule') }],
    ...(page === undefined ? {} : { page }),
    run: () => reveal(editor, group),
  };
}

async function reveal(editor: vscode.TextEditor, { places }: RuleFindings): Promise<void> {
  const place = nextPlace(places, editor.selection.active);
  if (place === undefined) return;
  const selection = new vscode.Range(
    place.start.line,
    place.start.character,
    place.end.line,
    place.end.character,
  );
  await vscode.window.showTextDocument(editor.document, {
    viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
    selection,
  });
}

/** The page rendered; as text where VS Code's Markdown preview is switched off. */
async function openPage(page: string): Promise<void> {
  const uri = vscode.Uri.parse(page);
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    await vscode.window.showTextDocument(uri);
  }
}

function projectEntry(project: GoverningProject | undefined): Entry {
  if (project === undefined) {
    return {
      label: `$(new-file) ${vscode.l10n.t('Initialise Corpus Here')}`,
      description: vscode.l10n.t('no project file'),
      detail: vscode.l10n.t("VS Code's settings reportCorpus.rules and reportCorpus.script apply."),
      run: () => vscode.commands.executeCommand('reportCorpus.initialiseCorpus'),
    };
  }
  return {
    label: `$(json) ${shownPath(project.file)}`,
    description: vscode.l10n.t('project file'),
    detail: vscode.l10n.t(
      'It governs this report: reportCorpus.rules in the settings of VS Code is ignored.',
    ),
    run: () => vscode.window.showTextDocument(project.file),
  };
}

async function segmenterState(server: LanguageServer): Promise<SegmenterReply | undefined> {
  if (server.state() !== 'running') return undefined;
  try {
    return (await server.request(SEGMENTER, {})) as SegmenterReply;
  } catch {
    return undefined;
  }
}

function segmenterEntry(reply: SegmenterReply | undefined): Entry {
  const say = (description: string): Entry => ({
    label: `$(whole-word) ${vscode.l10n.t('Word boundaries')}`,
    description,
    ...(reply?.reason === undefined ? {} : { detail: reply.reason }),
  });
  switch (reply?.state) {
    case 'nodejieba':
      return say('nodejieba');
    case 'loading':
      return say(vscode.l10n.t('nodejieba is loading'));
    case 'fallback':
      return say(vscode.l10n.t('built into VS Code (nodejieba is not used)'));
    case 'idle':
      return say(vscode.l10n.t('not needed yet'));
    case undefined:
      return say('…');
  }
}
