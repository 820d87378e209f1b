import { readFileSync } from 'node:fs';
import type { ReadProblem } from '../../core/json-file/problem.js';
import type { Message } from '../../core/rules/rule.js';
import { indexLines } from '../../core/text/line-index.js';
import { decode } from './files/decode.js';
import { errorCode } from './files/error-code.js';

/** Something wrong with a file that a project file names; the rest of it applies. */
export interface SideFileProblem {
  /** Absolute path. */
  readonly file: string;
  /** From 1; undefined for the file as a whole. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly message: Message;
}

export type OnSideFileProblem = (problem: SideFileProblem) => void;

/** What kind of file it is, for messages, and the key of the project file that names it. */
export interface SideFileKind {
  readonly name: Message;
  readonly key: 'officials' | 'lexicons';
  /** Whether a file that is not there is a problem. */
  readonly required: boolean;
}

/** The text of a file beside a project file; undefined when it cannot be read, which is told. */
export function readSideFile(
  file: string,
  { name, key, required }: SideFileKind,
  onProblem: OnSideFileProblem,
): string | undefined {
  const complain = (message: Message): void => {
    onProblem({ file, line: undefined, column: undefined, message });
  };
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = errorCode(error) ?? String(error);
    if (code === 'ENOENT' && !required) return undefined;
    complain({
      en: `the ${name.en} cannot be read (${code}); make it readable, or correct "${key}" in the project file`,
      'zh-cn': `${name['zh-cn']}无法读取（${code}）；请使其可读，或改正项目文件中的 "${key}"`,
    });
    return undefined;
  }
  const decoded = decode(bytes);
  if (decoded.kind === 'text') return decoded.text;
  complain({
    en: `the ${name.en} is not UTF-8; save it as UTF-8`,
    'zh-cn': `${name['zh-cn']}不是 UTF-8；请存为 UTF-8`,
  });
  return undefined;
}

/** Tells problems in a file's text with line and column. */
export function tellProblems(
  file: string,
  text: string,
  problems: readonly ReadProblem[],
  onProblem: OnSideFileProblem,
): void {
  const lines = indexLines(text);
  for (const { start, message } of problems) {
    const { line, character } = lines.place(start);
    onProblem({ file, line: line + 1, column: character + 1, message });
  }
}
