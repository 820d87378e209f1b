import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseOfficialsFile } from '../../core/officials-file/index.js';
import { createKnownPeople, type KnownPeople } from '../../core/rules/official-name-variant/known-people.js';
import type { Message } from '../../core/rules/rule.js';
import { indexLines } from '../../core/text/line-index.js';
import { OFFICIALS_FILE } from '../../corpus/corpus-files.js';
import { decode } from './files/decode.js';
import { errorCode } from './files/error-code.js';
import type { FoundProject } from './files/project-lookup.js';

/** Something wrong with an officials file; the rest of it applies. */
export interface OfficialsProblem {
  /** Absolute path. */
  readonly file: string;
  /** From 1; undefined for the file as a whole. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly message: Message;
}

/**
 * Reads the officials file of projects, each once; undefined where a project has none.
 * @param onProblem hears of every problem once; a file that is not there is one only where the project names it
 */
export function createOfficialsReader(
  onProblem: (problem: OfficialsProblem) => void,
): (project: FoundProject) => KnownPeople | undefined {
  const known = new Map<string, KnownPeople | undefined>();
  const read = (file: string, isNamed: boolean): KnownPeople | undefined => {
    const complain = (message: Message): void => {
      onProblem({ file, line: undefined, column: undefined, message });
    };
    let bytes: Buffer;
    try {
      bytes = readFileSync(file);
    } catch (error) {
      const code = errorCode(error) ?? String(error);
      if (code === 'ENOENT' && !isNamed) return undefined;
      complain({
        en: `the officials file cannot be read (${code}); make it readable, or correct "officials" in the project file`,
        'zh-cn': `官员名单无法读取（${code}）；请使其可读，或改正项目文件中的 "officials"`,
      });
      return undefined;
    }
    const decoded = decode(bytes);
    if (decoded.kind !== 'text') {
      complain({
        en: 'the officials file is not UTF-8; save it as UTF-8',
        'zh-cn': '官员名单不是 UTF-8；请存为 UTF-8',
      });
      return undefined;
    }
    const { entries, problems } = parseOfficialsFile(decoded.text);
    const lines = indexLines(decoded.text);
    for (const { start, message } of problems) {
      const { line, character } = lines.place(start);
      onProblem({ file, line: line + 1, column: character + 1, message });
    }
    return createKnownPeople(entries);
  };
  return ({ file, folder, project: { officials } }) => {
    // Without a project file there is no project that could have one.
    if (file === undefined) return undefined;
    const name = path.resolve(folder, officials ?? OFFICIALS_FILE);
    if (!known.has(name)) known.set(name, read(name, officials !== undefined));
    return known.get(name);
  };
}
