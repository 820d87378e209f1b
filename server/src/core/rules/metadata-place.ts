import type { Report } from '../report/types.js';

/**
 * Where a new metadata line goes: behind the headline block, in front of the metadata and the body.
 * A raw UTF-16 offset at the start of a line, or the end of the text.
 */
export function metadataPlace({ zones, text, lines, later }: Report): number {
  const [next] = later;
  const titles = zones.filter(
    ({ kind, start }) =>
      (kind === 'headline' || kind === 'subheadline' || kind === 'kicker') &&
      (next === undefined || start < next.start),
  );
  const last = titles.at(-1);
  if (last !== undefined) {
    const { line } = lines.place(last.end);
    return line + 1 < lines.count ? lines.line(line + 1).start : text.length;
  }
  const first = zones.find(({ kind }) => kind === 'metadata' || kind === 'lead' || kind === 'paragraph');
  return first === undefined ? text.length : lines.line(lines.place(first.start).line).start;
}

/** The line end that the text uses; LF when it has none. */
export function lineEnd(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** A metadata line of the report's script as an insertion at {@link metadataPlace}; `value` is a snippet. */
export function insertedLine(
  report: Report,
  label: { readonly simplified: string; readonly traditional: string },
  value: string,
): string {
  const word = report.script.majority === 'traditional' ? label.traditional : label.simplified;
  const end = lineEnd(report.text);
  const place = metadataPlace(report);
  const before = place === report.text.length && !/[\r\n]$/.test(report.text) && place > 0 ? end : '';
  return `${before}${word}：${value}${end}`;
}

/** Escapes text for use inside a snippet (`$`, `}` and `\` have a meaning there). */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
