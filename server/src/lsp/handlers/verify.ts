import type { CancellationToken, Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Transcoder } from '../../core/encoding/transcoder.js';
import { createConverter } from '../../core/script/converter.js';
import type { ReportService } from '../../core/service.js';
import { describeChanges, describeUndeclared } from '../../core/verify/describe.js';
import { createVerifier, type Verifier } from '../../core/verify/verify.js';
import { toRange } from '../convert.js';
import { VERIFY, type VerifyParams, type VerifyReply } from '../protocol.js';
import type { RunSafe } from '../run-safe.js';
import type { SettingsStore } from '../settings.js';

interface VerifyDeps {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly service: ReportService;
  readonly settings: SettingsStore;
  readonly transcoder: Transcoder | undefined;
  readonly runSafe: RunSafe;
}

/** How much of a changed wording a message quotes, in UTF-16 units. */
const QUOTED = 40;

/** Answers whether a report differs from an older text of it by declared kinds of edit only. */
export function registerVerify(deps: VerifyDeps): void {
  const { connection, documents, service, settings, transcoder, runSafe } = deps;
  let verifier: Verifier | undefined;
  connection.onRequest(VERIFY, (params: VerifyParams, token: CancellationToken) =>
    runSafe.orReject(VERIFY, token, async (): Promise<VerifyReply> => {
      const own = await settings.get(params.uri);
      const open = params.text === undefined ? documents.get(params.uri) : undefined;
      const changed = open ?? TextDocument.create(params.uri, 'plaintext', 0, params.text ?? '');
      const original = TextDocument.create(params.uri, 'plaintext', 0, params.original);
      verifier ??= createVerifier({
        parse: (text, used) => service.parse(text, used),
        rules: service.rules,
        converter: createConverter(),
        transcoder,
      });
      const result = verifier(params.original, changed.getText(), own);
      if (result.kind === 'same') return { verdict: 'same' };
      if (result.kind === 'declared') {
        const { counts } = result;
        return { verdict: 'declared', counts, message: describeChanges(counts, own.language) };
      }
      const ranges = {
        original: toRange(original, result.first.original),
        changed: toRange(changed, result.first.changed),
      };
      for (const { rule, error } of result.failures)
        connection.console.error(`rule ${rule} failed and was skipped: ${String(error)}`);
      const [before, after] = [original.getText(ranges.original), changed.getText(ranges.changed)];
      return {
        verdict: 'undeclared',
        first: ranges,
        message: describeUndeclared(quote(before), quote(after), own.language),
      };
    }),
  );
}

function quote(text: string): string {
  return text.length <= QUOTED ? text : `${text.slice(0, QUOTED)}…`;
}
