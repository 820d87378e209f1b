import { describe, expect, it } from 'vitest';
import { parse } from '../testing/service.js';
import { judgeScript, verdictOf } from './verdict.js';

const verdict = (text: string): string => judgeScript(text).verdict;

describe('judgeScript', () => {
  it('goes by characters of one script only', () => {
    expect(verdict('会议强调要压实责任')).toBe('simplified');
    expect(verdict('會議強調要壓實責任')).toBe('traditional');
  });
  it('is undetermined below four of them', () => {
    expect(verdict('')).toBe('undetermined');
    expect(verdict('会议强')).toBe('undetermined');
    expect(verdict('会议强调')).toBe('simplified');
    expect(verdict('中文上下工人大小')).toBe('undetermined');
  });
  it('is mixed from two characters of the minority', () => {
    expect(verdict(`${'会议强调'.repeat(100)}會議`)).toBe('mixed');
  });
  it('is mixed from one per cent, not from one character in a long text', () => {
    expect(verdict(`${'会议强调'.repeat(24)}會`)).toBe('mixed');
    expect(verdict(`${'会议强调'.repeat(100)}會`)).toBe('simplified');
    expect(judgeScript(`${'会议强调'.repeat(100)}會`)).toMatchObject({ simplified: 400, traditional: 1 });
  });
  it('does not count what both scripts write', () => {
    for (const character of '后里于并干范系群峰床秘痴灶温户斗云采') {
      expect(judgeScript(character), character).toMatchObject({ simplified: 0, traditional: 0 });
    }
  });
  it('does not count 乾 and forms that the standard list keeps for names', () => {
    for (const character of '乾昇陞')
      expect(judgeScript(character), character).toMatchObject({ traditional: 0 });
  });
  it('counts astral characters once', () => {
    expect(judgeScript('𫗧𫘪𫘬𫍯')).toMatchObject({ verdict: 'simplified', simplified: 4 });
  });
  it('leaves out what it is told to', () => {
    expect(judgeScript('会议强调張敬業', [{ start: 4, end: 7 }])).toMatchObject({
      verdict: 'simplified',
      traditional: 0,
    });
    expect(
      judgeScript('張會', [
        { start: 0, end: 1 },
        { start: 1, end: 2 },
      ]),
    ).toMatchObject({ traditional: 0 });
  });
  it('has no majority in a draw', () => {
    expect(verdictOf(4, 4)).toMatchObject({ verdict: 'mixed', majority: undefined });
    expect(verdictOf(1, 1)).toMatchObject({ verdict: 'undetermined' });
  });
});

describe('the verdict of a report', () => {
  it('is that of the text without its pinyin notes', () => {
    expect(parse('會(huì)議強(qiáng)調(diào)要壓實(shí)責(zé)任').script.verdict).toBe('traditional');
  });
  it('is not touched by names in the other script', () => {
    const text =
      '清溪市召开会议\n6月12日,市委书记張敬業主持召开会议,强调要压实责任、确保安全。\n張敬業指出,要抓紧落实。\n';
    expect(parse(text).script).toMatchObject({ verdict: 'simplified', traditional: 0 });
  });
});
