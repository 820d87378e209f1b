import type { ConvertTarget, PhraseTarget } from '../../../../server/src/lsp/protocol.js';
import { convertTargets } from '../../commands/convert-targets.js';
import type { Translate } from '../../translate.js';

/** What files can be converted to. */
export type PlanTarget = ConvertTarget | PhraseTarget;

export interface NamedPlanTarget {
  readonly target: PlanTarget;
  readonly label: string;
  /** The conversion rewrites words, not only characters. */
  readonly wording: boolean;
  /** What converts so on the command line, without the files. */
  readonly command: string;
}

/** The conversions of files: characters only first, then those that change the wording too. */
export function planTargets(t: Translate): readonly NamedPlanTarget[] {
  const rewording: readonly [PhraseTarget, string][] = [
    ['tw2sp', t('Convert to Simplified with Mainland Wording (from Taiwan)')],
    ['hk2sp', t('Convert to Simplified with Mainland Wording (from Hong Kong)')],
    ['s2twp', t('Convert to Traditional with Taiwan Wording')],
    ['s2hkp', t('Convert to Traditional with Hong Kong Wording')],
  ];
  return [
    ...convertTargets(t).map(({ label, target }) => ({
      target,
      label,
      wording: false,
      command: `report-corpus convert --to ${target}`,
    })),
    ...rewording.map(([target, label]) => ({
      target,
      label,
      wording: true,
      command: `report-corpus convert --config ${target}`,
    })),
  ];
}
