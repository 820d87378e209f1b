import { findMojibake, type Mojibake } from '../../encoding/mojibake.js';
import type { Report } from '../../report/types.js';
import { CharacterClass } from '../../script/characters.js';
import type { Span } from '../../text/span.js';
import { unitTable } from '../../text/unit-table.js';
import { defineRule } from '../rule.js';

/**
 * What decoding with the wrong table leaves: the replacement character, the runs it turns into when saved again,
 * and UTF-8 read as Windows-1252 or Latin-1 (a lead byte and up to three continuation bytes, each one letter).
 */
const DAMAGE = /\ufffd+|锟斤拷|(?:[\u00c2-\u00f4][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{1,3}){3,}/g;

/** What garbled text is made of where its lines look usual, and what the pattern begins with. */
const DAMAGED = CharacterClass.latin | CharacterClass.garbled | CharacterClass.invisible;

/** What Windows-1252 makes of bytes beyond ASCII. */
const LATIN = unitTable('ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™').fill(1, 0x80, 0x100);
const LATIN_ROW = 4;

/** Whether four characters in a row may have been made of bytes; the notes of a mirror page have no such row. */
function holdsLatinRow(text: string): boolean {
  // Every fourth character: a row cannot lie between two of them.
  for (let i = LATIN_ROW - 1; i < text.length; i += LATIN_ROW) {
    if (!isLatin(text.charCodeAt(i))) continue;
    let start = i;
    while (i - start < LATIN_ROW - 1 && isLatin(text.charCodeAt(start - 1))) start--;
    let end = i + 1;
    while (end - start < LATIN_ROW && isLatin(text.charCodeAt(end))) end++;
    if (end - start === LATIN_ROW) return true;
  }
  return false;
}

function isLatin(unit: number): boolean {
  return unit <= 0x2122 && LATIN[unit] === 1;
}

/** Which of the two searches over all characters can find anything: nearly every report is spared both, but for unusual lines. */
function mayHold({ classes, text }: Report): { readonly garbled: boolean; readonly lost: boolean } {
  const row = (classes & CharacterClass.latin) !== 0 && holdsLatinRow(text);
  return {
    garbled: row || (classes & CharacterClass.invisible) !== 0,
    // The pattern begins with one of the three.
    lost:
      row ||
      (classes & CharacterClass.garbled) !== 0 ||
      ((classes & CharacterClass.latin) !== 0 && text.includes('\ufffd')),
  };
}

/** How much of a garbled stretch a message quotes. */
const QUOTED = 12;

export const undecodableText = defineRule({
  id: 'undecodable-text',
  group: 'encoding',
  severity: 'error',
  fix: 'review',
  edits: ['mojibake-repaired'],
  summary: {
    en: 'Characters that were lost or garbled by a wrong encoding',
    'zh-cn': '因编码错误丢失或变乱的字符',
  },
  messages: {
    damaged: {
      en: '{count:place|places} read with a wrong encoding; reopen the file with its own (GB18030, GBK, Big5 …)',
      'zh-cn': '有 {count} 处因编码不对而变乱；请以文件本来的编码重新打开（GB18030、GBK、Big5……）',
    },
    garbled: {
      en: '{count:stretch|stretches} of {is} text read as {readAs}: “{before}” is “{after}”',
      'zh-cn': '有 {count} 处 {is} 文本被当作 {readAs} 读取：“{before}”应为“{after}”',
    },
    restore: {
      en: 'Restore {count:stretch|stretches} of {is} text read as {readAs}',
      'zh-cn': '还原 {count} 处被当作 {readAs} 读取的 {is} 文本',
    },
  },
  concerns: ({ report: { unusual, classes } }) => unusual.length > 0 || (classes & DAMAGED) !== 0,
  *check({ report, transcoder }) {
    const may = mayHold(report);
    const { text, lines, unusual } = report;
    const suspects = may.garbled ? undefined : unusual.map((line) => lines.line(line));
    const garbled = findMojibake(text, transcoder, suspects);
    for (const places of byKind(garbled)) {
      const [first] = places;
      if (first === undefined) continue;
      const { is, readAs } = first;
      const said = {
        count: places.length,
        is,
        readAs,
        before: quote(report.text.slice(first.start, first.end)),
        after: quote(first.repaired),
      };
      yield {
        message: 'garbled',
        arguments: said,
        span: first,
        places: places.map(({ start, end }) => ({ start, end })),
        fix: {
          class: 'review',
          title: 'restore',
          arguments: said,
          edits: () =>
            places.map(({ start, end, repaired }) => ({
              start,
              end,
              newText: repaired,
              kind: 'mojibake-repaired' as const,
            })),
        },
      };
    }
    const places = may.lost ? lost(report.text, garbled) : [];
    const [first] = places;
    if (first !== undefined)
      yield { message: 'damaged', arguments: { count: places.length }, span: first, places };
  },
});

/** Each way of garbling is a finding of its own; a file nearly always has one. */
function byKind(garbled: readonly Mojibake[]): Iterable<readonly Mojibake[]> {
  const kinds = new Map<string, Mojibake[]>();
  for (const one of garbled) {
    const kind = `${one.is} ${one.readAs}`;
    const places = kinds.get(kind);
    if (places === undefined) kinds.set(kind, [one]);
    else places.push(one);
  }
  return kinds.values();
}

/** Damage that cannot be restored: what stands in no stretch that can. */
function lost(text: string, garbled: readonly Mojibake[]): readonly Span[] {
  const places: Span[] = [];
  let next = 0;
  for (const { index, 0: match } of text.matchAll(DAMAGE)) {
    const end = index + match.length;
    while ((garbled[next]?.end ?? Infinity) <= index) next++;
    if ((garbled[next]?.start ?? Infinity) >= end) places.push({ start: index, end });
  }
  return places;
}

function quote(text: string): string {
  const short = [...text].slice(0, QUOTED).join('');
  return short === text ? text : `${short}…`;
}
