/**
 * Simplified characters that stand for different words of Traditional, all of them in use (里 for 裏 inside and 里 a mile). The
 * dictionaries know several targets for twice as many, but the others are forms of one word (溪 谿, 席 蓆), sounds, or words so
 * rare without a phrase around them (家 傢, 并 併) that asking would only hide what is worth a look. A test holds the list
 * against the dictionaries.
 */
const TO_TRADITIONAL = new Set(
  '划丑复冲准获钟后卷发只台周制里面涂致斗干尽扎托折松游签系志于表赞几升余丰历云征辟舍采汇困注借占凶御须布愈范谷岳蒙炼咸脏姜郁朴吁仆饥',
);
/** The same the other way: 乾 of 乾坤 and 干, 著 and 着. */
const TO_SIMPLIFIED = new Set('乾著徵覆藉瞭麽夥剋');

/** Words, Simplified, that the dictionaries lack and in which what they take anyway is right: 复工复产. */
const DECIDED: ReadonlySet<string> = new Set([
  '复产',
  '复航',
  '复绿',
  '复垦',
  '复耕',
  '复牌',
  '复演',
  '复阳',
]);

/** Whether a character that no phrase decides is worth a person's look. */
export function isWorthAsking(character: string, toSimplified: boolean): boolean {
  return (toSimplified ? TO_SIMPLIFIED : TO_TRADITIONAL).has(character);
}

/** The same for a character at a UTF-16 offset of the text that is converted. */
export function isWorthAskingAt(text: string, offset: number, toSimplified: boolean): boolean {
  if (!isWorthAsking(text.charAt(offset), toSimplified)) return false;
  return toSimplified || !DECIDED.has(text.slice(offset, offset + 2));
}
