import type { FileContent } from '../core/json-file/file-content.js';

/** The name of an officials file where the project file names none. */
export const OFFICIALS_FILE = 'officials.json';

/** A file beside a project file, as the project names it. */
export interface NamedFile {
  readonly uri: string;
  readonly content: FileContent;
}

/** What a platform knows of the files of corpora. Addresses are `file:` URIs in the one form of `canonical`. */
export interface CorpusFiles {
  /** The one form of an address: editors escape more or fewer characters of a path. Others than files stay as they are. */
  canonical(uri: string): string;
  /** The reports of the project with this project file; those of a project inside it are not its own. */
  list(project: string): Promise<readonly string[]>;
  /** Whether a file is a report of the project. */
  isReport(project: string, uri: string): Promise<boolean>;
  /** Whether it is a folder as the disk has it now. Never throws. */
  isFolder(uri: string): Promise<boolean>;
  /** The text of a report; undefined when there is no such file, or it is no UTF-8 text. Never throws. */
  read(uri: string): Promise<string | undefined>;
  /** The project files at and below a folder; without one there, the nearest one above it. */
  projectsOf(folder: string): Promise<readonly string[]>;
  /** A file that a project names by a path relative to its project file. */
  beside(project: string, path: string): Promise<NamedFile>;
  /** The path from one file's folder to another file, with `/`; undefined where there is none. */
  relative(from: string, to: string): string | undefined;
  /** Project files changed: what is known of them is asked for again. */
  forget(): void;
}
