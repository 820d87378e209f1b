/** Legal Traditional in other words (皇后, 干涉, 公里). */
export interface Suspect {
  readonly character: string;
  readonly forms: readonly Form[];
}

/** What a suspect should be, in the words that show it. */
export interface Form {
  readonly target: string;
  readonly words: readonly Words[];
}

/**
 * Words by the characters beside the suspect, of which each must be or must not be among those given. They are of the
 * shadow text, which is Simplified and free of pinyin notes.
 */
export interface Words {
  readonly left?: string;
  readonly notLeft?: string;
  readonly right?: string;
  readonly notRight?: string;
  /** The character behind the one on the right. */
  readonly notSecond?: string;
}

/** Empresses, film queens and others who are no 後. */
const QUEENS = '皇太王天母帝影歌视蜂封立废女';
/** 若干, 相干, 天干 are no 幹 and no 乾. */
const NOT_DONE = '若相天';
/** 干涉, 干預, 干擾 behind what looks like the first half of a word: 風干擾, 主干預. */
const MEDDLE = '涉预扰';
/** Words that end with 制 (體制, 控制), before what looks like 製. */
const SYSTEM = '体机法学编建抑控限管强税遏公专牵压节';

/**
 * What a character-by-character conversion from Simplified leaves, by the words that show it: those that OpenCC's
 * phrases give another character and that neither Taiwan nor Hong Kong usually writes so (a test looks each up). The
 * guards keep neighbours apart that only look like such a word: 若干部門, 不能干涉, 相關系統, 在于洪區, 皇后,
 * 恢復制度, 體制造成.
 */
export const SUSPECTS: readonly Suspect[] = [
  suspect(
    '并',
    { target: '併', words: [{ left: '合兼吞归裁整火一', notRight: '州' }, { right: '购入吞' }] },
    { target: '並', words: [{ notLeft: '合兼吞归裁整火一', notRight: '州购入吞发' }] },
  ),
  suspect('于', {
    target: '於',
    words: [
      { left: '关对由至位处在基善等', notRight: '洪都田谦右' },
      { notLeft: '姓', right: '是今此', notSecond: '之' },
    ],
  }),
  suspect('后', {
    target: '後',
    words: [
      { left: '之以最然今前背落随', notRight: '妃' },
      { left: '会事战灾午此稍滞身售善幕延退', notRight: '妃宫里羿稷冠' },
      { notLeft: QUEENS, right: '续勤果顾方来期备盾者遗悔辈' },
    ],
  }),
  suspect(
    '干',
    {
      target: '幹',
      words: [
        { left: '骨才苦实', notRight: MEDDLE },
        { notLeft: NOT_DONE, right: '部劲群道线事练警活' },
      ],
    },
    {
      target: '乾',
      words: [
        { left: '饼晒烘晾', notRight: MEDDLE },
        { notLeft: NOT_DONE, right: '净旱燥杯涸枯粮脆' },
      ],
    },
  ),
  suspect('范', { target: '範', words: [{ left: '规示典模防师风' }, { notLeft: '姓、', right: '围畴例' }] }),
  suspect('斗', {
    target: '鬥',
    words: [{ left: '战奋搏格械决殴' }, { notLeft: '北泰漏阿南', right: '争志' }],
  }),
  suspect('采', { target: '採', words: [{ notLeft: '风神文丰光', right: '取用集访纳购' }] }),
  suspect(
    '系',
    { target: '係', words: [{ left: '关', notRight: '统列所数' }] },
    { target: '繫', words: [{ left: '联维', notRight: '统列所数' }] },
  ),
  suspect('里', {
    target: '裡',
    words: [
      { left: '这那哪心家夜手眼', notRight: '程巷长约' },
      { notLeft: '公英海华十百千万数几多0123456789', right: '面', notSecond: '积向对临' },
    ],
  }),
  suspect('復', {
    target: '複',
    words: [
      { left: '重繁', notRight: '原兴建工苏' },
      { notLeft: '恢修收光康平答回报批往反克规', right: '杂印' },
      { notLeft: '恢修收光康平答回报批往反克规', right: '制', notSecond: '度约裁定' },
    ],
  }),
  suspect('沖', { target: '衝', words: [{ left: '缓俯' }, { right: '锋击突刺动撞浪' }] }),
  suspect('筑', { target: '築', words: [{ left: '建构修浇' }, { right: '牢巢坝堤路墙', notSecond: '州' }] }),
  suspect('幸', { target: '倖', words: [{ left: '侥' }] }),
  suspect('愈', {
    target: '癒',
    words: [
      { left: '痊治', notRight: '来加发趋多少大小好高低强深远快久演显严益' },
      { right: '合', notSecond: '作理适' },
    ],
  }),
  suspect('癥', { target: '症', words: [{ notRight: '结瘕' }] }),
  suspect('准', {
    target: '準',
    words: [
      { left: '标精对基水瞄', notRight: '许予入' },
      { notLeft: '批核获允不照恩', right: '确备则时绳' },
    ],
  }),
  suspect('几', {
    target: '幾',
    words: [
      { left: '好十百千', notLeft: '茶', notRight: '案' },
      { notLeft: '茶', right: '乎个年天次百千十位名' },
    ],
  }),
  suspect('丑', { target: '醜', words: [{ notLeft: '乙丁己辛癸', right: '闻陋恶化态' }] }),
  suspect('谷', {
    target: '穀',
    words: [
      { left: '稻五', notRight: '村乡镇庙王' },
      { notLeft: '山河峡溪硅矽深沟', right: '物', notSecond: '种' },
    ],
  }),
  suspect('郁', { target: '鬱', words: [{ left: '忧抑葱' }, { right: '闷' }] }),
  suspect('松', { target: '鬆', words: [{ left: '轻放宽', notRight: '山江花' }, { right: '懈绑弛' }] }),
  suspect('余', { target: '餘', words: [{ left: '其业剩盈结' }, { right: '额下' }] }),
  suspect('制', {
    target: '製',
    words: [
      { left: '研绘录缝', notRight: '度约裁定' },
      { notLeft: SYSTEM, right: '造', notSecond: '成就' },
      { notLeft: SYSTEM, right: '作', notSecond: '用为业战风息' },
      { notLeft: SYSTEM, right: '品药' },
    ],
  }),
  suspect('致', { target: '緻', words: [{ left: '精细', notRight: '歉意电词辞力使敬谢函' }] }),
  suspect('表', { target: '錶', words: [{ left: '手钟', notRight: '现示演达态明决率扬白彰述面情' }] }),
  suspect('板', { target: '闆', words: [{ left: '老', notRight: '桥根栗凳' }] }),
  suspect('卷', {
    target: '捲',
    words: [{ left: '席' }, { notLeft: '试案宗画书答考问上中下首开', right: '入起' }],
  }),
  suspect('向', {
    target: '嚮',
    words: [
      { notLeft: '方转定流一', right: '导' },
      { notLeft: '方转定流一飞去', right: '往', notSecond: '来年后常下上前' },
    ],
  }),
  suspect('回', { target: '迴', words: [{ left: '迂巡', notRight: '来到国去' }] }),
  suspect('征', {
    target: '徵',
    words: [{ left: '特象' }, { notLeft: '长远出亲南北东西', right: '求收集询兵税召' }],
  }),
  suspect('志', { target: '誌', words: [{ left: '杂标', notRight: '愿' }] }),
  suspect('只', { target: '隻', words: [{ left: '船舰', notRight: '能有要是会需剩见允可好在用靠等得' }] }),
  suspect('游', {
    target: '遊',
    words: [{ left: '旅导郊' }, { notLeft: '上中下', right: '客览行戏' }],
  }),
  suspect('注', { target: '註', words: [{ left: '备' }, { notLeft: '关贯', right: '册销' }] }),
  suspect('划', { target: '劃', words: [{ left: '计规策筹', notRight: '船桨' }] }),
  suspect('舍', { target: '捨', words: [{ left: '取施' }, { notLeft: '宿校农房', right: '弃' }] }),
  suspect('吁', { target: '籲', words: [{ left: '呼' }] }),
  suspect('仆', { target: '僕', words: [{ left: '公' }] }),
  suspect('御', { target: '禦', words: [{ left: '防抵', notRight: '史' }] }),
  suspect('托', { target: '託', words: [{ left: '委寄信' }] }),
  suspect('歷', { target: '曆', words: [{ left: '农阳阴', notRight: '史经任届年' }] }),
  suspect('鍾', { target: '鐘', words: [{ left: '分', notRight: '姓情爱' }] }),
  suspect('獲', { target: '穫', words: [{ left: '收', notRight: '利得准批取奖悉赠' }] }),
  suspect('匯', { target: '彙', words: [{ left: '词' }] }),
];

function suspect(character: string, ...forms: readonly Form[]): Suspect {
  return { character, forms };
}
