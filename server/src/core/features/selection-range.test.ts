import { describe, expect, it } from 'vitest';
import { createIntlSegmenter } from '../segment/segmenter.js';
import { readCursor } from '../testing/marked-text.js';
import { parse, words } from '../testing/service.js';
import { selectionRanges } from './selection-range.js';

async function expand(marked: string): Promise<string[]> {
  const { text, offset } = readCursor(marked);
  return words(text, await selectionRanges(parse(text), offset, createIntlSegmenter()));
}

describe('selectionRanges', () => {
  it('goes from the word to the clause, the sentence, the paragraph, the part and everything', async () => {
    const ranges = await expand(
      '清溪市召开防汛工作会议\n6月12日上午,清溪市召开会议,部‸署工作。会议强调责任。\n会议要求,各地抓好落实,排查隐患,确保群众安全度汛。\n',
    );
    expect(ranges.slice(0, 4)).toEqual([
      '部署',
      '部署工作',
      '6月12日上午,清溪市召开会议,部署工作。',
      '6月12日上午,清溪市召开会议,部署工作。会议强调责任。',
    ]);
    expect(ranges[4]).toMatch(/^6月12日上午[^]*度汛。$/);
    expect(ranges).toHaveLength(6);
  });
  it('takes words with their notes', async () => {
    const [word] = await expand('清溪市召開(kāi)防汛會‸(huì)議,強(qiáng)調(diào)要壓實(shí)責(zé)任。');
    expect(word).toBe('會(huì)議');
  });
  it('takes the name of an official as one word', async () => {
    const [word] = await expand('市委书记何书‸田主持会议并讲话,强调要压实责任。');
    expect(word).toBe('何书田');
  });
  it.each(['‸', '会议‸', '‸\n\n', '。‸。', 'a‸😀'])('nests ranges in %j', async (marked) => {
    const { text, offset } = readCursor(marked);
    const ranges = await selectionRanges(parse(text), offset, createIntlSegmenter());
    ranges.forEach((range, i) => {
      const inner = ranges[i - 1];
      if (inner === undefined) return;
      expect(range.start).toBeLessThanOrEqual(inner.start);
      expect(range.end).toBeGreaterThanOrEqual(inner.end);
    });
  });
  it('asks the segmenter for no more than the words round the cursor', async () => {
    const text = '会议强调要压实责任,'.repeat(20_000);
    let asked = 0;
    const segmenter = createIntlSegmenter();
    await selectionRanges(parse(text), 100_001, {
      segment: (line) => {
        asked += line.length;
        return segmenter.segment(line);
      },
    });
    expect(asked).toBeLessThan(2000);
  });
});
