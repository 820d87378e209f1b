import * as vscode from 'vscode';
import { CONVERT, type ConvertParams, type ConvertReply } from '../../../../server/src/lsp/protocol.js';
import { openDocuments, type PlannedFile } from '../../commands/apply-to-files.js';
import { mergeEdits } from '../../commands/merge-edits.js';
import type { Report } from '../../commands/when-long.js';
import { shownPath } from '../../reports/report-document.js';
import type { LanguageServer } from '../../server/language-server.js';
import { whyLeftOut } from './left-out.js';
import type { FileOfPlan, LeftOutFile } from './plan.js';
import type { PlanTarget } from './plan-targets.js';
import { readSource } from './source-text.js';

/** A file of the plan with all that is needed to convert it. */
export interface ScannedFile extends FileOfPlan, PlannedFile {}

export interface Scan {
  /** Those that the conversion changes. */
  readonly files: readonly ScannedFile[];
  readonly leftOut: readonly LeftOutFile[];
  /** It ended early, with more files than a plan may hold. */
  readonly tooMany: boolean;
}

/** Files under way at once: each waits twice for VS Code's file system, which answers from another process. */
const AT_ONCE = 32;

/** Finds out what the conversion would do to each file. Ends early when cancelled, or with more than `most` to change. */
export async function scanFiles(
  server: LanguageServer,
  to: PlanTarget,
  uris: readonly vscode.Uri[],
  most: number,
  token: vscode.CancellationToken,
  report: Report,
): Promise<Scan> {
  const files: ScannedFile[] = [];
  const leftOut: LeftOutFile[] = [];
  const open = openDocuments();
  const left = uris.values();
  const work = async (): Promise<void> => {
    for (const uri of left) {
      if (token.isCancellationRequested || files.length > most) return;
      const path = shownPath(uri);
      const address = uri.toString();
      const source = await readSource(uri, open.get(address));
      report(path, 1 / uris.length);
      if (typeof source === 'string') {
        leftOut.push({ address, path, why: whyLeftOut(source, vscode.l10n.t) });
        continue;
      }
      const params: ConvertParams = { to, uri: address, text: source.text };
      const reply = (await server.request(CONVERT, params, token)) as ConvertReply;
      if (reply.edits.length === 0) continue;
      const { state, text } = source;
      const { ambiguous, leftovers, names, summary } = reply;
      // Cursors and selections of an open document survive single edits only.
      const edits = state.version === undefined ? mergeEdits(text, reply.edits) : reply.edits;
      const { unsaved } = state;
      files.push({ uri, address, path, unsaved, state, edits, summary, names, ambiguous, leftovers });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { files, leftOut, tooMany: files.length > most };
}
