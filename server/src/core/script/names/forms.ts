import { REGIONAL_FORMS } from '../source-standard.js';
import { STANDARD_NAME_FORMS } from './standard.js';

/** The form a character has in a converted name. */
export interface NameForm {
  readonly form: string;
  /** What the bearer may write instead, so that a person should look, the likeliest first; empty where nothing is in doubt. */
  readonly others: readonly string[];
}

const sure = (form: string): NameForm => ({ form, others: [] });
const asked = (form: string, ...others: readonly string[]): NameForm => ({ form, others });

/**
 * Simplified characters that conversion maps away although they are Traditional characters of their own, because
 * OpenCC's phrases also map them to themselves: 干 in 干涉, 后 in 皇后, 云 in 云云. A name may be meant to have either, so
 * it keeps what it has. A test derives the set again from OpenCC's dictionaries.
 */
export const OWN_WORDS: ReadonlySet<string> = new Set(
  '万丑丰么于云仆价伙余佣党准几凶划占厂厘叶台吁吃后咨咸夸尸岩岳帘干广征恒愿据斗朴杠杰柜涂涌淀游熏皂确种筑胜腊腌膻苹范荐虫虱蜡跖辟适郁采里霉',
);

/**
 * Of these, the ones that stay Simplified in no name: the word that keeps the short form in Traditional is too rare or too
 * ill-sounding (厂 hǎn, 广 yǎn, 胜 xīng, 价 jiè, 叶 xié, 万 only in 万俟), so names write 萬, 葉, 廣, 勝.
 */
const ONE_NAME_FORM: ReadonlySet<string> = new Set('万么价几厂吃吁夸尸帘广愿据柜叶确胜腊腌膻虫虱蜡适霉');

/** Where names use another target than the one that OpenCC lists first: 祖冲之 is 祖沖之. */
const NAME_TARGETS: Readonly<Record<string, string>> = { 冲: '沖' };

/** What names may have besides the character itself and what OpenCC lists first: 蕭乾. */
const MORE_NAME_TARGETS: Readonly<Record<string, string>> = { 干: '乾' };

/**
 * The Traditional form of a Simplified character in a name.
 * @param plain what converting the character alone gives, in the same regional standard
 */
export function traditionalNameForm(character: string, plain: string): NameForm {
  if (plain === character) return sure(plain);
  const target = NAME_TARGETS[character];
  if (target !== undefined) return target === plain ? sure(plain) : asked(target, plain);
  if (!OWN_WORDS.has(character) || ONE_NAME_FORM.has(character)) return sure(plain);
  const more = MORE_NAME_TARGETS[character];
  return more === undefined ? asked(character, plain) : asked(character, plain, more);
}

/**
 * Forms that bearers of a name chose although another character is usual, and that conversion would merge with it. Unlike
 * 羣 and 峯 they belong to no regional standard; that names are broken so is known of 王汎森 and 薛應旂.
 */
const CHOSEN_VARIANTS: ReadonlySet<string> = new Set('汎旂璿淩儁彫琱榘碕澂');

/** Simplified has 著 too. What conversion writes instead is a particle, which no name holds: there is nothing to ask. */
const NEVER_CONVERTED: ReadonlySet<string> = new Set('著');

/** Variants that convert as everywhere, although a bearer may insist on his: 蔣榦 is 蒋干. */
const DOUBTFUL_VARIANTS: ReadonlySet<string> = new Set('榦');

/** The Simplified form of a Traditional character in a name. @param plain what converting the character alone gives */
export function simplifiedNameForm(character: string, plain: string): NameForm {
  if (plain === character) return sure(REGIONAL_FORMS.get(character) ?? plain);
  if (NEVER_CONVERTED.has(character)) return sure(character);
  if (DOUBTFUL_VARIANTS.has(character)) return asked(plain, character);
  const kept =
    STANDARD_NAME_FORMS.get(character)?.form ?? (CHOSEN_VARIANTS.has(character) ? character : undefined);
  return kept === undefined || kept === plain ? sure(plain) : asked(kept, plain);
}
