import * as vscode from 'vscode';
import type { PlanRow } from './plan-rows.js';

/** The id of the view in package.json; its commands, keys and context key begin with it. */
export const PLAN_VIEW = 'reportCorpus.conversionPlan';

export interface PlanTree {
  dispose(): void;
  /** Shows these rows with a message above them. */
  show(rows: readonly PlanRow[], message: string): void;
  /** Empties the list, and closes the panel if it shows the list: what was below it would come up, a shell maybe. */
  clear(): Promise<void>;
  /** Turns round the box of the row that `list.toggleSelection` has just selected or let go; unfolds one without. */
  toggle(): Promise<void>;
  /** Brings the list up with the focus in it. */
  reveal(): Promise<void>;
  readonly onDidChoose: vscode.Event<Choice>;
}

/** A person took these files in or left them out. */
export interface Choice {
  /** Their addresses. */
  readonly files: readonly string[];
  /** Absent: the other way round than it is. */
  readonly included?: boolean;
}

/** The list as VS Code shows it. It only shows rows: what they say is decided by the plan. */
export function createPlanTree(): PlanTree {
  const changed = new vscode.EventEmitter<undefined>();
  const chosen = new vscode.EventEmitter<Choice>();
  let roots: readonly PlanRow[] = [];
  const view = vscode.window.createTreeView<PlanRow>(PLAN_VIEW, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (row) => [...(row?.children ?? roots)],
      getTreeItem: itemOf,
      getParent: () => undefined,
    },
    // A group's box stands for files that VS Code has not asked for yet.
    manageCheckboxStateManually: true,
    // `list.toggleSelection` adds to the selection.
    canSelectMany: true,
    showCollapseAll: true,
  });
  const choosing = view.onDidChangeCheckboxState(({ items }) => {
    for (const included of [true, false]) {
      const files = items
        .filter(([, state]) => (state === vscode.TreeItemCheckboxState.Checked) === included)
        .flatMap(([row]) => row.files);
      if (files.length > 0) chosen.fire({ files, included });
    }
  });
  // VS Code tells an extension what is selected, not where the focus is.
  let before: readonly PlanRow[] = [];
  let selected: readonly PlanRow[] = [];
  const selecting = view.onDidChangeSelection(({ selection }) => {
    before = selected;
    selected = selection;
  });
  const isIn = (rows: readonly PlanRow[], wanted: string): boolean => rows.some(({ id }) => id === wanted);
  return {
    show: (rows, message) => {
      roots = rows;
      view.message = message;
      changed.fire(undefined);
    },
    clear: async () => {
      if (view.visible) await vscode.commands.executeCommand('workbench.action.closePanel');
      roots = [];
      // With a message the welcome text would not show.
      view.message = '';
      changed.fire(undefined);
    },
    reveal: async () => {
      await vscode.commands.executeCommand(`${PLAN_VIEW}.focus`);
      const [first] = roots;
      if (first !== undefined) await view.reveal(first, { focus: true, select: false });
    },
    toggle: async () => {
      const row = [...selected, ...before].find(({ id }) => isIn(selected, id) !== isIn(before, id));
      if (row?.checked === undefined) await vscode.commands.executeCommand('list.toggleExpand');
      // The row may be one of before the last change: its box tells nothing.
      else chosen.fire({ files: row.files });
    },
    onDidChoose: chosen.event,
    dispose: () => {
      vscode.Disposable.from(view, choosing, selecting, changed, chosen).dispose();
    },
  };
}

function itemOf(row: PlanRow): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(row.label, row.expanded ? Expanded : Collapsed);
  if (row.children.length === 0) item.collapsibleState = None;
  item.id = row.id;
  item.description = row.description;
  item.tooltip = row.tooltip;
  item.contextValue = row.kind;
  item.accessibilityInformation = { label: row.spoken };
  item.iconPath = row.icon === 'file' ? vscode.ThemeIcon.File : new vscode.ThemeIcon(row.icon);
  if (row.checked !== undefined) item.checkboxState = checkbox(row, row.checked);
  if (row.place === undefined) return item;
  if (row.icon === 'file') item.resourceUri = vscode.Uri.parse(row.place.address);
  // Rows that hold others open with a click as well: the arrow unfolds them.
  item.command =
    row.kind === 'left-out'
      ? { command: 'vscode.open', title: row.label, arguments: [vscode.Uri.parse(row.place.address)] }
      : { command: `${PLAN_VIEW}.openChanges`, title: row.label, arguments: [row] };
  return item;
}

function checkbox(row: PlanRow, checked: boolean): NonNullable<vscode.TreeItem['checkboxState']> {
  const { t } = vscode.l10n;
  const ofAll = row.kind === 'group';
  const tooltip = checked
    ? ofAll
      ? t('Leave out all files')
      : t('Leave out this file')
    : ofAll
      ? t('Take in all files')
      : t('Take in this file');
  return {
    state: checked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
    tooltip,
    accessibilityInformation: { label: row.label, role: 'checkbox' },
  };
}
