import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { newProjectFile, PROJECT_FILE } from '../../core/project-file.js';
import { errorCode } from '../../platform/node/files/error-code.js';
import type { Session } from '../session.js';
import { visible } from '../terminal.js';

/** Makes a folder a corpus: writes a project file with the defaults into it, never over one that is there. */
export async function init(session: Session, folder: string): Promise<void> {
  const { terminal, texts } = session;
  const name = join(folder, PROJECT_FILE);
  try {
    await writeFile(resolve(terminal.cwd, name), newProjectFile(), { flag: 'wx' });
  } catch (error) {
    session.problem(name, refusal(session, errorCode(error)));
    return;
  }
  await terminal.out(`${visible(`${name}: ${texts.init.written()}`)}\n`);
}

function refusal({ texts }: Session, code: string | undefined): string {
  switch (code) {
    case 'EEXIST':
      return texts.init.exists();
    case 'ENOENT':
    case 'ENOTDIR':
      return texts.init.noFolder();
    default:
      return texts.init.failed(code ?? 'unknown');
  }
}
