import type { ConvertTarget } from '../../../server/src/lsp/protocol.js';
import type { Translate } from '../translate.js';

export interface NamedTarget {
  readonly target: ConvertTarget;
  /** The command that converts to it. */
  readonly command: string;
  readonly label: string;
}

/** The conversions on offer, in the order of every menu. */
export function convertTargets(t: Translate): readonly NamedTarget[] {
  return [
    {
      target: 'simplified',
      command: 'reportCorpus.convertToSimplified',
      label: t('Convert to Simplified'),
    },
    {
      target: 'traditional',
      command: 'reportCorpus.convertToTraditional',
      label: t('Convert to Traditional'),
    },
    {
      target: 'tw',
      command: 'reportCorpus.convertToTaiwan',
      label: t('Convert to Traditional (Taiwan Standard)'),
    },
    {
      target: 'hk',
      command: 'reportCorpus.convertToHongKong',
      label: t('Convert to Traditional (Hong Kong Standard)'),
    },
  ];
}
