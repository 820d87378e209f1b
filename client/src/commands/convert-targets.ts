import { OFFERED_TARGETS } from '../../../server/src/core/script/convert-targets.js';
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
  return OFFERED_TARGETS.map(({ to, command, title }) => ({
    target: to,
    command: `reportCorpus.${command}`,
    label: t(title.en),
  }));
}
