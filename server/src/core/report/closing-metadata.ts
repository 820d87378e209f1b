import { unitTable } from '../text/unit-table.js';
import { Weight } from './field-values.js';
import { scanFields, type LineText } from './fields.js';
import { isUnmistakableMedium } from './medium.js';
import { emptyMetadata, readMetadataLine, type Metadata } from './metadata.js';
import type { ShadowLine } from './shadow-lines.js';

/** `……。(某报 2021年6月13日)` and `……。来源:某报`: what follows the last sentence of a paragraph. */
const IN_BRACKETS = /[。!?”」\s]\s*[(【〔\[]([^()【】〔〕\[\]。]{3,40})[)】〕\]]\s*$/;
const BEHIND = /[。!?][”」)]?\s*([^。!?”」]{4,60})$/;

/** `……。——南屏日报`. */
const SIGNED = /^[—-]{1,3}\s?([\u4e00-\u9fff]{3,14})$/;

/** What nearly every last paragraph ends with, and what ends one with a bracket. */
const STOP = unitTable('。!?;”」');
const CLOSING = unitTable(')】〕]');

/** Reads a source or date that scraping left at the end of the last paragraph of the body. */
export function readClosingMetadata(line: ShadowLine, metadata: Metadata): void {
  const last = line.unitAt(line.length - 1);
  if (STOP[last] === 1) return;
  // Only the end is looked at, however long the paragraph.
  const from = Math.max(0, line.folded.length - 80);
  const end = line.folded.slice(from);
  const bracketed = CLOSING[last] === 1 ? IN_BRACKETS.exec(end)?.[1] : undefined;
  const behind = bracketed === undefined ? BEHIND.exec(end)?.[1] : undefined;
  const part = bracketed ?? behind;
  if (part === undefined) return;
  const at = from + end.lastIndexOf(part);
  const text: LineText = {
    folded: part,
    start: line.start + at,
    classes: line.classes,
    clues: line.clues,
  };
  const signed = bracketed === undefined ? SIGNED.exec(part)?.[1] : undefined;
  if (signed !== undefined && isUnmistakableMedium(signed)) {
    const start = text.start + part.length - signed.length;
    metadata.sources.push({ start, end: start + signed.length, weight: Weight.bareSource });
    return;
  }
  // Without brackets only a label shows that the sentence is over.
  if (bracketed === undefined && scanFields(text)[0]?.labelStart !== 0) return;
  const found = emptyMetadata();
  if (!readMetadataLine(text, 'tail', undefined, found).isMetadata) return;
  metadata.dates.push(...found.dates);
  metadata.sources.push(...found.sources);
}
