import { isEnclosedLocalMedium } from './local-media.js';
import {
  isMediumBesideDate,
  isOwnName,
  isPublisher,
  isUnmistakableMedium,
  mayBePublisher,
  withoutCredit,
} from './medium.js';
import { isNameBesideHeadline } from './name-beside-headline.js';
import { unitTable, WHITE_SPACE } from '../text/unit-table.js';

/** What a line that is nothing but the name of who published says; offsets into the line. */
export interface LonePhrase {
  readonly phrase: string;
  readonly start: number;
  /** Whether a word leads to the name (`原文刊于`, `来源—`), so that it can be nothing else. */
  readonly isLed: boolean;
}

/** In UTF-16 units, with all that stands round the name. */
const LONGEST = 32;
const MARKS = '[■□●○◆◇▲△★☆◎▎▌►▶◤•·@—-]';
const LEADS =
  '(?:文章|稿件|信息|消息|新闻|资料|本文|原文|内容)?来源|稿源|出处|转自|转载自|摘自|选自|[本原]文(?:原)?[刊载]于|刊于|刊载于|原载于?';
const ENCLOSED = /^[【《(〔[「『﹝〖{〈<].*[】》)〕\]」』﹞〗}〉>]$/;
/** What a line may say behind the name: a time as apps show it, where and how a reporter reports, a page of the paper. */
const TIME =
  '\\s(?:刚刚|昨天|前天|今天|\\d{1,2}(?:分钟|小时|天)前|\\d{1,2}[-月]\\d{1,2}日?)?\\s?(?:\\d{1,2}:\\d{2})?';
const REPORT = '\\s?[/╱∕|][\\u4e00-\\u9fff/╱∕\\s]{2,24}(?:报[道导]|讯)';
const PAGE =
  '(?:数字报|电子版|官网)|\\s?(?:[>»·|/]{1,2}\\s?)?(?:要闻|时政|新闻|综合|本地|本市|头版|正文)|\\s?第?[A-Z]?\\d{1,3}版(?::?\\s?[\\u4e00-\\u9fff]{2,4})?';
const LONE = new RegExp(
  `^${MARKS}{0,3}\\s?[「【(\\[]?(${LEADS})?[」】)\\]]?\\s?[>»—=;:·・/-]{0,2}\\s?[(「『《“【〔﹝〖{\\[]?([\\u4e00-\\u9fffA-Za-z]{2,20})[)」』》”】〕﹞〗}\\]]?(?:${TIME}|${REPORT}|${PAGE}|${MARKS}{1,3})?$`,
);

/** Nothing but a name, and a section of the paper behind it. */
const LONGEST_PLAIN = 22;
/** All that such a line holds besides Han, letters and digits. */
const HOLDS = unitTable(`■□●○◆◇▲△★☆◎▎▌►▶◤•·@—-/╱∕|>»=;:・()[]「」『』《》“”【】〔〕﹝﹞〖〗{}${WHITE_SPACE}`);
/** What a line of nothing but Han begins with where a word leads to the name, and ends with where something follows it. */
const OPENS = unitTable('文稿信消新资本原内来出转摘选刊');
const ENDS = unitTable('天刚前道导讯报版网闻合地市文政日');

/** Whether a line may be such a name: most headlines hold a mark that no name has, or end as none does. */
function mayBeLone(folded: string): boolean {
  let onlyHan = true;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    if (unit >= 0x4e00 && unit <= 0x9fff) continue;
    onlyHan = false;
    if (HOLDS[unit] === 1 || (unit >= 0x30 && unit <= 0x39)) continue;
    if ((unit | 0x20) < 0x61 || (unit | 0x20) > 0x7a) return false;
  }
  if (!onlyHan || OPENS[folded.charCodeAt(0)] === 1) return true;
  if (folded.length > LONGEST_PLAIN) return false;
  return ENDS[folded.charCodeAt(folded.length - 1)] === 1 || mayBePublisher(folded);
}

/** The name that fills a line, without brackets and what else may stand round it; undefined for any other line. */
export function lonePhrase(folded: string): LonePhrase | undefined {
  if (folded.length > LONGEST || !mayBeLone(folded)) return undefined;
  const match = LONE.exec(folded);
  const whole = match?.[2];
  if (match === null || whole === undefined || isOwnName(whole)) return undefined;
  const isLed = match[1] !== undefined;
  const phrase = withoutCredit(whole);
  const start = folded.indexOf(whole, isLed ? folded.indexOf(match[1] ?? '') + (match[1]?.length ?? 0) : 0);
  return { phrase, start, isLed: isLed && isPublisher(phrase) };
}

/**
 * Whether a name can only be that of a medium: with a credit behind it (南屏日报讯) an account will do, and in brackets or
 * at the edge of the tail a channel of a place.
 */
export function isSureLone({ phrase, isLed }: LonePhrase, folded: string, isAtEdge: boolean): boolean {
  if (isLed || isUnmistakableMedium(phrase)) return true;
  if ((isAtEdge || ENCLOSED.test(folded)) && isEnclosedLocalMedium(phrase)) return true;
  if (ENCLOSED.test(folded) && isNameBesideHeadline(phrase)) return true;
  return folded.length > phrase.length && /[讯稿发]$/.test(folded) && isMediumBesideDate(phrase);
}
