import type { CancellationToken, Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReportService } from '../../core/service.js';
import { toSpan, toTextEdits } from '../convert.js';
import { CONVERT, type ConvertParams, type ConvertReply } from '../protocol.js';
import type { RunSafe } from '../run-safe.js';
import type { SettingsStore } from '../settings.js';

interface ConvertDeps {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly service: ReportService;
  readonly settings: SettingsStore;
  readonly runSafe: RunSafe;
}

/** Answers what a script conversion would change; applying it is the client's. */
export function registerConvert({ connection, documents, service, settings, runSafe }: ConvertDeps): void {
  connection.onRequest(CONVERT, (params: ConvertParams, token: CancellationToken) =>
    runSafe.orReject(CONVERT, token, async (): Promise<ConvertReply> => {
      const { protected: words } = await settings.get(params.uri);
      const open = params.text === undefined ? documents.get(params.uri) : undefined;
      const document = open ?? TextDocument.create(params.uri, 'plaintext', 0, params.text ?? '');
      const conversion = service.convert(document.getText(), {
        to: params.to,
        protected: words,
        ...(params.ranges === undefined
          ? {}
          : { ranges: params.ranges.map((range) => toSpan(document, range)) }),
      });
      const { charactersChanged, notesRemoved, names, leftovers } = conversion;
      return {
        edits: toTextEdits(document, conversion.edits),
        ...(open === undefined ? {} : { version: open.version }),
        summary: { charactersChanged, notesRemoved, names, leftovers },
      };
    }),
  );
}
