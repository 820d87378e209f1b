import * as vscode from 'vscode';
import type { DidAnalyseParams } from '../../../server/src/lsp/protocol.js';
import { isReport } from '../reports/report-document.js';
import type { LanguageServer } from '../server/language-server.js';

/** Marks the places that one finding stands for: 194 pinyin notes are one finding and 194 quiet marks. */
export function createPlaces(server: LanguageServer): vscode.Disposable {
  const decoration = (name: string): vscode.TextEditorDecorationType =>
    vscode.window.createTextEditorDecorationType({
      backgroundColor: new vscode.ThemeColor(`reportCorpus.${name}Background`),
      overviewRulerColor: new vscode.ThemeColor(`reportCorpus.${name}OverviewRuler`),
      overviewRulerLane: vscode.OverviewRulerLane.Right,
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      borderRadius: '2px',
    });
  const place = decoration('place');
  const width = decoration('widthPlace');

  const wanted = (): boolean =>
    vscode.workspace.getConfiguration('reportCorpus').get<boolean>('decorations.places', true);
  const draw = (editor: vscode.TextEditor, places: DidAnalyseParams['places']): void => {
    const ranges = (ofWidth: boolean): vscode.Range[] =>
      places
        .filter(({ rule }) => (rule === 'width-folded-punctuation') === ofWidth)
        .map(
          ({ range: { start, end } }) =>
            new vscode.Range(start.line, start.character, end.line, end.character),
        );
    editor.setDecorations(place, ranges(false));
    editor.setDecorations(width, ranges(true));
  };
  const update = (editor: vscode.TextEditor): void => {
    if (!isReport(editor.document) || !wanted()) {
      draw(editor, []);
      return;
    }
    const analysis = server.analysed(editor.document.uri.toString());
    // Places of an older version would stand beside their characters; VS Code moves the marks with the edits.
    if (analysis?.version === editor.document.version) draw(editor, analysis.places);
  };
  const updateWhere = (applies: (document: vscode.TextDocument) => boolean): void => {
    for (const editor of vscode.window.visibleTextEditors) if (applies(editor.document)) update(editor);
  };

  const subscriptions = [
    place,
    width,
    server.onDidAnalyse(({ uri }) => {
      updateWhere((document) => document.uri.toString() === uri);
    }),
    vscode.window.onDidChangeVisibleTextEditors(() => {
      updateWhere(() => true);
    }),
    // A change of language is a closing and an opening for listeners.
    vscode.workspace.onDidOpenTextDocument((opened) => {
      updateWhere((document) => document === opened);
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('reportCorpus.decorations.places')) updateWhere(() => true);
    }),
  ];
  return vscode.Disposable.from(...subscriptions);
}

/** Switches the marks on or off where the setting stands. */
export async function togglePlaces(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('reportCorpus');
  const inWorkspace = settings.inspect('decorations.places')?.workspaceValue !== undefined;
  await settings.update(
    'decorations.places',
    !settings.get<boolean>('decorations.places', true),
    inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
  );
}
