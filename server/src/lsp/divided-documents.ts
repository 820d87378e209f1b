import {
  Disposable,
  TextDocuments,
  type Connection,
  type DidChangeTextDocumentParams,
  type DidCloseTextDocumentParams,
  type DidOpenTextDocumentParams,
  type NotificationHandler,
  type TextDocumentItem,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

type Documents = TextDocuments<TextDocument>;
type Listened = Parameters<Documents['listen']>[0];

interface Handlers {
  open: NotificationHandler<DidOpenTextDocumentParams>;
  change: NotificationHandler<DidChangeTextDocumentParams>;
  close: NotificationHandler<DidCloseTextDocumentParams>;
}

/** What a client has open: the reports, and the files beside project files, which no feature for reports may see. */
export interface DividedDocuments {
  readonly reports: Documents;
  readonly sideFiles: Documents;
  /** @param isSideFile asked once, when a document is opened */
  listen(connection: Connection, isSideFile: (document: TextDocumentItem) => boolean): void;
}

export function createDividedDocuments(): DividedDocuments {
  const reports = new TextDocuments(TextDocument);
  const sideFiles = new TextDocuments(TextDocument);
  return {
    reports,
    sideFiles,
    listen(connection, isSideFile) {
      const aside = new Set<string>();
      const [forReports, forSideFiles] = [noHandlers(), noHandlers()];
      const handlersFor = (uri: string): Handlers => (aside.has(uri) ? forSideFiles : forReports);
      // A connection has one handler for each notification.
      connection.onDidOpenTextDocument((params) => {
        const { uri } = params.textDocument;
        if (isSideFile(params.textDocument)) aside.add(uri);
        return handlersFor(uri).open(params);
      });
      connection.onDidChangeTextDocument((params) => handlersFor(params.textDocument.uri).change(params));
      connection.onDidCloseTextDocument((params) => {
        const { uri } = params.textDocument;
        const { close } = handlersFor(uri);
        aside.delete(uri);
        return close(params);
      });
      reports.listen(collect(forReports));
      sideFiles.listen(collect(forSideFiles));
    },
  };
}

function noHandlers(): Handlers {
  const nothing = (): void => undefined;
  return { open: nothing, change: nothing, close: nothing };
}

/** Takes handlers as a connection would. Saving concerns nobody here. */
function collect(handlers: Handlers): Listened {
  const kept = Disposable.create(() => undefined);
  return {
    onDidOpenTextDocument: (handler) => {
      handlers.open = handler;
      return kept;
    },
    onDidChangeTextDocument: (handler) => {
      handlers.change = handler;
      return kept;
    },
    onDidCloseTextDocument: (handler) => {
      handlers.close = handler;
      return kept;
    },
    onWillSaveTextDocument: () => kept,
    onWillSaveTextDocumentWaitUntil: () => kept,
    onDidSaveTextDocument: () => kept,
  };
}
