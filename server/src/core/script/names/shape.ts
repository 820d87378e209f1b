import { hasNameShape } from '../../lexicon/name-shape.js';
import { isCommonSurname, isCompoundSurname, isSurname } from '../../lexicon/surnames.js';
import { isHanUnit } from '../characters.js';
import { OWN_WORDS } from './forms.js';
import { GIVEN_NAME_CHARACTERS } from './given-names.js';
import { NO_NAMES } from './no-names.js';

/**
 * Which characters of a text with several targets a phrase of the dictionaries decides, so that they stand in a word (后来,
 * 台湾). UTF-16 offsets. The text is Simplified, or what `written` is of it.
 */
export type DecidedByPhrase = (simplified: string, written: string) => ReadonlySet<number>;

/** Surnames that are nearly always another word; the recogniser of officials does without them. */
const RARE_SURNAMES = new Set('后台种党仆占丑征采咸');
/** What ends places and offices, not names. */
const OFFICE = /[省市县区镇乡局厅处委办院所站组科部]$/;
/** The same where a name of two characters is looked at: 种河, 台会. */
const PLACE = /^.[州村河湖岛路街队会旗盟里后台]$/;
/** 余 and 万 behind a number. */
const QUANTITY =
  /^[余万](?:[万亿千百多]?[元家处条名个人年天次套辆间首所只头件份吨米户亩股棵层艘枚幅支门架例卷行册块张斤方场株匹封颗滴章度段具]|公[里顷斤]|平方|毫米|千克|架次|场次)/;
/** Characters that no given name holds. */
const NOT_GIVEN = /[的了是在与及将也又就被把其此这那该各等们要不个下]/;

/** How many characters of the surname stand in front; 0 when it is none. */
function surnameLength(text: string): number {
  if (text.length >= 3 && isCompoundSurname(text, 0)) return 2;
  return isSurname(text.charCodeAt(0)) || RARE_SURNAMES.has(text.charAt(0)) ? 1 : 0;
}

/**
 * Whether a Simplified text is nothing but a personal name: a surname with one or two characters behind it, and no word of
 * the dictionaries. A rare surname is mostly another word, so what follows it must be characters that names are made of;
 * of a frequent one even 余光中 is believed, although 余光 is a word.
 * @param written the text in its own script
 */
export function isNameAlone(text: string, decidedByPhrase: DecidedByPhrase, written: string = text): boolean {
  const surname = surnameLength(text);
  const given = text.slice(surname);
  if (surname === 0 || given.length < 1 || given.length > 2) return false;
  for (let i = 0; i < text.length; i++) if (!isHanUnit(text.charCodeAt(i))) return false;
  if (NOT_GIVEN.test(given) || OFFICE.test(text) || QUANTITY.test(text)) return false;
  const common = surname === 2 || isCommonSurname(text.charCodeAt(0));
  if (given.length === 1 && surname === 1 && PLACE.test(text)) return false;
  if (isSurname(text.charCodeAt(0)) && !hasNameShape(text, 0, text.length)) return false;

  if (NO_NAMES.has(text)) return false;
  const likely = Array.from(given).every((character) => GIVEN_NAME_CHARACTERS.has(character));
  const decided = decidedByPhrase(text, written);
  if (common) return decided.size === 0 || (likely && given.length === 2);
  return likely && decided.size === 0 && (given.length === 2 || !OWN_WORDS.has(given));
}

/** Whether a Simplified text has a surname, rare ones among them, and a given name of one or two characters behind it. */
export function beginsLikeName(text: string): boolean {
  const surname = surnameLength(text);
  const given = text.slice(surname);
  if (surname === 0 || given.length < 1 || given.length > 2 || NOT_GIVEN.test(given)) return false;
  return !OFFICE.test(text) && !QUANTITY.test(text) && !NO_NAMES.has(text);
}

/** Whether what stands from `start` to `end` of folded text can be a name with a surname that is mostly another word. */
export function isRareName(
  text: string,
  start: number,
  end: number,
  decidedByPhrase: DecidedByPhrase,
): boolean {
  return RARE_SURNAMES.has(text.charAt(start)) && isNameAlone(text.slice(start, end), decidedByPhrase);
}

/** The surnames that {@link isRareName} takes. */
export const rareSurnames: readonly string[] = [...RARE_SURNAMES];
