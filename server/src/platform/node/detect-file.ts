import { fileURLToPath } from 'node:url';
import type { DetectFile } from '../../lsp/handlers/reopen-encoding.js';
import { readReport } from './files/read-report.js';
import { decodeLeniently } from './transcoder.js';

/** Recognises the encoding of a file on a disk; of other documents nothing is known. */
export const detectFile: DetectFile = async (uri) => {
  if (!uri.startsWith('file:')) return undefined;
  const read = await readReport(fileURLToPath(uri));
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
