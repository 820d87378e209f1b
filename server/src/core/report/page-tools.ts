import { unitTable } from '../text/unit-table.js';
import type { Field } from './fields.js';
import { isPageTool } from './furniture.js';
import { trimmedEnd } from './white-space.js';

/** Brackets may be empty where the page had an image. */
const WORD = /[^\s[\]【】〔〕()|/…]+/g;
/** What may stand directly in front of the first tool. */
const OPENING = unitTable('[【〔(');
/** The characters that tools end with: nearly no value of a field ends so. */
const ENDS = unitTable(']】〕)…大中小认常距体号字印闭口页部回到享发藏赞荐');
/** UTF-16 units at the end of a value that are searched. */
const LONGEST = 80;
/** 大 中 小: fewer single characters may be a padded name. */
const FEWEST_SINGLE = 3;

/** Fields with the page's tools behind their values ([打印] [关闭], 大 中 小) as fields of their own. */
export function splitOffTools(folded: string, fields: readonly Field[]): readonly Field[] {
  // Nearly no line has any.
  if (!fields.some((field) => toolsOf(folded, field) < field.valueEnd)) return fields;
  return fields.flatMap((field) => {
    const at = toolsOf(folded, field);
    return at < field.valueEnd ? [{ ...field, valueEnd: at }, toolField(at, field.valueEnd)] : [field];
  });
}

/** Where the tools behind a field's value begin; the value's end where there are none. */
function toolsOf(folded: string, { kind, valueStart, valueEnd }: Field): number {
  return kind === 'other' || kind === 'aside' ? valueEnd : toolsBehind(folded, valueStart, valueEnd);
}

/** A field that holds nothing but tools; offsets are into the folded line. */
export function toolField(start: number, end: number): Field {
  return { kind: 'other', label: '', labelStart: start, valueStart: start, valueEnd: end };
}

/**
 * Where tools of the page begin behind something else in a part of a line, with their brackets; the part's end
 * where none stand there.
 */
export function toolsBehind(folded: string, start: number, end: number): number {
  const last = trimmedEnd(folded, start, end);
  if (last === start || ENDS[folded.charCodeAt(last - 1)] !== 1) return end;
  const from = Math.max(start, last - LONGEST);
  const words = [...folded.slice(from, last).matchAll(WORD)].reverse();
  const others = words.findIndex(([word]) => !isPageTool(word));
  const tools = others < 0 ? words : words.slice(0, others);
  const first = tools.at(-1);
  if (first === undefined) return end;
  const word = from + first.index;
  let at = word;
  while (at > start && OPENING[folded.charCodeAt(at - 1)] === 1) at--;
  if (at === word && tools.length < FEWEST_SINGLE && first[0].length < 2) return end;
  // A value that is nothing but tools is none of theirs.
  return at === start ? end : at;
}
