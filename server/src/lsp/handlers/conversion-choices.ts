import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import { furtherChoices } from '../../core/features/conversion-choices.js';
import { ambiguousConversion } from '../../core/rules/ambiguous-conversion/rule.js';
import type { Converter } from '../../core/script/converter.js';
import type { Span } from '../../core/text/span.js';
import type { Analysis } from '../analyses.js';
import { toWorkspaceEdit, withoutVersions } from '../convert.js';

const RULE = ambiguousConversion.id;

/** The further characters that an ambiguous one could be, behind the one that the rule's own fix offers. */
export function choiceActions(
  { findings, document, report, settings }: Analysis,
  range: Span,
  { context }: CodeActionParams,
  converter: Converter,
  versions: boolean,
): CodeAction[] {
  if (!findings.some(({ rule }) => rule === RULE)) return [];
  return furtherChoices(report, range, converter, settings.language).map(({ title, start, edits }) => {
    const edit = toWorkspaceEdit(document, edits, false);
    const at = document.positionAt(start);
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: context.diagnostics.filter(
        ({ code, range: { start: from } }) =>
          code === RULE && from.line === at.line && from.character === at.character,
      ),
      edit: versions ? edit : withoutVersions(edit),
    };
  });
}
