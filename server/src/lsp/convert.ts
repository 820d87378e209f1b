import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type Range,
  type SnippetTextEdit,
  type TextEdit as LspTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../core/rules/run.js';
import type { Severity } from '../core/rules/rule.js';
import type { TextEdit } from '../core/text/edit.js';
import type { Span } from '../core/text/span.js';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
/** Places listed under a diagnostic; the rest is shown by decorations. */
const MOST_RELATED = 20;

/** A span as an LSP range; only this layer knows positions. */
export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** The span of a range; one that ends before it starts is turned round. */
export function toSpan(document: TextDocument, { start, end }: Range): Span {
  const a = document.offsetAt(start);
  const b = document.offsetAt(end);
  return a <= b ? { start: a, end: b } : { start: b, end: a };
}

/** The diagnostic of a finding. @param page where its rule is explained, a `file:` address */
export function toDiagnostic(document: TextDocument, finding: Finding, page: string | undefined): Diagnostic {
  const related = finding.places.length > 1 ? finding.places.slice(0, MOST_RELATED) : [];
  return {
    range: toRange(document, finding),
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    source: 'report-corpus',
    message: finding.message,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map((place) => ({
            location: { uri: document.uri, range: toRange(document, place) },
            message: document.getText(toRange(document, place)),
          })),
        }),
    data: { rule: finding.rule, version: document.version, fix: finding.fix?.class },
  };
}

/** Edits of the core as LSP edits. */
export function toTextEdits(document: TextDocument, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map((edit) => ({ range: toRange(document, edit), newText: edit.newText }));
}

/** A versioned edit of one document, so that a client refuses it when the text has changed meanwhile. */
export function toWorkspaceEdit(
  document: TextDocument,
  edits: readonly TextEdit[],
  asSnippet: boolean,
): WorkspaceEdit {
  const changes: (LspTextEdit | SnippetTextEdit)[] = asSnippet
    ? edits.map((edit) => ({
        range: toRange(document, edit),
        snippet: { kind: 'snippet', value: edit.newText } as const,
      }))
    : toTextEdits(document, edits);
  return {
    documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: changes }],
  };
}

/** A snippet as plain text for clients that know none: each placeholder becomes its default. */
export function withoutPlaceholders(snippet: string): string {
  return snippet.replace(/\$\{\d+:((?:\\.|[^}])*)\}/g, '$1').replace(/\\([\\$}])/g, '$1');
}

/** The same edit for clients that know no versioned edits. */
export function withoutVersions({ documentChanges = [] }: WorkspaceEdit): WorkspaceEdit {
  const changes: Record<string, LspTextEdit[]> = {};
  for (const change of documentChanges) {
    if ('edits' in change)
      changes[change.textDocument.uri] = change.edits.filter((edit) => 'newText' in edit);
  }
  return { changes };
}
