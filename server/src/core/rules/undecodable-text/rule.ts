import type { Mojibake } from '../../encoding/mojibake.js';
import { defineRule } from '../rule.js';
import { findDamage, mayBeDamaged } from './damage.js';

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
  concerns: ({ report }) => mayBeDamaged(report),
  *check({ report, transcoder }) {
    const { garbled, lost } = findDamage(report, transcoder);
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
    const [first] = lost;
    if (first !== undefined)
      yield { message: 'damaged', arguments: { count: lost.length }, span: first, places: lost };
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

function quote(text: string): string {
  const short = [...text].slice(0, QUOTED).join('');
  return short === text ? text : `${short}…`;
}
