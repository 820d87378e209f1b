import type { DetectFile } from '../../lsp/ports.js';
import { readReport } from './files/read-report.js';
import { pathOfUri } from './file-uri.js';
import { decodeLeniently } from './transcoder.js';

/** Recognises the encoding of a file on a disk; of other documents nothing is known. */
export const detectFile: DetectFile = async (uri) => {
  const file = pathOfUri(uri);
  if (file === undefined) return undefined;
  const read = await readReport(file);
  if (read.kind === 'text') return { encoding: 'utf-8', confidence: 1, text: read.text };
  if (read.kind !== 'undecodable') return undefined;
  const { looksLike, confidence, bytes } = read;
  switch (looksLike) {
    case 'gb18030':
    case 'big5':
    case 'utf-16le':
    case 'utf-16be':
      return { encoding: looksLike, confidence, text: decodeLeniently(bytes, looksLike) };
    default:
      return undefined;
  }
};
