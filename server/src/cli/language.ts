import { languageOfLocale, type Language } from '../core/language.js';

/** The values `--lang` takes. */
export const LANGUAGES: readonly Language[] = ['en', 'zh-cn'];

/** A language from what somebody typed: `zh-cn`, `zh_CN`, `zh`, `EN`. */
export function readLanguage(value: string): Language | undefined {
  const name = value.toLowerCase().replace('_', '-');
  return name === 'zh' ? 'zh-cn' : LANGUAGES.find((language) => language === name);
}

/** The language of messages from the locale variables, in the order POSIX gives them. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  return languageOfLocale(
    [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== ''),
  );
}
