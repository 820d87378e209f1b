import { createPairIndex } from './pair-index.js';

/**
 * Chinese surnames, Simplified, from the 百家姓 and the most frequent surnames of the household register
 * (公安部户政管理研究中心, 二〇二〇年全国姓名报告 names the first hundred).
 */
const COMMON =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤习赖洪';
const OTHER =
  '常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由辉拜木丘稽笪桓逄谯禚粘刀召訾郗要郇郏璩濮蒯糜缑羿仉佴爨苌茆荀苑莘菅酆鄂隗雒靖扶宰仰伯松寿边从鲜衷乜盖权巢绳铁火花谷麦年扬畅保港竺宇经台水代布法终撒双厍殳沃蔚宓蓬汲钮滑凤昌贝闪贠侴郄镡仵忻庾宦弘俎麴苍桐缐';
/** Surnames of two characters. */
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  '欧阳 上官 司马 诸葛 司徒 皇甫 令狐 慕容 尉迟 公孙 东方 夏侯 端木 独孤 长孙 宇文 轩辕 南宫 申屠 闻人 澹台 濮阳 赫连 呼延 万俟 西门 百里 东郭 钟离 淳于 太史 鲜于 闾丘 司空 拓跋 第五 公冶 宗政 单于 亓官 仲孙 范姜 张简'.split(
    ' ',
  ),
);
const compounds = createPairIndex(Array.from(COMPOUND_SURNAMES, (surname) => [surname, true]));
const COMMON_FLAG = 1;
const SINGLE_FLAG = 2;
const COMPOUND_FLAG = 4;
const flags = new Uint8Array(0x10000);
for (const surname of COMMON + OTHER) flags[surname.charCodeAt(0)] = SINGLE_FLAG;
for (const surname of COMMON) flags[surname.charCodeAt(0)] = SINGLE_FLAG | COMMON_FLAG;
for (const surname of COMPOUND_SURNAMES) {
  const unit = surname.charCodeAt(0);
  flags[unit] = (flags[unit] ?? 0) | COMPOUND_FLAG;
}

/** Whether a UTF-16 unit is a surname. */
export function isSurname(unit: number): boolean {
  return ((flags[unit] ?? 0) & SINGLE_FLAG) !== 0;
}

/** Whether a UTF-16 unit is one of the first hundred surnames and a few more. */
export function isCommonSurname(unit: number): boolean {
  return ((flags[unit] ?? 0) & COMMON_FLAG) !== 0;
}

/** Whether a surname of two characters stands at an offset of a text. */
export function isCompoundSurname(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return (
    ((flags[unit] ?? 0) & COMPOUND_FLAG) !== 0 &&
    compounds.get(unit, text.charCodeAt(offset + 1)) !== undefined
  );
}

/** All single-character surnames known here. */
export const SURNAMES: ReadonlySet<string> = new Set(COMMON + OTHER);
