import type { Report } from '../report/types.js';
import { writtenName } from '../report/written-name.js';
import { scriptOf } from '../script/characters.js';
import type { Converter } from '../script/converter.js';
import type { Span } from '../text/span.js';
import { nameKey } from '../officials-file/index.js';

/** Another name in the place of a mention; raw UTF-16 offsets. */
export interface NameEdit extends Span {
  readonly newText: string;
}

/**
 * Replaces every mention of a name, pinyin notes included, by another name in the script of the report. A mention by
 * the surname alone gets the new surname; a padded name of two characters keeps its padding.
 */
export function renameIn(report: Report, name: string, wanted: string, converter: Converter): NameEdit[] {
  const key = nameKey(name);
  const edits: NameEdit[] = [];
  for (const official of report.officials) {
    if (nameKey(official.name) !== key) continue;
    for (const { start, end } of official.mentions) {
      const written = writtenName(report, { start, end }).text;
      const target = inScriptOf(report, written, wanted, converter);
      const part = nameKey(written);
      const raw = report.text.slice(start, end);
      if (part !== key) {
        // A mention by a part of the name; anything else that resolves to the person is no writing of the name.
        if (!key.startsWith(part)) continue;
        const surname = [...target].slice(0, [...written].length).join('');
        if (surname !== written) edits.push({ start, end, newText: surname });
        continue;
      }
      const newText = padded(raw, target);
      if (newText !== raw) edits.push({ start, end, newText });
    }
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** A name of two characters is often spread over the width of three: 王　菲. */
function padded(raw: string, target: string): string {
  const padding = /^\p{Script=Han}([\s\u3000]+)\p{Script=Han}$/u.exec(raw)?.[1];
  const characters = [...target];
  return padding === undefined || characters.length !== 2 ? target : characters.join(padding);
}

function inScriptOf({ script }: Report, written: string, wanted: string, converter: Converter): string {
  const wants = script.majority ?? scriptOf(written);
  if (wants === undefined) return wanted;
  return converter.name(wanted, wants === 'traditional' ? 's2t' : 't2s').text;
}
