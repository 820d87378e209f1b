import { DiagnosticSeverity, type Connection, type Diagnostic } from 'vscode-languageserver';
import type { ReadProblem } from '../core/json-file/problem.js';
import type { Language, Message } from '../core/rules/rule.js';
import { indexLines } from '../core/text/line-index.js';

const SEVERITY = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning } as const;

/** Shows what is wrong in a file beside a project file (officials, a lexicon) on the file itself. */
export interface SideFileProblems {
  /** Replaces what was shown; no problems take it away. */
  show(uri: string, text: string, problems: readonly ReadProblem[], language: Language): void;
  /** For a file that is not there. */
  showMissing(uri: string, message: Message, language: Language): void;
}

export function createSideFileProblems(connection: Pick<Connection, 'sendDiagnostics'>): SideFileProblems {
  const shown = new Set<string>();
  const send = (uri: string, diagnostics: Diagnostic[]): void => {
    // A file that never had problems is none of the client's business.
    if (diagnostics.length === 0 && !shown.delete(uri)) return;
    if (diagnostics.length > 0) shown.add(uri);
    void connection.sendDiagnostics({ uri, diagnostics });
  };
  const SOURCE = 'report-corpus';
  return {
    show(uri, text, problems, language) {
      const lines = indexLines(text);
      send(
        uri,
        problems.map(({ severity, start, end, message }) => ({
          range: { start: lines.place(start), end: lines.place(end) },
          severity: SEVERITY[severity],
          source: SOURCE,
          message: message[language],
        })),
      );
    },
    showMissing(uri, message, language) {
      const start = { line: 0, character: 0 };
      const severity = DiagnosticSeverity.Error;
      send(uri, [{ range: { start, end: start }, severity, source: SOURCE, message: message[language] }]);
    },
  };
}
