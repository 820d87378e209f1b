import { mirrorProvenance } from '../../core/rules/mirror-provenance/rule.js';
import type { Settings } from '../../core/settings.js';
import type { Session } from '../session.js';

/** Whether the user wants to hear of mirror sites at all. */
export function tellsOfMirrors({ rules }: Settings): boolean {
  return rules[mirrorProvenance.id]?.severity !== 'off';
}

/** Says in how many files the notes went that told of a mirror: the doubt about date, source and headline stays. */
export async function tellMirrors({ terminal, texts }: Session, files: number): Promise<void> {
  if (files > 0) await terminal.out(`${texts.mirrored(files)}\n`);
}
