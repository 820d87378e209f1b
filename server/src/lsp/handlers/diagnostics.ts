import {
  DocumentDiagnosticReportKind,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyses, Analysis } from '../analyses.js';
import { toDiagnostic } from '../convert.js';
import type { RunSafe } from '../run-safe.js';

interface DiagnosticsDeps {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly analyses: Analyses;
  readonly runSafe: RunSafe;
  readonly page: (rule: string) => string | undefined;
  /** Whether the client asks for diagnostics itself; known after `initialize`. */
  readonly pulls: () => boolean;
  /** Whether it can be asked to pull again; known after `initialize`. */
  readonly refreshes: () => boolean;
}

/** Milliseconds of rest before diagnostics are pushed to a client that cannot pull. */
const PUSH_DELAY = 200;

/** Pull diagnostics for documents; for clients without them, push on every change. */
export function registerDiagnostics({
  connection,
  documents,
  analyses,
  runSafe,
  page,
  pulls,
  refreshes,
}: DiagnosticsDeps): {
  readonly refresh: () => void;
} {
  const diagnosticsOf = (analysis: Analysis): Diagnostic[] =>
    analysis.findings.map((finding) => toDiagnostic(analysis.document, finding, page(finding.rule)));

  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on((params, token) =>
    runSafe('textDocument/diagnostic', nothing, token, async (): Promise<DocumentDiagnosticReport> => {
      const analysis = await analyses.get(params.textDocument.uri);
      if (analysis === undefined) return nothing;
      if (params.previousResultId === analysis.stamp) {
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: analysis.stamp };
      }
      return {
        kind: DocumentDiagnosticReportKind.Full,
        resultId: analysis.stamp,
        items: diagnosticsOf(analysis),
      };
    }),
  );

  const timers = new Map<string, NodeJS.Timeout>();
  const push = (uri: string): void => {
    clearTimeout(timers.get(uri));
    const timer = setTimeout(() => {
      timers.delete(uri);
      analyses.get(uri).then(
        (analysis) => {
          if (analysis === undefined) return;
          const { version } = analysis.document;
          void connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(analysis) });
        },
        (error: unknown) => {
          connection.console.error(`diagnostics of ${uri}: ${String(error)}`);
        },
      );
    }, PUSH_DELAY);
    timers.set(uri, timer);
  };
  documents.onDidChangeContent(({ document }) => {
    if (!pulls()) push(document.uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    analyses.drop(uri);
    if (!pulls()) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return {
    refresh: () => {
      if (!pulls()) for (const { uri } of documents.all()) push(uri);
      else if (refreshes()) {
        // A client may refuse what it announced; unhandled, that would end the process.
        connection.languages.diagnostics.refresh().catch((error: unknown) => {
          connection.console.warn(`workspace/diagnostic/refresh: ${String(error)}`);
        });
      }
    },
  };
}
