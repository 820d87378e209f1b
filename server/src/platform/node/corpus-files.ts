import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT_FILE } from '../../core/project-file.js';
import type { CorpusFiles } from '../../corpus/corpus-files.js';
import { hrefOf, pathOfUri } from './file-uri.js';
import { createProjectLookup, type FoundProject, type ProjectLookup } from './files/project-lookup.js';
import { readReport } from './files/read-report.js';
import { readUserFile } from './files/user-file.js';
import { walkReports } from './files/walk.js';

/**
 * Finds and reads the files of corpora on the disk.
 * @param lookup what is wrong in a project file is told where reports are checked; here the rest of it applies
 */
export function createCorpusFiles(lookup: ProjectLookup = createProjectLookup()): CorpusFiles {
  const projectAt = async (project: string): Promise<FoundProject | undefined> => {
    const file = pathOfUri(project);
    if (file === undefined) return undefined;
    const found = await lookup.nearest(path.dirname(file));
    return found?.file === file ? found : undefined;
  };
  const read = async (uri: string): Promise<string | undefined> => {
    const file = pathOfUri(uri);
    const found = file === undefined ? undefined : await readReport(file);
    return found?.kind === 'text' ? found.text : undefined;
  };
  return {
    canonical,
    async list(project) {
      const found = await projectAt(project);
      if (found === undefined) return [];
      const { reports } = await walkReports(found.folder, lookup);
      return reports
        .filter((report) => report.project.file === found.file)
        .map((report) => hrefOf(path.join(found.folder, report.path)));
    },
    async isReport(project, uri) {
      const file = pathOfUri(uri);
      if (file === undefined) return false;
      const nearest = await lookup.nearest(path.dirname(file));
      return nearest?.file !== undefined && hrefOf(nearest.file) === project && nearest.isReport(file);
    },
    async isFolder(uri) {
      const file = pathOfUri(uri);
      const found = file === undefined ? undefined : await stat(file).catch(() => undefined);
      return found?.isDirectory() === true;
    },
    read,
    async projectsOf(folder) {
      const root = pathOfUri(folder);
      if (root === undefined) return [];
      const inside = await projectFilesBelow(root);
      const above = (await lookup.nearest(root))?.file;
      return [...new Set([...(above === undefined ? [] : [above]), ...inside])].map(hrefOf);
    },
    async beside(project, name) {
      const uri = canonical(new URL(encodePath(name), project).href);
      const file = pathOfUri(uri);
      return { uri, content: file === undefined ? { kind: 'missing' } : await readUserFile(file) };
    },
    relative(from, to) {
      const [start, end] = [pathOfUri(from), pathOfUri(to)];
      if (start === undefined || end === undefined) return undefined;
      const between = path.relative(path.dirname(start), end);
      // On another drive there is no way.
      return path.isAbsolute(between) ? undefined : between.split(path.sep).join('/');
    },
    forget: () => {
      lookup.forget();
    },
  };
}

function canonical(uri: string): string {
  const file = pathOfUri(uri);
  return file === undefined ? uri : hrefOf(file);
}

/** A path as part of an address: `#`, `?` and `%` in a name are no syntax. */
function encodePath(name: string): string {
  return name.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}

/** Project files in a folder and below, outside the folders that tools fill. */
async function projectFilesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(async (entry): Promise<string[]> => {
      const name = path.join(folder, entry.name);
      if (entry.name === PROJECT_FILE) return [name];
      const isEntered = entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.');
      return isEntered ? projectFilesBelow(name) : [];
    }),
  );
  return found.flat();
}
