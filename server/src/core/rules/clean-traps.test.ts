import { describe, expect, it } from 'vitest';
import { findings } from '../testing/service.js';

/** What clean reports hold that looks like damage, as paragraphs between a lead and an end. */
const SIMPLIFIED: readonly (readonly [string, string])[] = [
  ['a quotation over paragraphs', '他说：“汛期到了，要早作准备。\n“要压实责任，落实值守制度。”'],
  ['a quotation that opens once', '他说：“汛期到了，要早作准备。\n要压实责任，落实值守制度。”'],
  ['marks behind quotations', '会议提出“稳”、“准”、“快”、“实”，“一个都不能少”；《条例》、《办法》同时施行。'],
  [
    'numbered items',
    '一）压实责任；二）排查隐患。1）堤防、2）水库。a）值守。会议强调：（一）压实责任。（二）排查隐患。',
  ],
  ['English names', '来自O’Brien & Sons, Inc.的专家John Smith, Jr.介绍了C++的std::vector和“AI+”行动。'],
  ['numbers', '投入1,200.5万元，比例1:1，20:06结束，电话0599-5550123，增长3.5%～4%，气温-3℃至5℃。'],
  ['plans', '“十四五”期间，“两不愁三保障”全面实现；2025年12月31日前，全部完成改造任务。'],
  ['marks on purpose', '“真的吗？！”“太好了！！”他说：“再等等……”——这是第一次。大家问：“还要多久？？”'],
  ['full-width words', '展览介绍了5Ｇ、ＡＰＰ和Ａ股，ＧＤＰ增长８％，Ｔ恤销量第一。'],
  ['emoji', '现场的医务人员👩\u200d⚕️和一家人👨\u200d👩\u200d👧都竖起了大拇指👍🏻❤️\u200d🔥。'],
  ['ruby', '郑犇（bēn）和李翀(chōng)两位同志在会上作了发言，介绍了各自的工作。'],
  ['Korean', '韩方代表이수（李秀）、金\uf90a（김）参加了座谈，双方交换了意见。'],
  [
    'slogans that repeat',
    '劳动最光荣，创造最伟大！\n歌声在广场上久久回荡，群众热烈鼓掌。\n劳动最光荣，创造最伟大！',
  ],
  ['a poem', '春江潮水连海平，\n海上明月共潮生。\n滟滟随波千万里，\n何处春江无月明。'],
  ['a list', '会议明确了今年的重点工作，要求各部门抓紧落实，具体有：\n——压实责任\n——排查隐患'],
  [
    'headings',
    '一、提高认识\n要充分认识当前形势的严峻性，切实增强责任感。\n二、狠抓落实\n要把各项措施落到实处，见到成效。',
  ],
  ['events to come', '8月15日，清溪市将举办防汛演练；9月1日起施行新的管理办法。'],
  ['a man called 周一鸣', '6月15日，周一鸣到青禾县调研，看望基层的干部和群众。'],
  ['places of both scripts', '于都县、干驿镇、后海村、范县、里仁街道的代表参加，余姚市的来宾列席。'],
  [
    'a bracket with a dash',
    '全市（含各县、市、区）共有水库128座（其中大型2座，中型12座），除险加固（率）100%。',
  ],
  [
    'chapters of a law',
    '依照《中华人民共和国防洪法》（以下简称《防洪法》）第十二条第（三）项，作出如下决定。',
  ],
];
const TRADITIONAL: readonly (readonly [string, string])[] = [
  [
    'words of the short forms',
    '皇后大道、干涉、北斗衛星、若干部門、相關系統、于右任、范仲淹、公里、村里長、風采取勝，都沒有問題。',
  ],
  ['quotations', '他說：「汛期到了，要『早準備、早部署』。\n「要壓實責任，落實值守制度。」'],
  ['并 alone', '市長主持會議并講話，要求各區壓實責任，確保群眾安全。'],
  ['hong kong forms', '他説，家裏的人都很着急，衞生署的人員已經到場，為市民提供協助。'],
];

const HEADS = {
  simplified: [
    '清溪市召开防汛工作会议\n2021-06-13 09:20　来源：清溪日报\n6月12日上午，清溪市召开防汛工作会议，分析当前汛情，部署下一步工作。市委书记何书田出席会议并讲话。\n',
    '\n会议要求，各县（市、区）要压实责任，排查隐患，确保群众生命财产安全。\n（记者 沈若兰）\n',
  ],
  traditional: [
    '清溪市召開防汛工作會議\n2021-06-13 09:20　來源：清溪日報\n6月12日上午，清溪市召開防汛工作會議，分析當前汛情，部署下一步工作。市委書記何書田出席會議。\n',
    '\n會議要求，各縣（市、區）要壓實責任，排查隱患，確保群眾生命財產安全。\n（記者 沈若蘭）\n',
  ],
} as const;

/** Contact data and single glosses are findings by design; here they are beside the point. */
const BESIDE = new Set(['contact-data', 'pinyin-residue']);

function loud(text: string): string[] {
  return findings(text, undefined, { today: '2026-01-01' })
    .filter(({ rule, severity }) => severity !== 'hint' && !BESIDE.has(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

describe.each([
  ['simplified', SIMPLIFIED],
  ['traditional', TRADITIONAL],
] as const)('a clean %s report', (script, traps) => {
  const [head, end] = HEADS[script];
  it.each(traps)('with %s', (_, trap) => {
    expect(loud(head + trap + end)).toEqual([]);
  });
  it.each(traps)('that closes with %s', (_, trap) => {
    expect(loud(`${head}${trap}\n`)).toEqual([]);
  });
});

it('a byte order mark at the start is none of the report', () => {
  expect(loud(`\ufeff${HEADS.simplified.join('')}`)).toEqual([]);
});
