/** The languages of the interface. */
export type Language = 'zh-cn' | 'en';

/** The language for a locale, as a BCP 47 tag (`zh-Hant-TW`) or as POSIX writes it (`zh_CN.UTF-8`). Every Chinese locale reads Chinese. */
export function languageOfLocale(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('zh') === true ? 'zh-cn' : 'en';
}
