/** Why a file is not converted. */
export type Unreadable = 'binary' | 'not-utf-8' | 'mixed-line-ends';

export type ReadText =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: Unreadable };

/**
 * Decodes a file as VS Code would open it: UTF-8 without its BOM. Refuses what an edit in VS Code would damage:
 * bytes that are no UTF-8 would be saved as U+FFFD, and line ends of several kinds as one kind.
 */
export function readText(bytes: Uint8Array): ReadText {
  if (bytes.includes(0)) return { ok: false, why: 'binary' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, why: 'not-utf-8' };
  }
  const crlf = text.match(/\r\n/g)?.length ?? 0;
  const cr = (text.match(/\r/g)?.length ?? 0) - crlf;
  const lf = (text.match(/\n/g)?.length ?? 0) - crlf;
  const kinds = [crlf, cr, lf].filter((count) => count > 0).length;
  return kinds > 1 || cr > 0 ? { ok: false, why: 'mixed-line-ends' } : { ok: true, text };
}
