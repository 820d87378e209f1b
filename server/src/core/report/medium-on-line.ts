import { unitTable, WHITE_SPACE } from '../text/unit-table.js';
import type { Field, LineText } from './fields.js';
import {
  isMediumBesideDate,
  isOwnName,
  isPublicOffice,
  isUnmistakableMedium,
  withoutCredit,
} from './medium.js';
import { Weight } from './field-values.js';
import type { Metadata } from './metadata.js';
import { skipSpace } from './white-space.js';

const WORD = /[\u4e00-\u9fffA-Za-z]{3,20}/g;
/** Behind what, within a value, something new begins. */
const BORDER = unitTable(`${WHITE_SPACE}|丨│┃∣︱/╱∕()[]【】〔〕《》·•,;`);

/**
 * Adds the medium that stands without a label among labelled fields: `南屏日报 发布时间:2021-06-13`,
 * `时间:2021-06-13 南屏日报`. The first word of a value belongs to its label.
 * @param before how many values `metadata` held in front of this line: where it has named a source nothing is added
 */
export function addMediumAmongFields(
  line: LineText,
  fields: readonly Field[],
  before: { readonly sources: number; readonly dates: number },
  metadata: Metadata,
): void {
  if (metadata.sources.length > before.sources) return;
  const hasDate = metadata.dates.length > before.dates;
  // Lines of editors and page controls are many, and hold names of people only.
  if (!hasDate && fields.every(({ kind }) => kind === 'editor' || kind === 'other')) return;
  for (const { 0: word, index } of line.folded.matchAll(WORD)) {
    if (!standsFree(line.folded, index, word, fields)) continue;
    const name = withoutCredit(word);
    if (isOwnName(name)) continue;
    const isAccount = hasDate && isMediumBesideDate(name) && !isPublicOffice(name);
    if (!isAccount && !isUnmistakableMedium(name)) continue;
    const start = line.start + index;
    metadata.sources.push({ start, end: start + name.length, weight: Weight.bareSource });
    return;
  }
}

const ZERO = 0x30;
const NINE = 0x39;

function standsFree(folded: string, at: number, word: string, fields: readonly Field[]): boolean {
  if (at > 0 && BORDER[folded.charCodeAt(at - 1)] !== 1) return false;
  const end = at + word.length;
  const behind = folded.charCodeAt(end);
  if (end < folded.length && BORDER[behind] !== 1 && !(behind >= ZERO && behind <= NINE)) return false;
  return !fields.some(
    ({ labelStart, valueStart, valueEnd }) =>
      at >= labelStart && at <= skipSpace(folded, valueStart, valueEnd),
  );
}
