import { defineRule } from '../rule.js';

/**
 * What decoding with the wrong table leaves: the replacement character, the runs it turns into when saved again,
 * and UTF-8 read as Windows-1252 or Latin-1 (a lead byte and up to three continuation bytes, each one letter).
 */
const DAMAGE = /\ufffd+|锟斤拷|(?:[\u00c2-\u00f4][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{1,3}){3,}/g;

export const undecodableText = defineRule({
  id: 'undecodable-text',
  group: 'encoding',
  severity: 'error',
  fix: 'none',
  edits: [],
  summary: {
    en: 'Characters that were lost or garbled by a wrong encoding',
    'zh-cn': '因编码错误丢失或变乱的字符',
  },
  messages: {
    damaged: {
      en: '{count:place|places} read with a wrong encoding; reopen the file with its own (GB18030, GBK, Big5 …)',
      'zh-cn': '有 {count} 处因编码不对而变乱；请以文件本来的编码重新打开（GB18030、GBK、Big5……）',
    },
  },
  *check({ report }) {
    const places = [...report.text.matchAll(DAMAGE)].map(({ index, 0: text }) => ({
      start: index,
      end: index + text.length,
    }));
    const [first] = places;
    if (first === undefined) return;
    yield { message: 'damaged', arguments: { count: places.length }, span: first, places };
  },
});
