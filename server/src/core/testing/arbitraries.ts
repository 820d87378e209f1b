import fc from 'fast-check';

/** How many cases a property is tried on: `normal`, times what REPORT_CORPUS_FUZZ says (1 where it is not set). */
export function runs(normal: number): number {
  const factor = Number(process.env.REPORT_CORPUS_FUZZ ?? '1');
  return Math.max(1, Math.round(normal * (Number.isFinite(factor) ? factor : 1)));
}

/** What breaks readers of reports: line ends, brackets, halves of pairs and of notes, labels, both scripts. */
const FRAGMENTS = [
  ...[
    '\n',
    '\r',
    '\r\n',
    '\u2028',
    '\u2029',
    '\u0085',
    '\u0000',
    '\ufeff',
    '\u200b',
    '\u00a0',
    '\u3000',
    '\t',
    '  ',
  ],
  ...['\ud800', '\udc00', '\ud842', '𠮷', '𫗧', '😀', '\ufffd', '锟斤拷', 'é', '\u0301'],
  ...[
    '(',
    ')',
    '（',
    '）',
    '【',
    '】',
    '〔',
    '〕',
    '[',
    ']',
    '《',
    '》',
    '“',
    '”',
    '‘',
    '’',
    '⟦',
    '‸',
    '|',
    '/',
  ],
  ...[
    ',',
    '，',
    '、',
    '。',
    ':',
    '：',
    ';',
    '?',
    '!',
    '？',
    '·',
    '…',
    '>',
    '%',
    '-',
    '.',
    '0',
    '２',
    '$',
    '}',
    '\\',
    '{',
  ],
  ...[
    '(huì)',
    '（huì）',
    '( huì )',
    ' (kāi)',
    '(bēn)',
    '(abs)',
    '(hui',
    'huì)',
    '會(huì)',
    '開(kāi)',
    '長(zhǎng)',
    '關(guān)',
    '張(zhāng)',
  ],
  ...[
    '会议',
    '會議',
    '强调',
    '強調',
    '于',
    '后',
    '并',
    '乾',
    '干',
    '陜',
    '囯',
    '罗干',
    '徐乾學',
    '于里文',
    '张敬',
    '張敬',
  ],
  ...[
    '市委书记',
    '市長',
    '总书记',
    '书记、',
    '参加',
    '主持',
    '市领导',
    '出席会议。',
    '指出,',
    '同志',
    '和',
    '兼',
  ],
  ...[
    '来源:',
    '来源：',
    '來源:',
    '发布时间:',
    '编辑:',
    '責(zé)任編輯:',
    '(记者 ',
    '本报讯',
    '新华社',
    '电',
    '讯',
    '作者:',
    '图片来源:',
    '字号:',
    '清溪日报',
  ],
  ...[
    '2021-06-13',
    '2021年2月30日',
    '07.10.2014  14:02',
    '110年8月2日',
    '民國109年2月6日',
    '二〇二一年六月三日',
    '6月12日',
    '今(28)日',
    '20:06',
    '星期三',
    '昨日(17日)',
    '元宵节',
  ],
  ...[
    '原题:',
    '首页>',
    '打印 关闭',
    '版权声明:',
    '展开详细',
    '电话:',
    '0599-5550123',
    'a.b@example.org',
    'http://x.org/a,b',
    'www.',
    '@',
    'a',
  ],
] as const;

/** Short texts of anything: random UTF-16 units, random Unicode, and fragments that readers look for. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.integer({ min: 0x4e00, max: 0x9fff }), { maxLength: 80 })
    .map((units) => String.fromCharCode(...units)),
);

/** A way to damage a text at relative places. */
type Damage = {
  readonly kind: 'insert' | 'remove' | 'repeat' | 'swap';
  readonly at: number;
  readonly size: number;
  readonly text: string;
};

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('insert', 'remove', 'repeat', 'swap'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.integer({ min: 0, max: 40 }),
  text: fc.oneof(fc.constantFrom(...FRAGMENTS), anyText),
});

/** Reports from `reports`, damaged here and there. */
export function damagedText(reports: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...reports), fc.array(damage, { maxLength: 12 }))
    .map(([report, damages]) => damages.reduce(applyDamage, report));
}

function applyDamage(text: string, { kind, at, size, text: inserted }: Damage): string {
  const start = Math.floor(at * text.length);
  const end = Math.min(text.length, start + size);
  const [before, middle, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  switch (kind) {
    case 'insert':
      return before + inserted + middle + after;
    case 'remove':
      return before + after;
    case 'repeat':
      return before + middle + middle + after;
    case 'swap':
      return after + middle + before;
  }
}
