import { unitTable } from '../text/unit-table.js';
import { holdsAt } from './holds-at.js';
import { Edge, edgeAt, isNameDot } from './name-edge.js';
import { createPairIndex } from './pair-index.js';
import { isCommonSurname } from './surnames.js';
import { titleHeadLength } from './title-heads.js';

/**
 * Elements that Mongolian, Tibetan and Yi names are made of when they are written without a dot, gathered from common
 * knowledge: two of them in a row are a name (格桑卓嘎, 那顺孟和).
 */
const ELEMENTS =
  '扎西 平措 次仁 多吉 格桑 卓嘎 卓玛 洛桑 旺堆 旺姆 尼玛 达娃 巴桑 普布 丹增 旦增 央金 拉姆 德吉 白玛 索朗 顿珠 罗布 边巴 强巴 仁青 仁增 益西 曲珍 曲扎 加措 坚赞 江措 江村 罗桑 洛松 泽仁 泽翁 四郎 土呷 邓珠 登巴 向巴 布琼 次旺 次珍 达瓦 丹巴 德庆 多杰 嘎玛 贡桑 琼达 旺杰 云丹 扎巴 坚才 央宗 班觉 贡布 贡觉 贡嘎 晋美 群培 群佩 桑珠 桑吉 土登 旺久 旺扎 欧珠 朗杰 拉巴 拉珍 米玛 玉珍 措姆 才旦 才让 才仁 玛吉 昂奔 占堆 洛追 阿旺 南杰 索南 旦巴 ' +
  '乌云 其其格 额尔敦 额尔德尼 巴雅尔 巴雅 那顺 孟和 巴特尔 巴特 巴根 布仁 那仁 特古斯 敖特根 图力古尔 萨日娜 乌日娜 苏日娜 通拉嘎 其木格 琪琪格 格日乐 格乐 斯钦 乌恩 赛音 德力根 浩斯 吉尔嘎拉 扎那 巴图 苏日 格日勒 图雅 高娃 娜仁 托娅 斯琴 高云 哈斯 朝鲁 布和 青格勒 敖登 萨仁 宝音 苏和 特木尔 铁木尔 达来 吉日嘎拉 呼和 牧仁 德力格尔 宝力格 宝力高 阿拉坦 苏依拉图 苏雅拉 图门 满都拉 满都 乌兰 塔娜 托雅 哈达 毕力格 毕力 朝克 朝格 吉雅 仓吉 道尔吉 敖其尔 赛罕 查干 胡日 胡格 吉勒图 呼日 恩和 白音 巴音 吉尔格勒 额日 乌力吉 阿古拉 格根 塔拉 娜日苏 娜布其 斯日 古楞 都仁 ' +
  '阿苦 吉克 阿什 子木 木呷 拉铁 尔古 吉伍 沙马 俄木 阿西 惹古 日哈 曲木 石扎 马海 伍呷 依呷 拉马 拉体 阿依 阿木 吉木 沙日 阿侯 尔布 尔哈 日木 呷呷';
/** Elements that are a whole name; of foreigners, those whose characters would be read as a shorter Chinese name. */
const WHOLE =
  '苏依拉图 乌云其其格 吉日嘎拉 满都拉图 其其格 巴特尔 铁木尔 特木尔 额尔德尼 娜日苏 娜布其 谭德塞 古特雷斯 冯德莱恩 卢卡申科';

/** By their first two characters, the longest first. */
const elements = createPairIndex(
  [...new Set(`${ELEMENTS} ${WHOLE}`.split(' '))]
    .sort((a, b) => b.length - a.length)
    .map((element) => [element, element]),
);
const wholeNames = new Set(WHOLE.split(' '));

/** Where a transcribed name without dots ends that starts at `start` of folded text; undefined when none does. */
export function transcribedEnd(text: string, start: number): number | undefined {
  let end = start;
  let count = 0;
  for (;;) {
    const length = elementLength(text, end);
    if (length === 0) break;
    end += length;
    count++;
  }
  if (count === 0) return undefined;
  if (count === 1 && !wholeNames.has(text.slice(start, end))) return undefined;
  if (edgeAt(text, end) !== Edge.none) return end;
  const spelled = spelledEnd(text, start, end - start + 1);
  if (spelled !== undefined) return spelled;
  // 才旦卓玛吉: one character more than the elements known here.
  return count < 2 ? undefined : edgeAt(text, end + 1) !== Edge.none ? end + 1 : end;
}

function elementLength(text: string, offset: number): number {
  const candidates = elements.get(text.charCodeAt(offset), text.charCodeAt(offset + 1));
  if (candidates === undefined) return 0;
  for (const element of candidates) if (holdsAt(text, offset, element, 2)) return element.length;
  return 0;
}

/** Characters that transcriptions are spelt with. */
const SPELLING = unitTable(
  '敖和阿艾昂奥巴白班宝保贝奔比毕边波布才仓查朝楚措达代丹当道德登迪丁顿敦多额尔恩夫甘嘎噶高格根贡古哈海罕赫呼胡惠吉加嘉坚江杰金晋久居卡凯康科克拉兰朗勒乐黎里丽利林隆洛罗马玛买麦满曼毛梅美蒙孟米莫木牧穆娜纳南尼努诺欧帕平普其奇恰钦青琼曲热日仁荣如茹萨赛桑色沙莎山珊舍什石斯苏索塔泰坦特提体田帖图吐托娃瓦万旺韦维温翁沃乌西希夏贤辛旭雅亚岩扬央伊依义益音尤玉云扎泽占者珍芝珠卓孜宗祖',
);
const LONGEST_SPELLED = 7;

/** Where a name ends that is spelt with such characters alone (吉克阿依, 岩温罕); undefined when none starts. */
export function spelledEnd(text: string, start: number, least: number): number | undefined {
  let end = start;
  while (end - start < LONGEST_SPELLED && SPELLING[text.charCodeAt(end)] === 1) {
    end++;
    if (end - start >= least && edgeAt(text, end) >= Edge.surely) return end;
  }
  return undefined;
}

/** Characters that foreign names are spelt with besides {@link SPELLING}. */
const FOREIGN = unitTable(
  '雷卢申冯莱安兹舒京塞默鲁弗沃戴蒂佩皮齐切茨狄杜邓范菲芬佛盖哥戈葛圭亨霍杰贾考柯肯寇库奎劳勒利列林龙伦吕迈门明缪内涅纽潘庞培彭珀蒲乔瑟森史施松素孙唐汤廷图威魏伍肖谢休耶英约詹佐朱茱妮莉琳丝娅露',
);
const LONGEST_FOREIGN = 7;
const SHORTEST_FOREIGN = 4;

function isForeign(unit: number): boolean {
  return FOREIGN[unit] === 1 || SPELLING[unit] === 1;
}

/**
 * Where a foreign name without dots ends that begins like a Chinese one (雷纳尔多, 安倍晋三).
 * @param chinese where the Chinese name would end, within a word for all that is known
 */
export function foreignEnd(text: string, start: number, chinese: number): number | undefined {
  let end = start;
  while (end - start < LONGEST_FOREIGN && isForeign(text.charCodeAt(end))) {
    end++;
    if (end > chinese && end - start >= SHORTEST_FOREIGN && edgeAt(text, end) >= Edge.surely) return end;
  }
  const surname = japanese.get(text.charCodeAt(start), text.charCodeAt(start + 1));
  const whole = start + SHORTEST_FOREIGN;
  if (surname === undefined || whole <= chinese) return undefined;
  return isHan(text.charCodeAt(whole - 1)) && edgeAt(text, whole) >= Edge.surely ? whole : undefined;
}

/** Of the characters that foreign names are spelt with those that hardly any word or other name holds. */
const FOREIGN_ONLY = unitTable('斯尔兹莱诺顿姆娅萨赫弗瓦伊耶茨佩默沃蒂妮丝');

/** Whether a run with the character behind it is spelt as foreign names are. */
export function isSpelledOn(text: string, start: number, end: number): boolean {
  let isSure = false;
  for (let at = start; at <= end; at++) {
    const unit = text.charCodeAt(at);
    if (!isForeign(unit)) return false;
    if (FOREIGN_ONLY[unit] === 1) isSure = true;
  }
  return isSure;
}

/** Whether all characters between two offsets are such as foreign names are spelt with. */
export function isSpelled(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isForeign(text.charCodeAt(at))) return false;
  return true;
}

/** Surnames of Japan that begin with a Chinese one; most given names have two characters as well. */
const japanese = createPairIndex(
  '安倍 安藤 安田 安达 白川 池田 高木 高桥 高市 宫泽 宫崎 谷内 和田 江崎 金田 林田 麻生 平井 平野 平松 秋山 杉山 石川 石原 石井 水野 松本 松井 松下 田中 田村 武藤 武田 伊藤 吉田 吉川 于田 长岛'
    .split(' ')
    .map((surname) => [surname, true]),
);

const HYPHEN = 0x2d;
const LONGEST_FIRST = 6;
const LONGEST_PART = 6;
const MOST_PARTS = 4;

/**
 * Where a name of parts with dots between them ends (铁木尔·达瓦买提); undefined when none starts there. Behind the
 * last dot the shortest part wins that a mark or a word follows, so that a verb is no part of it (尔古说, 达悟表示).
 */
export function dottedEnd(text: string, start: number): number | undefined {
  let at = start;
  for (let part = 0; part <= MOST_PARTS; part++) {
    const from = at;
    while (isHan(text.charCodeAt(at)) || isHyphen(text, at)) at++;
    const bullet = isNameDot(text.charCodeAt(at));
    if (part === 0 && (!bullet || at === from || at - from > LONGEST_FIRST)) return undefined;
    if (bullet && at > from && at - from <= LONGEST_PART) {
      at++;
      continue;
    }
    return lastPartEnd(text, from, at);
  }
  return undefined;
}

/** 让-皮埃尔 */
function isHyphen(text: string, offset: number): boolean {
  return (
    text.charCodeAt(offset) === HYPHEN &&
    isHan(text.charCodeAt(offset - 1)) &&
    isHan(text.charCodeAt(offset + 1))
  );
}

function lastPartEnd(text: string, from: number, stop: number): number | undefined {
  const limit = Math.min(stop, from + LONGEST_PART);
  // 市长王建国·县长李明远 are two.
  for (let end = from + 2; end <= limit; end++) if (titleHeadLength(text, end) > 0) return undefined;
  for (let end = from + 1; end <= limit; end++) {
    const inside = spelledParticle(text, end);
    if (inside > 0) {
      end += inside - 1;
      continue;
    }
    const edge = edgeAt(text, end);
    // 乔治·何说, but 努尔兰·阿…: of one character only a surname is a part.
    if (end === from + 1 && edge < Edge.mark && !isCommonSurname(text.charCodeAt(from))) continue;
    if (edge >= Edge.surely || (edge === Edge.particle && ENDS.includes(text.charAt(end))))
      return spelledOn(text, end, limit);
  }
  for (let end = from + 2; end <= limit; end++)
    if (
      edgeAt(text, end) !== Edge.none &&
      !isForeign(text.charCodeAt(end)) &&
      spelledParticle(text, end) === 0
    )
      return end;
  return undefined;
}

/** Particles and verbs that names of Uyghurs and Kazakhs hold: 阿不都满金, 哈的尔, 买提不拉. */
const SPELLED_PARTICLES = createPairIndex(
  '不都 不力 不来 不拉 不里 不孜 布都 的尔 的力 卜都'.split(' ').map((pair) => [pair, pair]),
);

/** The length of such particles at an offset; 0 where none stands. */
function spelledParticle(text: string, offset: number): number {
  return SPELLED_PARTICLES.get(text.charCodeAt(offset), text.charCodeAt(offset + 1)) === undefined ? 0 : 2;
}

/** 达瓦买提出席: what seems to be a verb may be spelling, with the verb behind it. */
function spelledOn(text: string, end: number, limit: number): number {
  let last = end;
  for (let next = end; next < limit && SPELLING[text.charCodeAt(next)] === 1; next++)
    if (edgeAt(text, next + 1) >= Edge.surely) last = next + 1;
  return last;
}

/** Particles that no transcription uses. */
const ENDS = '说在就对则都今率向与将也还等关於为从到';

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

/** Where a name in Latin letters of at least two words ends (Kolas Yotaka, João Barros); undefined when none starts. */
export function latinEnd(text: string, start: number): number | undefined {
  let at = start;
  let words = 0;
  while (words < MOST_PARTS && isCapital(text.charCodeAt(at))) {
    let end = at + 1;
    while (isLetter(text.charCodeAt(end))) end++;
    words++;
    at = end;
    if (text.charCodeAt(at) !== SPACE || !isCapital(text.charCodeAt(at + 1))) break;
    at++;
  }
  return words >= 2 ? at : undefined;
}

const SPACE = 0x20;

/** Whether a UTF-16 unit is a capital letter of Latin, with or without accent. */
export function isCapital(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0xc0 && unit <= 0xde && unit !== 0xd7);
}

function isLetter(unit: number): boolean {
  return (
    isCapital(unit) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0xdf && unit <= 0x24f) ||
    unit === 0x27 ||
    unit === 0x2d ||
    unit === 0x2e ||
    unit === 0x2019
  );
}
