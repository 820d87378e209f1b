import { describe, expect, it } from 'vitest';
import { readCursor, readMarked } from '../testing/marked-text.js';
import { findings } from '../testing/service.js';
import { fixableAt } from './quick-fixes.js';

const rulesAt = (marked: string): string[] => {
  const { text, offset } = readCursor(marked);
  return fixableAt(findings(text), { start: offset, end: offset }).map(({ rule }) => rule);
};

describe('fixableAt', () => {
  it('offers the one fix inside each of its places', () => {
    for (const marked of ['召開(k‸āi)防汛會(huì)議,壓實(shí)責任', '召開(kāi)防汛會(huì)議,壓實(s‸hí)責任']) {
      expect(rulesAt(marked)).toContain('pinyin-residue');
    }
  });
  it('offers nothing between the places', () => {
    expect(rulesAt('召開(kāi)防‸汛會(huì)議,壓實(shí)責任')).not.toContain('pinyin-residue');
  });
  it('takes a selection', () => {
    const { text, spans } = readMarked('召開(kāi)防⟦汛會(huì)議,壓⟧實(shí)責任');
    const [range] = spans;
    const rules = fixableAt(findings(text), range ?? { start: 0, end: 0 }).map(({ rule }) => rule);
    expect(rules).toContain('pinyin-residue');
    expect(rules).toContain('width-folded-punctuation');
  });
  it('leaves findings without a fix out', () => {
    expect(rulesAt('清溪市召开会议‸\ufffd会议')).not.toContain('undecodable-text');
  });
});
