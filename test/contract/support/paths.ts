import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export const inRoot = (...parts: readonly string[]): string => path.join(ROOT, ...parts);
export const read = (...parts: readonly string[]): string => readFileSync(inRoot(...parts), 'utf8');
export const readJson = (...parts: readonly string[]): unknown => JSON.parse(read(...parts));

/** Material beside the checkout that is no part of it: the seeds and the measured tables. */
export const SHARED = path.join(ROOT, '..', 'shared');
export const hasShared = existsSync(path.join(SHARED, 'corpus'));

/** All files below a folder, relative to it, with `/` between the parts. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** The invented reports of the fixtures. */
export function fixtureReports(): { readonly name: string; readonly text: string }[] {
  const folder = inRoot('test/fixtures');
  return filesBelow(folder)
    .filter((name) => /^corpus\/.*\.(?:txt|report)$|^reports\/[^/]+\/input\.txt$/.test(name))
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}
