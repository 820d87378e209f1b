import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Connection,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { fixRound } from '../../core/fix.js';
import { fixableAt } from '../../core/features/quick-fixes.js';
import type { FixClass } from '../../core/rules/rule.js';
import type { Finding } from '../../core/rules/run.js';
import type { ReportService } from '../../core/service.js';
import type { Span } from '../../core/text/span.js';
import type { Analyses, Analysis } from '../analyses.js';
import { toSpan, toWorkspaceEdit, withoutPlaceholders, withoutVersions } from '../convert.js';
import { FIX_WITH_PREVIEW } from '../protocol.js';
import type { DetectFile } from '../ports.js';
import type { RunSafe } from '../run-safe.js';
import type { ActionData } from './action-data.js';
import { toAnnotatedEdit } from './annotated-edit.js';
import { choiceActions } from './conversion-choices.js';
import { CONVERT_KIND, conversions } from './convert-actions.js';
import { reopenActions } from './reopen-encoding.js';
import { fixAlls, withPreview } from './source-actions.js';

/** How a client takes edits; older clients know neither snippets nor versions, some do not resolve actions. */
export interface EditSupport {
  readonly snippets: boolean;
  readonly versions: boolean;
  readonly resolves: boolean;
  /** Groups of edits that a person confirms in a preview. */
  readonly annotations: boolean;
}

interface CodeActionDeps {
  readonly connection: Connection;
  readonly analyses: Analyses;
  readonly service: ReportService;
  readonly runSafe: RunSafe;
  /** What the client can do with edits. */
  readonly edits: () => EditSupport;
  /** Whether the client has our conversion commands (they name what to confirm afterwards). */
  readonly ownClient: () => boolean;
  /** Looks at the bytes of a file, where the platform can. */
  readonly detectFile: DetectFile | undefined;
  readonly more: MoreActions;
}

type ReportAction = Exclude<ActionData, { readonly do: 'addOfficial' }>;

/** Quick fixes that change other files than the report. */
export interface MoreActions {
  /** Those for a range (UTF-16 offsets), without their edits. */
  offer(analysis: Analysis, range: Span, params: CodeActionParams): CodeAction[];
  /** The entry of somebody in the officials file as it is now; undefined when there is none to make any more. */
  addOfficial(analysis: Analysis, name: string): Promise<WorkspaceEdit | undefined>;
}

/** Quick fixes, fix-all and script conversion; edits are computed when an action is chosen. */
export function registerCodeActions({
  connection,
  analyses,
  service,
  runSafe,
  edits: support,
  ownClient,
  detectFile,
  more,
}: CodeActionDeps): void {
  connection.onCodeAction((params, token) =>
    runSafe<CodeAction[]>('textDocument/codeAction', [], token, async () => {
      const analysis = await analyses.get(params.textDocument.uri);
      if (analysis === undefined) return [];
      const range = toSpan(analysis.document, params.range);
      const wants = (kind: string): boolean =>
        params.context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
      const actions = [
        ...(wants(CodeActionKind.QuickFix) ? quickFixes(analysis, range, params) : []),
        ...(wants(CodeActionKind.QuickFix)
          ? choiceActions(analysis, range, params, service.converter, support().versions)
          : []),
        ...(wants(CodeActionKind.QuickFix) && ownClient() && detectFile !== undefined
          ? await reopenActions(analysis, range, params, detectFile)
          : []),
        ...(wants(CodeActionKind.QuickFix) ? more.offer(analysis, range, params) : []),
        ...fixAlls(analysis, params, wants),
        ...(wants(FIX_WITH_PREVIEW) && support().annotations ? withPreview(analysis) : []),
        ...(wants(CONVERT_KIND) ? conversions(analysis, range, params, ownClient()) : []),
      ];
      return support().resolves ? actions : Promise.all(actions.map((action) => complete(action, analysis)));
    }),
  );

  connection.onCodeActionResolve((action, token) =>
    runSafe('codeAction/resolve', action, token, async () => {
      const data = action.data as ActionData | undefined;
      const analysis = data === undefined ? undefined : await analyses.get(data.uri);
      if (data === undefined || analysis === undefined) return action;
      // The text has changed since the action was offered: without an edit the client does nothing. An entry in
      // another file is made from what the report and that file say now, also right after another entry.
      if (data.do !== 'addOfficial' && analysis.stamp !== data.stamp) return action;
      return complete(action, analysis);
    }),
  );

  const complete = async (action: CodeAction, analysis: Analysis): Promise<CodeAction> => {
    const data = action.data as ActionData | undefined;
    if (data === undefined) return action;
    const edit =
      data.do === 'addOfficial' ? await more.addOfficial(analysis, data.name) : editOf(analysis, data);
    if (edit === undefined) return action;
    return { ...action, edit: support().versions ? edit : withoutVersions(edit) };
  };

  const editOf = (analysis: Analysis, data: ReportAction): WorkspaceEdit => {
    const { document, findings, report, settings } = analysis;
    if (data.do === 'preview') {
      const { edits } = fixRound(findings, { include: 'review' });
      return toAnnotatedEdit(document, edits, settings.language);
    }
    if (data.do === 'fixAll') {
      const chosen = findings.filter(({ group }) => data.group === undefined || group === data.group);
      return toWorkspaceEdit(document, fixRound(chosen, { include: data.include }).edits, false);
    }
    if (data.do === 'fixRule') {
      const options = { include: 'review', rules: new Set([data.rule]) } as const;
      return toWorkspaceEdit(document, fixRound(findings, options).edits, false);
    }
    if (data.do === 'convert') {
      const { edits } = service.convertReport(report, {
        to: data.to,
        ranges: [data.range],
        protected: settings.protected,
      });
      return toWorkspaceEdit(document, edits, false);
    }
    const fix = findings[data.finding]?.fix;
    const edits = fix?.edits() ?? [];
    if (fix?.snippet !== true) return toWorkspaceEdit(document, edits, false);
    if (support().snippets) return toWorkspaceEdit(document, edits, true);
    const plain = edits.map((edit) => ({ ...edit, newText: withoutPlaceholders(edit.newText) }));
    return toWorkspaceEdit(document, plain, false);
  };
}

function quickFixes(analysis: Analysis, range: Span, params: CodeActionParams): CodeAction[] {
  const { findings, document, stamp, settings } = analysis;
  const { uri } = document;
  const here = fixableAt(findings, range);
  const single = here.map((finding: Finding): CodeAction => {
    const data: ActionData = { uri, stamp, do: 'fix', finding: findings.indexOf(finding) };
    const at = document.positionAt(finding.start);
    return {
      title: finding.fix?.label ?? '',
      kind: CodeActionKind.QuickFix,
      isPreferred: finding.fix?.class === 'exact',
      diagnostics: params.context.diagnostics.filter(
        ({ code, range: { start } }) =>
          code === finding.rule && start.line === at.line && start.character === at.character,
      ),
      data,
    };
  });
  const repeated = [...new Set(here.map(({ rule }) => rule))].flatMap((rule): CodeAction[] => {
    const count = findings.filter(({ rule: other, fix }) => other === rule && isFixable(fix?.class)).length;
    if (count < 2) return [];
    const title =
      settings.language === 'en'
        ? `Fix all ${String(count)} of ${rule} in this file`
        : `修复本文件中全部 ${String(count)} 处 ${rule}`;
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        data: { uri, stamp, do: 'fixRule', rule } satisfies ActionData,
      },
    ];
  });
  return [...single, ...repeated];
}

function isFixable(fixClass: FixClass | undefined): boolean {
  return fixClass === 'exact' || fixClass === 'review';
}
