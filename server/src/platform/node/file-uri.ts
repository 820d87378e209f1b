import { fileURLToPath, pathToFileURL } from 'node:url';

/** The path of a `file:` address; undefined for one that is no path here (a host, an escaped slash). */
export function pathOfUri(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** The address of an absolute path, in the one form in which addresses are compared. */
export function hrefOf(file: string): string {
  // Windows knows a drive by either case, editors write it small.
  return pathToFileURL(file).href.replace(/^file:\/\/\/[A-Z]:/, (start) => start.toLowerCase());
}
