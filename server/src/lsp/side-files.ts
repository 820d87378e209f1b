import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { textOf, type FileContent } from '../core/json-file/file-content.js';
import type { CorpusFiles, NamedFile } from '../corpus/corpus-files.js';

/** A file beside a project file (officials, a lexicon), as the editor has it where it is open, else as the disk has it. */
export interface SideFile extends NamedFile {
  /** What an edit of this text has to name: the client's own address, and the version where it is open. */
  readonly target: { readonly uri: string; readonly version: number | null };
}

export interface SideFiles {
  /** @param path as the project file has it, relative to the project file */
  read(project: string, path: string): Promise<SideFile>;
  /** Whether it is a file that was read so far, there or not, or a folder with one inside. */
  concerns(uri: string): boolean;
  /** Whether the text of a document is another than the one read last. */
  isNews(document: TextDocument): boolean;
}

interface SideFileDeps {
  readonly files: CorpusFiles;
  /** Those of them that are open. */
  readonly documents: TextDocuments<TextDocument>;
  /** Hears of every file that is read, before it is. */
  readonly onFile: (project: string, uri: string) => void;
}

export function createSideFiles({ files, documents, onFile }: SideFileDeps): SideFiles {
  const lastRead = new Map<string, string | undefined>();
  const openAt = (uri: string): TextDocument | undefined =>
    documents.all().find((document) => files.canonical(document.uri) === uri);
  return {
    async read(project, path) {
      const owner = files.canonical(project);
      const { uri, content: stored } = await files.beside(owner, path);
      if (!lastRead.has(uri)) lastRead.set(uri, undefined);
      onFile(owner, uri);
      // Looked for last: what was opened while the disk was read counts.
      const document = openAt(uri);
      lastRead.set(uri, document === undefined ? textOf(stored) : document.getText());
      const target =
        document === undefined ? { uri, version: null } : { uri: document.uri, version: document.version };
      return { uri, content: contentOf(stored, document), target };
    },
    concerns(uri) {
      const name = files.canonical(uri);
      if (lastRead.has(name)) return true;
      for (const one of lastRead.keys()) if (one.startsWith(`${name}/`)) return true;
      return false;
    },
    isNews(document) {
      const name = files.canonical(document.uri);
      return lastRead.has(name) && lastRead.get(name) !== document.getText();
    },
  };
}

/** Of a file that is no UTF-8 an editor shows U+FFFD, or what it takes the bytes for: it counts when it is mended. */
function contentOf(stored: FileContent, document: TextDocument | undefined): FileContent {
  if (document === undefined || stored.kind === 'undecodable') return stored;
  return { kind: 'text', text: document.getText() };
}
