import type { Translate } from '../../translate.js';
import type { WhyLeftOut } from './source-text.js';

/** Why a file is left out, in the words of the interface. */
export function whyLeftOut(why: WhyLeftOut, t: Translate): string {
  switch (why) {
    case 'binary':
      return t('not a text');
    case 'not-utf-8':
      return t('not UTF-8');
    case 'mixed-line-ends':
      return t('line ends that VS Code would change; use the command line');
    case 'unreadable':
      return t('cannot be read');
    case 'unlisted':
      return t('folder that cannot be listed');
    case 'other-encoding':
      return t('VS Code opens it in another encoding');
    case 'changed':
      return t('changed in the meantime');
  }
}

/** The files left out as one sentence: the only one by name, several by their reasons. */
export function describeLeftOut(
  files: readonly { readonly path: string; readonly why: string }[],
  t: Translate,
): string {
  const [first] = files;
  if (first === undefined) return '';
  if (files.length === 1) return t('Left alone: {0}', `${first.path} (${first.why})`);
  const counts = new Map<string, number>();
  for (const { why } of files) counts.set(why, (counts.get(why) ?? 0) + 1);
  const reasons = [...counts].map(([why, count]) => `${count} (${why})`);
  return t('Left alone: {0}', reasons.join(t(', ')));
}
