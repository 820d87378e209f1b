import * as vscode from 'vscode';
import { applyToFiles, stillAsPlanned } from '../../commands/apply-to-files.js';
import { addSummaries, describeCounts, describeSummary } from '../../commands/convert-summary.js';
import { shownPath } from '../../reports/report-document.js';
import type { LanguageServer } from '../../server/language-server.js';
import { createConvertedTexts } from './converted-text.js';
import { describeLeftOut, whyLeftOut } from './left-out.js';
import { choose, createPlan, includedFiles, summaryOf, type LeftOutFile, type Plan } from './plan.js';
import { rowsOf, type PlanRow } from './plan-rows.js';
import type { NamedPlanTarget } from './plan-targets.js';
import { createPlanTree, PLAN_VIEW } from './plan-tree.js';
import type { ScannedFile } from './scan-files.js';

/** The plan that is being looked at, of which there is one at most. */
export interface ConversionPlan {
  dispose(): void;
  /** The view comes up, with its welcome text, while files are being read. */
  preparing(): Promise<void>;
  /** Reading has ended: without a plan the view goes. */
  prepared(): Promise<void>;
  show(
    target: NamedPlanTarget,
    files: readonly ScannedFile[],
    leftOut: readonly LeftOutFile[],
  ): Promise<void>;
  /** Converts the chosen files. */
  apply(): Promise<void>;
  /** Drops the plan; no file is changed. */
  cancel(): Promise<void>;
  /** Takes in or leaves out what the row stands for at which Space was pressed. */
  toggle(): Promise<void>;
  /** Compares the file of a row with what it would become, at the row's place. */
  openChanges(row: PlanRow | undefined): Promise<void>;
}

export interface ConversionPlanDependencies {
  readonly server: LanguageServer;
  readonly output: vscode.LogOutputChannel;
}

export function createConversionPlan({ output, server }: ConversionPlanDependencies): ConversionPlan {
  const { t } = vscode.l10n;
  const { language } = vscode.env;
  const tree = createPlanTree();
  const texts = createConvertedTexts(server);
  let current: { readonly plan: Plan<ScannedFile>; readonly target: NamedPlanTarget } | undefined;
  /** While it is being applied, nothing of it can be changed. */
  let busy = false;

  const announce = (state: 'none' | 'preparing' | 'ready'): Thenable<unknown> =>
    vscode.commands.executeCommand('setContext', PLAN_VIEW, state === 'none' ? undefined : state);
  const draw = (): void => {
    if (current === undefined) return;
    const { plan, target } = current;
    const counts = t('{0}: {1}', target.label, describeCounts(summaryOf(plan), t, language));
    tree.show(
      rowsOf(plan, { t, language }),
      target.wording ? `${counts}${t('. ').trimEnd()}\n${t('This conversion changes the wording.')}` : counts,
    );
  };
  const clear = async (): Promise<void> => {
    current = undefined;
    await tree.clear();
    await announce('none');
    await texts.closeAll();
  };
  const choosing = tree.onDidChoose(({ files, included }) => {
    if (current !== undefined && !busy) {
      const { plan } = current;
      const wanted = included ?? files.some((address) => plan.excluded.has(address));
      current = { ...current, plan: choose(plan, files, wanted) };
    }
    draw();
  });

  const convert = async (plan: Plan<ScannedFile>): Promise<void> => {
    const { changed, fresh } = await stillAsPlanned(includedFiles(plan));
    const applied = await applyToFiles(fresh);
    if (!applied.ok) {
      void vscode.window.showErrorMessage(t('VS Code did not take the changes: the files are as they were.'));
      return;
    }
    // Another plan may have come up meanwhile.
    if (current?.plan === plan) await clear();
    const leftOut = [
      ...plan.leftOut,
      ...changed.map(({ address, path }) => ({ address, path, why: whyLeftOut('changed', t) })),
      ...applied.notSaved.map((uri) => ({
        address: uri.toString(),
        path: shownPath(uri),
        why: t('converted, but could not be saved'),
      })),
    ];
    tell(fresh, plan.files.length, leftOut);
  };
  const tell = (files: readonly ScannedFile[], planned: number, leftOut: readonly LeftOutFile[]): void => {
    const number = (value: number): string => value.toLocaleString(language);
    const summary = addSummaries(files.map((file) => file.summary));
    const said = [
      `${t('{0} of {1} files changed', number(files.length), number(planned))}: ${describeSummary(summary, t, language)}`,
      describeLeftOut(leftOut, t),
    ].filter((part) => part !== '');
    tellLeftOut(output, said.join(t('. ')), leftOut);
  };

  return {
    preparing: async () => {
      if (current === undefined) await announce('preparing');
    },
    prepared: async () => {
      if (current === undefined) await announce('none');
    },
    show: async (target, files, leftOut) => {
      await texts.closeAll();
      current = { target, plan: createPlan(files, leftOut) };
      await announce('ready');
      draw();
      await tree.reveal();
    },
    apply: async () => {
      if (current === undefined || busy) return;
      const { plan, target } = current;
      if (includedFiles(plan).length === 0) {
        void vscode.window.showInformationMessage(t('No file of the plan is chosen.'));
        return;
      }
      busy = true;
      const { Notification } = vscode.ProgressLocation;
      const progress = { location: { viewId: PLAN_VIEW } };
      try {
        await vscode.window.withProgress(progress, () =>
          vscode.window.withProgress(
            { location: Notification, title: `${target.label}: ${t('applying the changes')}` },
            () => convert(plan),
          ),
        );
      } finally {
        busy = false;
      }
    },
    cancel: async () => {
      if (!busy) await clear();
    },
    toggle: () => tree.toggle(),
    openChanges: async (row) => {
      const place = row?.place;
      if (current === undefined || place === undefined) return;
      await texts.openChanges(place.address, current.target.target, current.target.label, place.range);
    },
    dispose: () => {
      vscode.Disposable.from(tree, texts, choosing).dispose();
    },
  };
}

/** A message that leads to the list of the files left out, where there are some. */
export function tellLeftOut(
  output: vscode.LogOutputChannel,
  message: string,
  leftOut: readonly LeftOutFile[],
): void {
  if (leftOut.length === 0) {
    void vscode.window.showInformationMessage(message);
    return;
  }
  for (const { path, why } of leftOut) output.warn(`${path}: ${why}`);
  const details = vscode.l10n.t('Show Details');
  void vscode.window.showWarningMessage(message, details).then((chosen) => {
    if (chosen === details) output.show();
  });
}
