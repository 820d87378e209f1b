import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_FILE } from '../../core/project-file.js';
import type { FoundProject, ProjectSource } from '../../lsp/ports.js';
import { pathOfUri } from './file-uri.js';

/** Looks for the project file upwards from a report on disk; each folder is asked once until `forget`. */
export function createProjectSource(): ProjectSource {
  const known = new Map<string, Promise<FoundProject | undefined>>();
  const inFolder = async (folder: string): Promise<FoundProject | undefined> => {
    const file = path.join(folder, PROJECT_FILE);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) return { uri: pathToFileURL(file).href, text: text.replace(/^\ufeff/, '') };
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
    find: (uri) => {
      const file = pathOfUri(uri);
      return file === undefined ? Promise.resolve(undefined) : lookUp(path.dirname(file));
    },
    forget: () => {
      known.clear();
    },
  };
}
