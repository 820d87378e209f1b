import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_FILE } from '../../../core/project-file.js';
import type { FoundProject, ProjectLookup } from './project-lookup.js';
import { unreadable, type Unreadable } from './read-report.js';
import { isTemporaryName } from './temporary-files.js';

/** A report found in a folder. */
export interface FoundReport {
  /** Relative to the folder that was walked, with the separators of the system. */
  readonly path: string;
  /** Absolute, links resolved: what tells two names of one file. */
  readonly real: string;
  readonly project: FoundProject;
}

export interface Walked {
  /** Ascending by path, compared by UTF-16 units. */
  readonly reports: readonly FoundReport[];
  /** Folders that could not be listed, relative like `reports` (empty for the walked folder itself). */
  readonly failures: readonly { readonly path: string; readonly reason: Unreadable }[];
}

interface Folder {
  readonly path: string;
  readonly project: FoundProject;
}

/**
 * Finds the reports of a folder (absolute path). Each file asks the nearest project file, one inside the folder
 * too; where there is none the walked folder counts as a project with the defaults.
 *
 * Symbolic links are followed, real folders first, and each real folder is listed once: a cycle ends there.
 */
export async function walkReports(root: string, lookup: ProjectLookup): Promise<Walked> {
  const reports: FoundReport[] = [];
  const failures: { path: string; reason: Unreadable }[] = [];
  const listed = new Set<string>();
  let folders: Folder[] = [{ path: '', project: (await lookup.nearest(root)) ?? lookup.implied(root) }];
  let links: Folder[] = [];

  async function list({ path, project: above }: Folder): Promise<Folder[]> {
    const absolute = join(root, path);
    let entries: Dirent[];
    let real: string;
    try {
      real = await realpath(absolute);
      if (listed.has(real)) return [];
      listed.add(real);
      entries = await readdir(absolute, { withFileTypes: true });
    } catch (error) {
      failures.push({ path, reason: unreadable(error) });
      return [];
    }
    const project = entries.some(({ name }) => name === PROJECT_FILE)
      ? ((await lookup.nearest(absolute)) ?? above)
      : above;
    const inside: Folder[] = [];
    for (const entry of entries) {
      const kind = await kindOf(entry, absolute);
      const name = join(path, entry.name);
      if (kind === 'file') {
        if (isTemporaryName(entry.name) || !project.isReport(join(absolute, entry.name))) continue;
        const plain = join(real, entry.name);
        reports.push({
          path: name,
          real: entry.isFile() ? plain : await realpath(plain).catch(() => plain),
          project,
        });
      } else if (kind !== 'other' && !isClosed(entry.name, join(absolute, entry.name), project)) {
        (kind === 'folder' ? inside : links).push({ path: name, project });
      }
    }
    return inside;
  }

  while (folders.length > 0) {
    const next: Folder[] = [];
    for (const folder of folders.sort(byPath)) next.push(...(await list(folder)));
    folders = next;
    if (folders.length === 0) [folders, links] = [links, []];
  }
  return { reports: reports.sort(byPath), failures: failures.sort(byPath) };
}

/**
 * Whether a folder is not even entered. Excluded folders as a rule are: a project file inside them counts for its
 * own files. Only the ones that tools fill by the ten thousand are skipped, as long as the project excludes them.
 */
function isClosed(name: string, path: string, project: FoundProject): boolean {
  return (name === 'node_modules' || name.startsWith('.')) && project.excludesFolder(path);
}

async function kindOf(entry: Dirent, folder: string): Promise<'file' | 'folder' | 'linked-folder' | 'other'> {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'other';
  try {
    const status = await stat(join(folder, entry.name));
    return status.isDirectory() ? 'linked-folder' : status.isFile() ? 'file' : 'other';
  } catch {
    // A link to nowhere is a file that cannot be read: reading it says so.
    return 'file';
  }
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
