import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type CodeLens,
  type Connection,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { subjectAt } from '../../../core/features/subject.js';
import { mergeIntoFile } from '../../../core/officials-file/index.js';
import { unknownOfficial } from '../../../core/rules/unknown-official/rule.js';
import type { Finding } from '../../../core/rules/run.js';
import type { Span } from '../../../core/text/span.js';
import { textChange } from '../../../core/text/text-change.js';
import type { Analyses, Analysis } from '../../analyses.js';
import { toRange } from '../../convert.js';
import type { OfficialsKnowledge, OfficialsSource } from '../../officials-source.js';
import { COLLECT_OFFICIALS_COMMAND } from '../../protocol.js';
import type { RunSafe } from '../../run-safe.js';
import type { ActionData } from '../action-data.js';
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
export interface AddOfficial {
  offer(analysis: Analysis, range: Span, params: CodeActionParams): CodeAction[];
  /** The entry of somebody for the officials file as it is now; undefined when it needs none or cannot take any. */
  edit(analysis: Analysis, name: string): Promise<WorkspaceEdit | undefined>;
}

export function createAddOfficial(collect: Collect, source: OfficialsSource): AddOfficial {
  /** The file's text with the entry. */
  const textWith = (
    { document, report }: Analysis,
    name: string,
    officials: OfficialsKnowledge,
  ): { readonly before: string; readonly after: string } | undefined => {
    const { text, people } = officials;
    if (text === undefined || people.find(name).length > 0) return undefined;
    const proposals = collect.proposalsOf(document.uri, report, [name], officials);
    if (proposals.length === 0) return undefined;
    const merged = mergeIntoFile(text, proposals);
    return 'problem' in merged ? undefined : { before: text, after: merged.text };
  };

  return {
    offer(analysis, range, { context }) {
      const { document, report, settings, findings, stamp } = analysis;
      const { officials, language } = settings;
      const subject = subjectAt(report, range.start);
      if (officials === undefined || subject?.kind !== 'person' || !findings.some(isUnknown)) return [];
      const { name } = subject.official;
      if (textWith(analysis, name, officials) === undefined) return [];
      const title = language === 'en' ? `Add “${name}” to the officials file` : `将“${name}”加入官员名单`;
      const diagnostics = context.diagnostics.filter(
        ({ code, range: at }) =>
          code === unknownOfficial.id &&
          document.offsetAt(at.start) <= range.end &&
          document.offsetAt(at.end) >= range.start,
      );
      const data: ActionData = { uri: document.uri, stamp, do: 'addOfficial', name };
      return [{ title, kind: CodeActionKind.QuickFix, diagnostics, data }];
    },
    async edit(analysis, name) {
      const { officials, project } = analysis.settings;
      if (officials === undefined || project === undefined) return undefined;
      const now = await source.now(project);
      const texts = textWith(analysis, name, now);
      if (texts === undefined) return undefined;
      const { newText, ...span } = textChange(texts.before, texts.after);
      const edits = [{ range: rangeIn(texts.before, span), newText }];
      return { documentChanges: [{ textDocument: now.target, edits }] };
    },
  };
}
