import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type CodeLens,
  type Connection,
} from 'vscode-languageserver';
import { subjectAt } from '../../../core/features/subject.js';
import { mergeIntoFile } from '../../../core/officials-file/index.js';
import { unknownOfficial } from '../../../core/rules/unknown-official/rule.js';
import type { Finding } from '../../../core/rules/run.js';
import type { Span } from '../../../core/text/span.js';
import type { Analyses, Analysis } from '../../analyses.js';
import { toRange } from '../../convert.js';
import { COLLECT_OFFICIALS_COMMAND } from '../../protocol.js';
import type { RunSafe } from '../../run-safe.js';
import { rangeIn } from './locations.js';
import type { Collect } from './collect.js';

interface CallOutDeps {
  readonly connection: Connection;
  readonly analyses: Analyses;
  readonly runSafe: RunSafe;
  /** Whether the client has our command for collecting. */
  readonly ownClient: () => boolean;
}

/** One line above a report that names people the officials file does not have, with the way to add them. */
export function registerCallOuts({ connection, analyses, runSafe, ownClient }: CallOutDeps): void {
  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    runSafe<CodeLens[]>('textDocument/codeLens', [], token, async () => {
      const analysis = ownClient() ? await analyses.get(uri) : undefined;
      if (analysis === undefined) return [];
      const { document, report, settings, findings } = analysis;
      const count = findings.filter(isUnknown).length;
      if (count === 0) return [];
      return [
        {
          range: toRange(document, { start: report.anchor.start, end: report.anchor.start }),
          command: {
            title: lensTitle(count, settings.language),
            command: COLLECT_OFFICIALS_COMMAND,
            arguments: [uri],
          },
        },
      ];
    }),
  );
}

function lensTitle(count: number, language: 'en' | 'zh-cn'): string {
  if (language === 'zh-cn') return `${String(count)} 名官员不在官员名单中`;
  return count === 1
    ? '1 official is not in the officials file'
    : `${String(count)} officials are not in the officials file`;
}

function isUnknown({ rule }: Finding): boolean {
  return rule === unknownOfficial.id;
}

/** The fix for an unknown official: an entry in the officials file, with what this report states. */
export function addOfficialActions(
  { document, report, settings, findings }: Analysis,
  range: Span,
  params: CodeActionParams,
  collect: Collect,
): CodeAction[] {
  const { officials, language, project } = settings;
  if (officials?.text === undefined || project === undefined) return [];
  const subject = subjectAt(report, range.start);
  if (subject?.kind !== 'person') return [];
  const { name } = subject.official;
  if (officials.people.find(name).length > 0 || !findings.some(isUnknown)) return [];
  const proposals = collect.proposalsOf(document.uri, report, [name], officials);
  if (proposals.length === 0) return [];
  const merged = mergeIntoFile(officials.text, proposals);
  if ('problem' in merged) return [];
  const title = language === 'en' ? `Add “${name}” to the officials file` : `将“${name}”加入官员名单`;
  const edit = textChange(officials.text, merged.text);
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: params.context.diagnostics.filter(
        ({ code, range: at }) =>
          code === unknownOfficial.id &&
          document.offsetAt(at.start) <= range.end &&
          document.offsetAt(at.end) >= range.start,
      ),
      edit: {
        documentChanges: [
          {
            textDocument: { uri: officials.uri, version: null },
            edits: [{ range: rangeIn(officials.text, edit), newText: edit.newText }],
          },
        ],
      },
    },
  ];
}

/** The one stretch in which two texts differ. */
export function textChange(before: string, after: string): Span & { readonly newText: string } {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { start, end: before.length - end, newText: after.slice(start, after.length - end) };
}
