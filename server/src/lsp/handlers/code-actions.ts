import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionParams,
  type Connection,
} from 'vscode-languageserver';
import { fixRound } from '../../core/fix.js';
import { fixableAt } from '../../core/features/quick-fixes.js';
import type { FixClass, RuleGroup } from '../../core/rules/rule.js';
import type { Finding } from '../../core/rules/run.js';
import type { ConvertTarget } from '../../core/script/converter.js';
import type { ReportService } from '../../core/service.js';
import type { Span } from '../../core/text/span.js';
import type { Analyses, Analysis } from '../analyses.js';
import { toSpan, toWorkspaceEdit, withoutPlaceholders, withoutVersions } from '../convert.js';
import type { RunSafe } from '../run-safe.js';
import { toAnnotatedEdit } from './annotated-edit.js';
import { choiceActions } from './conversion-choices.js';
import { reopenActions, type DetectFile } from './reopen-encoding.js';

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
  /** Fixes that change other files than the report. */
  readonly more: MoreActions;
}

/** Further quick fixes for a range (UTF-16 offsets), with their edits. */
export type MoreActions = (
  analysis: Analysis,
  range: Span,
  params: CodeActionParams,
) => Promise<CodeAction[]>;

export const FIX_ALL = 'source.fixAll.reportCorpus';
/** Not below `source.fixAll`: a preview is nothing for saving. */
export const PREVIEW = 'source.reportCorpus.fixWithPreview';
export const CONVERT_KIND = 'refactor.rewrite.reportCorpus.convert';

/** What an action needs to be completed when it is chosen. */
type ActionData = { readonly uri: string; readonly stamp: string } & (
  | { readonly do: 'fix'; readonly finding: number }
  | { readonly do: 'fixRule'; readonly rule: string }
  | { readonly do: 'preview' }
  | { readonly do: 'fixAll'; readonly group: RuleGroup | undefined; readonly include: 'exact' | 'review' }
  | { readonly do: 'convert'; readonly to: ConvertTarget; readonly range: Span }
);

const CONVERSIONS: readonly {
  readonly to: ConvertTarget;
  readonly command: string;
  readonly title: Readonly<Record<'en' | 'zh-cn', string>>;
}[] = [
  {
    to: 'simplified',
    command: 'convertToSimplified',
    title: { en: 'Convert to Simplified', 'zh-cn': '转换为简体' },
  },
  {
    to: 'traditional',
    command: 'convertToTraditional',
    title: { en: 'Convert to Traditional', 'zh-cn': '转换为繁体' },
  },
  {
    to: 'tw',
    command: 'convertToTaiwan',
    title: { en: 'Convert to Traditional (Taiwan Standard)', 'zh-cn': '转换为繁体（台湾标准）' },
  },
  {
    to: 'hk',
    command: 'convertToHongKong',
    title: { en: 'Convert to Traditional (Hong Kong Standard)', 'zh-cn': '转换为繁体（香港标准）' },
  },
];

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
        ...(wants(CodeActionKind.QuickFix) ? await more(analysis, range, params) : []),
        ...fixAlls(analysis, params, wants),
        ...(wants(PREVIEW) && support().annotations ? withPreview(analysis) : []),
        ...(wants(CONVERT_KIND) ? conversions(analysis, range, params, ownClient()) : []),
      ];
      return support().resolves ? actions : actions.map((action) => complete(action, analysis));
    }),
  );

  connection.onCodeActionResolve((action, token) =>
    runSafe('codeAction/resolve', action, token, async () => {
      const data = action.data as ActionData | undefined;
      const analysis = data === undefined ? undefined : await analyses.get(data.uri);
      // The text has changed since the action was offered: without an edit the client does nothing.
      if (data === undefined || analysis?.stamp !== data.stamp) return action;
      return complete(action, analysis);
    }),
  );

  const complete = (action: CodeAction, analysis: Analysis): CodeAction => {
    const data = action.data as ActionData | undefined;
    if (data === undefined) return action;
    const edit = editOf(analysis, data);
    return { ...action, edit: support().versions ? edit : withoutVersions(edit) };
  };

  const editOf = (analysis: Analysis, data: ActionData): NonNullable<CodeAction['edit']> => {
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

const GROUPS: Readonly<Partial<Record<RuleGroup, Readonly<Record<'en' | 'zh-cn', string>>>>> = {
  residue: {
    en: 'Fix all residue of conversion (Report Corpus)',
    'zh-cn': '修复全部转换残留（Report Corpus）',
  },
  furniture: {
    en: 'Remove all page furniture (Report Corpus)',
    'zh-cn': '删除全部网页元素（Report Corpus）',
  },
  encoding: { en: 'Fix all encoding damage (Report Corpus)', 'zh-cn': '修复全部编码损坏（Report Corpus）' },
  script: { en: 'Convert all stray parts (Report Corpus)', 'zh-cn': '转换全部混入的字体（Report Corpus）' },
};

/**
 * Fix-all takes class `exact` only. A group's action, asked for by its kind or chosen from the menu, takes `review`
 * too; on save it takes `exact` only, like everything that runs unattended.
 */
function fixAlls(
  analysis: Analysis,
  params: CodeActionParams,
  wants: (kind: string) => boolean,
): CodeAction[] {
  const { findings, document, stamp, settings } = analysis;
  const offer = (
    kind: string,
    title: string,
    group: RuleGroup | undefined,
    include: 'exact' | 'review',
  ): CodeAction[] => {
    const chosen = findings.filter((finding) => group === undefined || finding.group === group);
    if (fixRound(chosen, { include }).edits.length === 0) return [];
    const data: ActionData = { uri: document.uri, stamp, do: 'fixAll', group, include };
    return [{ title, kind, data }];
  };
  // A client that does not say how it came to ask is taken to run unattended.
  const unattended = params.context.triggerKind !== CodeActionTriggerKind.Invoked;
  const all =
    settings.language === 'en'
      ? 'Fix all certain problems (Report Corpus)'
      : '修复全部确定的问题（Report Corpus）';
  if (wants(FIX_ALL)) {
    // `source.fixAll` on save takes every action of a sub-kind too: the groups would apply twice.
    if (params.context.only !== undefined && unattended) return offer(FIX_ALL, all, undefined, 'exact');
  }
  return [
    ...(wants(FIX_ALL) ? offer(FIX_ALL, all, undefined, 'exact') : []),
    ...Object.entries(GROUPS).flatMap(([group, titles]) =>
      wants(`${FIX_ALL}.${group}`)
        ? offer(
            `${FIX_ALL}.${group}`,
            titles[settings.language],
            group as RuleGroup,
            unattended ? 'exact' : 'review',
          )
        : [],
    ),
  ];
}

/** Everything but what needs a person's wording, looked at first; offered where something is to be looked at. */
function withPreview({ findings, document: { uri }, stamp, settings }: Analysis): CodeAction[] {
  if (!findings.some(({ fix }) => fix?.class === 'review')) return [];
  const title =
    settings.language === 'en'
      ? 'Fix all with preview (Report Corpus)'
      : '预览后修复全部问题（Report Corpus）';
  return [{ title, kind: PREVIEW, data: { uri, stamp, do: 'preview' } satisfies ActionData }];
}

/** Offered for a selection, and for the whole text when actions are asked for: no light bulb on every line. */
function conversions(
  analysis: Analysis,
  range: Span,
  params: CodeActionParams,
  ownClient: boolean,
): CodeAction[] {
  const { document, report, settings, stamp } = analysis;
  const empty = range.start === range.end;
  if (empty && params.context.triggerKind === CodeActionTriggerKind.Automatic) return [];
  const { simplified, traditional, majority } = report.script;
  return CONVERSIONS.filter(({ to }) =>
    to === 'simplified'
      ? traditional > 0 || majority === undefined
      : to === 'traditional'
        ? simplified > 0
        : true,
  ).map(({ to, command, title: titles }): CodeAction => {
    const title = titles[settings.language];
    const kind = `${CONVERT_KIND}.${to}`;
    if (ownClient) return { title, kind, command: { title, command: `reportCorpus.${command}` } };
    const whole = empty ? { start: 0, end: report.text.length } : range;
    const data: ActionData = { uri: document.uri, stamp, do: 'convert', to, range: whole };
    return { title, kind, data };
  });
}
