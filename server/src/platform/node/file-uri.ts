import { fileURLToPath } from 'node:url';

/** The path of a `file:` address; undefined for one that is no path here (a host, an escaped slash). */
export function pathOfUri(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
