import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PROJECT_FILE } from '../../core/project-file.js';
import type { FoundProject, ProjectSource } from '../../lsp/settings.js';

/** Looks for the project file upwards from a report on disk; each folder is asked once until `forget`. */
export function createProjectSource(): ProjectSource {
  const known = new Map<string, Promise<FoundProject | undefined>>();
  const inFolder = async (folder: string): Promise<FoundProject | undefined> => {
    const file = path.join(folder, PROJECT_FILE);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) return { uri: pathToFileURL(file).href, text };
    const parent = path.dirname(folder);
    return parent === folder ? undefined : lookUp(parent);
  };
  const lookUp = (folder: string): Promise<FoundProject | undefined> => {
    let found = known.get(folder);
    if (found === undefined) {
      found = inFolder(folder);
      known.set(folder, found);
    }
    return found;
  };
  return {
    find: (uri) =>
      uri.startsWith('file:') ? lookUp(path.dirname(fileURLToPath(uri))) : Promise.resolve(undefined),
    forget: () => {
      known.clear();
    },
  };
}
