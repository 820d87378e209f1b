import { describe, expect, it } from 'vitest';
import { findings } from '../../testing/service.js';
import { testRulePage } from '../../testing/rule-tester.js';
import { contactData } from './rule.js';

testRulePage(contactData, import.meta.url);

describe('the severity', () => {
  const HEAD = '清溪市开展反诈骗宣传\n2021-06-13 来源:清溪日报\n';
  const BODY = '清溪市近日开展反诈骗宣传,组织志愿者走进社区,向居民讲解常见骗术和防范办法。\n';
  const severity = (text: string): string[] => findings(text, 'contact-data').map((one) => one.severity);
  it.each(['0599-5550123', '(0599)5550123', '400-555-0123', 'ts@qingxi.gov.cn'])(
    'of a number for the readers in a paragraph is hint: %s',
    (number) => {
      expect(severity(`${HEAD}${BODY}居民遇到可疑来电可拨打热线${number}咨询,工作人员全天值守。\n`)).toEqual([
        'hint',
      ]);
    },
  );
  it.each(['13800138000', 'he.shutian@example.org'])('of what is personal is not: %s', (number) => {
    expect(severity(`${HEAD}${BODY}居民遇到可疑来电可找何书田${number}咨询,他全天值守。\n`)).toEqual([
      'information',
    ]);
  });
  it('of a line below the body is not', () => {
    expect(severity(`${HEAD}${BODY}举报电话:0599-5550123\n`)).toEqual(['information']);
  });
  it.each(['索引号0014-20220071', '编号NO.13812345678', '1.13812345678', '13812345678元', '0012-5550123'])(
    'is not asked for of other figures: %s',
    (figures) => {
      expect(severity(`${HEAD}${BODY}志愿者介绍了有关情况,其中${figures}一项引起居民注意。\n`)).toEqual([]);
    },
  );
});
