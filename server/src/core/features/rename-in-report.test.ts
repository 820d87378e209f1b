import { describe, expect, it } from 'vitest';
import { parse, service } from '../testing/service.js';
import { renameIn } from './rename-in-report.js';

/** The text with the edits in it. */
function renamed(text: string, name: string, wanted: string): string {
  let result = text;
  for (const { start, end, newText } of renameIn(parse(text), name, wanted, service.converter).reverse())
    result = result.slice(0, start) + newText + result.slice(end);
  return result;
}

describe('renameIn', () => {
  it('writes the script of the report and takes the notes of the old name out', () => {
    const text =
      '清溪市召開(kāi)會(huì)議\n市委書(shū)記張(zhāng)敬華(huá)主持會(huì)議,壓實(shí)責(zé)任。\n';
    expect(renamed(text, '张敬华', '张静骅')).toBe(text.replace('張(zhāng)敬華(huá)', '張靜驊'));
    expect(renamed(text, '張敬華', '張靜驊')).toBe(text.replace('張(zhāng)敬華(huá)', '張靜驊'));
  });

  it('writes a Traditional name in Simplified where the report is Simplified', () => {
    const text = '清溪市召开会议\n市长陆明远主持会议。陆明远强调,要压实责任。\n';
    expect(renamed(text, '陆明远', '陸鳴遠')).toBe(text.replaceAll('陆明远', '陆鸣远'));
  });

  it('keeps the padding of a name of two characters', () => {
    const text = '清溪市召开会议\n市领导王　菲、陆明远、沈若兰出席会议。\n';
    expect(renamed(text, '王菲', '王霏')).toBe(text.replace('王　菲', '王　霏'));
    expect(renamed(text, '王菲', '王菲菲')).toBe(text.replace('王　菲', '王菲菲'));
  });

  it('changes nobody else, and nothing where the name stays', () => {
    const text = '清溪市召开会议\n市长陆明远主持会议,副市长沈若兰出席。\n';
    expect(renamed(text, '沈若兰', '沈若岚')).toBe(text.replace('沈若兰', '沈若岚'));
    expect(renameIn(parse(text), '沈若兰', '沈若兰', service.converter)).toEqual([]);
    expect(renameIn(parse(text), '何书田', '何书天', service.converter)).toEqual([]);
  });
});
