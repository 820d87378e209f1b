import { DiagnosticSeverity, type Connection, type Diagnostic } from 'vscode-languageserver';
import type { ReadProblem } from '../core/json-file/problem.js';
import type { Language } from '../core/rules/rule.js';
import { indexLines } from '../core/text/line-index.js';

const SEVERITY = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning } as const;

/** Shows what is wrong in a project file or one beside it (officials, a lexicon) on the file itself. */
export interface SideFileProblems {
  /**
   * Replaces what was shown; no problems take it away. The same list again is not sent again.
   * @param text undefined for a file without one: its problems are shown where it would begin
   */
  show(uri: string, text: string | undefined, problems: readonly ReadProblem[], language: Language): void;
}

export function createSideFileProblems(connection: Pick<Connection, 'sendDiagnostics'>): SideFileProblems {
  const shown = new Map<string, { readonly problems: readonly ReadProblem[]; readonly language: Language }>();
  const send = (uri: string, diagnostics: Diagnostic[]): void => {
    void connection.sendDiagnostics({ uri, diagnostics });
  };
  return {
    show(uri, text = '', problems, language) {
      if (problems.length === 0) {
        // A file that never had problems is none of the client's business.
        if (shown.delete(uri)) send(uri, []);
        return;
      }
      const last = shown.get(uri);
      if (last?.problems === problems && last.language === language) return;
      shown.set(uri, { problems, language });
      const lines = indexLines(text);
      send(
        uri,
        problems.map(({ severity, start, end, message }) => ({
          range: { start: lines.place(start), end: lines.place(end) },
          severity: SEVERITY[severity],
          source: 'report-corpus',
          message: message[language],
        })),
      );
    },
  };
}
