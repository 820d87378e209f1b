import type { Span } from '../text/span.js';

/** Cuts one line of Simplified text into words; spans are UTF-16 offsets into the line, ascending. */
export interface Segmenter {
  segment(line: string): Promise<readonly Span[]>;
}

/** Longer lines are cut at clause marks first: Intl.Segmenter is worse than quadratic on one long string. */
const LONGEST = 400;

/** Word boundaries by ICU's dictionary: always there, knows few names and no terms of office. */
export function createIntlSegmenter(): Segmenter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return {
    segment: (line) => {
      const words: Span[] = [];
      for (const { start, end } of chunks(line)) {
        for (const { index, segment } of segmenter.segment(line.slice(start, end))) {
          words.push({ start: start + index, end: start + index + segment.length });
        }
      }
      return Promise.resolve(words);
    },
  };
}

function* chunks(line: string): Generator<Span> {
  let start = 0;
  while (start < line.length) {
    let end = Math.min(line.length, start + LONGEST);
    if (end < line.length) {
      let cut = end;
      while (cut > start && !/[，。；：、！？,;:!?\s]/.test(line.charAt(cut - 1))) cut--;
      if (cut > start) end = cut;
    }
    yield { start, end };
    start = end;
  }
}
