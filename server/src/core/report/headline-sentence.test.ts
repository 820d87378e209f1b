import { describe, expect, it } from 'vitest';
import { findings, parse } from '../testing/service.js';

const LEAD = '　　6月12日上午,清溪市召开防汛工作会议,分析当前汛情,部署下一步工作。';
const PARAGRAPH = '　　会议强调,各级各部门要提高站位、压实责任,确保群众安全度汛。';

/** The ways in which a page lays out headline, metadata and body. */
const LAYOUTS: readonly (readonly [string, (headline: string) => string])[] = [
  ['metadata below', (line) => [line, '2021-06-13 来源：清溪日报', LEAD, PARAGRAPH].join('\n')],
  ['metadata above', (line) => ['2021-06-13 来源：清溪日报', line, LEAD, PARAGRAPH].join('\n')],
  ['masthead', (line) => ['清溪日报', '2021-06-13', line, LEAD, PARAGRAPH].join('\n')],
  ['metadata behind the body', (line) => [line, LEAD, PARAGRAPH, '清溪日报', '2021-06-13'].join('\n')],
];

describe.each(LAYOUTS)('with %s the headline', (_, layout) => {
  it.each([
    '谁来守护母亲河的一江清水，谁来为治理买单？',
    '李大山：“再难，也要把通往山外的路修通！”',
    '老支书的承诺：“路不通，我不下山。”',
    '我市召开防汛工作会议，部署下一步防汛备汛各项工作。',
    '决不让一个群众掉队！——清溪市防汛工作综述',
    '防汛工作怎么抓？责任怎么落？——在全市防汛工作会议上的讲话（摘要）',
    '从“要我干”到“我要干”；从“单打独斗”到“抱团发展”；',
    '讣告',
    '更正',
    '时间：把每一分钟都留给群众',
    '转载：清溪经验为何走红？',
    '关注困难群众 织牢兜底保障网',
    '警方打掉一涉赌棋牌室 抓获嫌疑人十二名',
    '澳門博彩業收入回升',
    '聚焦 | 清溪 | 一座城的防汛日记',
  ])('%s is found', (headline) => {
    const text = layout(headline);
    const { headlines, dateLine, sourceLine } = parse(text);
    expect(headlines.map((one) => one.text).join(' ')).toBe(headline);
    expect([dateLine?.iso, sourceLine?.value]).toEqual(['2021-06-13', '清溪日报']);
    for (const rule of ['missing-headline', 'missing-source-line', 'missing-date-line'])
      expect(findings(text, rule)).toEqual([]);
  });
});

describe('a first paragraph is no headline', () => {
  it.each([
    '　　6月12日上午，清溪市召开防汛工作会议，部署下一步工作。',
    '　　本报讯（记者 何书田）清溪市召开防汛工作会议，部署下一步工作。',
    '近日，清溪市召开防汛工作会议，部署下一步工作。',
    '　　清溪市召开防汛工作会议，部署下一步防汛工作，压实各级责任。',
  ])('%s', (line) => {
    const text = `${line}\n${PARAGRAPH}\n${PARAGRAPH}\n`;
    expect(parse(text).headlines).toEqual([]);
    expect(findings(text, 'missing-headline')).toHaveLength(1);
  });
});

it('a paragraph that gives a number behind its sentence is body', () => {
  const text = `清溪市召开会议\n2021-06-13 来源：清溪日报\n${LEAD}\n　　指挥部办公室设在市应急管理局。值班电话：0599-5550126。\n`;
  expect(parse(text).zones.at(-1)?.kind).toBe('paragraph');
  expect(findings(text, 'contact-data').map(({ severity }) => severity)).toEqual(['hint']);
});
