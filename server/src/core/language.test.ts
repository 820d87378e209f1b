import { expect, it } from 'vitest';
import { languageOfLocale } from './language.js';

it.each([
  ['zh-CN', 'zh-cn'],
  ['zh_TW.UTF-8', 'zh-cn'],
  ['ZH', 'zh-cn'],
  ['en-GB', 'en'],
  ['de', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('the locale %s reads %s', (locale, language) => {
  expect(languageOfLocale(locale)).toBe(language);
});
