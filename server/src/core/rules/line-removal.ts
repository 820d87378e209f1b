import type { Report, Zone } from '../report/types.js';
import type { EditKind, TextEdit } from '../text/edit.js';

/**
 * The edit that takes a zone out: the whole line with its line end when the zone is all the line holds, else the
 * zone with the white space in front of it.
 */
export function zoneRemoval({ text, lines }: Report, zone: Zone, kind: EditKind): TextEdit {
  const index = lines.place(zone.start).line;
  const line = lines.line(index);
  const alone =
    text.slice(line.start, zone.start).trim() === '' && text.slice(zone.end, line.end).trim() === '';
  if (!alone) {
    let { start } = zone;
    while (start > line.start && /\s/.test(text.charAt(start - 1))) start--;
    return { start, end: zone.end, newText: '', kind };
  }
  // A byte order mark belongs to the file, not to its first line.
  const lineStart = line.start === 0 && text.startsWith('\ufeff') ? 1 : line.start;
  if (index + 1 < lines.count)
    return { start: lineStart, end: lines.line(index + 1).start, newText: '', kind };
  const start = index > 0 ? lines.line(index - 1).end : lineStart;
  return { start, end: line.end, newText: '', kind };
}
