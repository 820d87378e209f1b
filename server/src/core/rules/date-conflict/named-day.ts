import { createCalendar, weekday } from '../../report/dating/lunar.js';
import { findLunarTerms } from '../../report/dating/lunar-terms.js';
import type { EventDate } from '../../report/types.js';

const WEEKDAY = /(?:星期|周|礼拜)[一二三四五六日天]/;
// 周一鸣 may be a man: behind a comma the short form counts only where no name can go on.
const WEEKDAY_BEHIND =
  /^[\s,(]{0,2}((?:星期|礼拜)[一二三四五六日天]|周[一二三四五六日](?=[)\],。\s上下早晚中午凌当至]|$))/;

/** The weekday that a text names; with `behind`, only one at its very beginning. */
export function namedWeekday(text: string, behind = false): string | undefined {
  return behind ? WEEKDAY_BEHIND.exec(text)?.[1] : WEEKDAY.exec(text)?.[0];
}

/** Whether a day was the named day of the week. */
export function isWeekday(iso: string, named: string): boolean {
  const [year, month, day] = numbers(iso);
  const name = named.charAt(named.length - 1);
  return weekday(year, month, day) === (name === '天' ? 0 : '日一二三四五六'.indexOf(name));
}

const BESIDE = /^[\s,(、]{0,2}(?:(?:农历|也是|正是|是|正值|适逢)\s?)?$/;
const NO_DAY_OF_ITS_OWN = /^(?:前|后|期间|以来|假期|将至|临近|来临|将|到来|起|至|到|节前|期)/;

/** The lunar day that stands directly behind a date and falls on another day; `behind` is folded shadow text. */
export function wrongLunarDay(event: EventDate, behind: string): string | undefined {
  if (event.iso === undefined) return undefined;
  const [term] = findLunarTerms(behind, 0, behind.length);
  if (term === undefined || !BESIDE.test(behind.slice(0, term.start))) return undefined;
  if (NO_DAY_OF_ITS_OWN.test(behind.slice(term.end))) return undefined;
  const calendar = createCalendar();
  const date = numbers(event.iso);
  // Without a Chinese calendar in the runtime nothing can be said.
  if (calendar.lunarDay(...date) === undefined) return undefined;
  return term.fits(calendar, ...date) ? undefined : term.text;
}

function numbers(iso: string): [year: number, month: number, day: number] {
  const [year = 0, month = 0, day = 0] = iso.slice(0, 10).split('-').map(Number);
  return [year, month, day];
}
