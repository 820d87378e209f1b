import { readFileSync, statSync } from 'node:fs';
import { textOf, type FileContent } from '../../../core/json-file/file-content.js';
import type { ReadProblem } from '../../../core/json-file/problem.js';
import type { Message } from '../../../core/rules/rule.js';
import { indexLines } from '../../../core/text/line-index.js';
import { decode, type Decoded, type Undecodable } from './decode.js';
import { readReport, unreadable, type Unreadable } from './read-report.js';

/** Something wrong with a project file or a file that one names; the rest of it applies. */
export interface UserFileProblem {
  /** Absolute path. */
  readonly file: string;
  /** From 1; undefined for the file as a whole. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly message: Message;
}

export type OnUserFileProblem = (problem: UserFileProblem) => void;

/** Reads a project file or one that a project names (absolute path). */
export async function readUserFile(file: string): Promise<FileContent> {
  return contentOf(await readReport(file));
}

/** Like {@link readUserFile}, and with the same answers. */
export function readUserFileSync(file: string): FileContent {
  try {
    const status = statSync(file);
    // A device need not have an end.
    if (!status.isFile() && !status.isFIFO()) return { kind: 'no-file' };
    return contentOf(decode(readFileSync(file)));
  } catch (error) {
    return contentOf(unreadable(error));
  }
}

function contentOf(read: Decoded | Undecodable | Unreadable): FileContent {
  switch (read.kind) {
    case 'text':
      return { kind: 'text', text: read.text };
    case 'undecodable':
    case 'missing':
      return { kind: read.kind };
    case 'folder':
    case 'special':
      return { kind: 'no-file' };
    case 'denied':
    case 'too-large':
    case 'failed':
      return { kind: 'unreadable', code: read.code ?? 'EFBIG' };
  }
}

/** Tells the problems of a file: with line and column where it has a text. */
export function tellProblems(
  file: string,
  content: FileContent,
  problems: readonly ReadProblem[],
  onProblem: OnUserFileProblem,
): void {
  const text = textOf(content);
  const lines = text === undefined ? undefined : indexLines(text);
  for (const { start, message } of problems) {
    const place = lines?.place(start);
    onProblem({
      file,
      line: place && place.line + 1,
      column: place && place.character + 1,
      message,
    });
  }
}
