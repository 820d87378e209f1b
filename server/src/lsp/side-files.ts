import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
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
      const { uri, text } = await files.beside(owner, path);
      if (!lastRead.has(uri)) lastRead.set(uri, undefined);
      onFile(owner, uri);
      // Looked for last: what was opened while the disk was read counts.
      const document = openAt(uri);
      const now = document === undefined ? text : document.getText();
      lastRead.set(uri, now);
      const target =
        document === undefined ? { uri, version: null } : { uri: document.uri, version: document.version };
      return { uri, text: now, target };
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
