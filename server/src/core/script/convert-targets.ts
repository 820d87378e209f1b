import type { Language } from '../language.js';
import type { ConvertTarget } from './converter.js';

export interface OfferedTarget {
  readonly to: ConvertTarget;
  /** The command of our own client, behind `reportCorpus.`. */
  readonly command: string;
  /** Of the command, in every menu. */
  readonly title: Readonly<Record<Language, string>>;
}

/** The conversions of characters, in the order in which they are offered. */
export const OFFERED_TARGETS: readonly OfferedTarget[] = [
  {
    to: 'simplified',
    command: 'convertToSimplified',
    title: { en: 'Convert to Simplified', 'zh-cn': '转换为简体' },
  },
  {
    to: 'traditional',
    command: 'convertToTraditional',
    title: { en: 'Convert to Traditional', 'zh-cn': '转换为繁体' },
  },
  {
    to: 'tw',
    command: 'convertToTaiwan',
    title: { en: 'Convert to Traditional (Taiwan Standard)', 'zh-cn': '转换为繁体（台湾标准）' },
  },
  {
    to: 'hk',
    command: 'convertToHongKong',
    title: { en: 'Convert to Traditional (Hong Kong Standard)', 'zh-cn': '转换为繁体（香港标准）' },
  },
];
