import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import { undecodableText } from '../../core/rules/undecodable-text/rule.js';
import type { Finding } from '../../core/rules/run.js';
import type { Span } from '../../core/text/span.js';
import type { Analysis } from '../analyses.js';
import type { DetectFile } from '../ports.js';
import { REOPEN_WITH_ENCODING, type ReopenEncoding } from '../protocol.js';

const LABELS: Readonly<Record<ReopenEncoding, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030',
  big5: 'Big5',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};

/**
 * Offers to reopen a document whose damage is not in the file: it was opened with an encoding that is not the
 * file's. Damage that the file itself holds stays whatever it is opened with.
 */
export async function reopenActions(
  { document, findings, report, settings }: Analysis,
  range: Span,
  params: CodeActionParams,
  detect: DetectFile,
): Promise<CodeAction[]> {
  const finding = findings.find((one) => one.rule === undecodableText.id && touches(one, range));
  if (finding === undefined) return [];
  const file = await detect(document.uri);
  const [place = finding] = finding.places;
  if (file === undefined || file.text.includes(report.text.slice(place.start, place.end))) return [];
  const percent = `${String(Math.round(file.confidence * 100))} %`;
  const label = LABELS[file.encoding];
  const title =
    settings.language === 'en'
      ? `Reopen with encoding ${label} (confidence ${percent})`
      : `用编码 ${label} 重新打开（可信度 ${percent}）`;
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: params.context.diagnostics.filter(({ code }) => code === undecodableText.id),
      command: { title, command: REOPEN_WITH_ENCODING, arguments: [document.uri, file.encoding] },
    },
  ];
}

function touches({ start, end, places }: Finding, range: Span): boolean {
  return [{ start, end }, ...places].some((place) => place.start <= range.end && place.end >= range.start);
}
