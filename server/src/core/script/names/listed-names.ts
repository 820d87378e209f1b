import { endsName, hasNameShape } from '../../lexicon/name-shape.js';
import { titleHeadLength } from '../../lexicon/title-heads.js';
import type { Report } from '../../report/types.js';
import type { Span } from '../../text/span.js';
import { unitTable } from '../../text/unit-table.js';
import { isHanUnit } from '../characters.js';
import { OWN_WORDS } from './forms.js';
import { beginsLikeName, isNameAlone, type DecidedByPhrase } from './shape.js';

/** Of folded text. */
const BRACKETS = /\(([^()\n\r]{4,80})\)/g;
const PARTS = /[^\s、,;/|:]+/g;
/** Who is said to have written, photographed or edited; Simplified. */
const ROLE =
  /^(?:本报|本网|本台|本刊|见习|实习|特约|全媒体|首席)*(?:记者|通讯员|摄影|编辑|责编|校对|供稿|文|图|摄)$/;
const LIST_MARK = '、'.charCodeAt(0);
/** UTF-16 units; a name with what stands in front of a list or behind it. */
const LONGEST_END = 12;
const LONGEST_NAME = 3;
/** The share of a list's members that are names beyond doubt; the others then are too. */
const MOST = 0.6;
/** Surnames that a text without title is full of in other words, but hardly in front of a given name and between marks. */
const BARE = '岳范余涂郁';
/** Characters of folded text that need care in names: conversion may take another form. */
const CARE = unitTable([...OWN_WORDS].join(''));
/** What may stand in front of a name, beside marks. */
const BEFORE = new Set('由和与及对向让请');

/** Where names stand whose characters may convert in several ways; raw UTF-16 offsets, unsorted. */
export function findListedNames({ text, shadow }: Report, decidedByPhrase: DecidedByPhrase): Span[] {
  const { folded } = shadow;
  const written = (start: number, end: number): string => {
    const raw = shadow.rawSpan({ start, end });
    return text.slice(raw.start, raw.end);
  };
  const isName: IsName = (start, end) =>
    isNameAlone(folded.slice(start, end), decidedByPhrase, written(start, end));
  const needsCare = (start: number, end: number): boolean => {
    for (let i = start; i < end; i++) if (CARE[folded.charCodeAt(i)] === 1) return true;
    return false;
  };
  const found: Span[] = [];
  for (const { index, 0: match, 1: inside = '' } of folded.matchAll(BRACKETS))
    if (needsCare(index, index + match.length)) found.push(...namesOfByline(inside, index + 1, isName));
  for (let comma = folded.indexOf('、'); comma >= 0; comma = folded.indexOf('、', comma + 1)) {
    const list = listAround(folded, comma);
    if (list.members > 2 && needsCare(list.start, list.end)) found.push(...namesOfList(folded, list, isName));
    comma = Math.max(comma, list.end - 1);
  }
  for (const surname of BARE)
    for (let at = folded.indexOf(surname); at >= 0; at = folded.indexOf(surname, at + 1))
      if (standsAlone(folded, at, at + 3) && isName(at, at + 3)) found.push({ start: at, end: at + 3 });
  return shadow.keepsOffsets ? found : found.map((span) => shadow.rawSpan(span));
}

/** Wherever else in a text names of three characters stand that need care; two are too often a part of something else. */
export function findSameNames({ text }: Report, names: readonly Span[]): Span[] {
  const byFirst = new Map<string, Set<string>>();
  for (const { start, end } of names) {
    if (end - start !== 3) continue;
    const name = text.slice(start, end);
    if (!Array.from(name).some((one) => CARE[one.charCodeAt(0)] === 1)) continue;
    const known = byFirst.get(name.charAt(0));
    if (known === undefined) byFirst.set(name.charAt(0), new Set([name]));
    else known.add(name);
  }
  const found: Span[] = [];
  for (const [first, all] of byFirst)
    for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1))
      if (all.has(text.slice(at, at + 3))) found.push({ start: at, end: at + 3 });
  return found;
}

/** A list of names, and how many there may be; its ends are cut out of the text around it. */
interface List extends Span {
  readonly members: number;
}

/** The list whose first 、 stands at an offset. */
function listAround(text: string, comma: number): List {
  let start = comma;
  while (comma - start < LONGEST_END && isHanUnit(text.charCodeAt(start - 1))) start--;
  let members = 1;
  for (let from = comma + 1; ; members++) {
    let end = from;
    while (end - from < LONGEST_END && isHanUnit(text.charCodeAt(end))) end++;
    if (text.charCodeAt(end) !== LIST_MARK || end - from < 2 || end - from > LONGEST_NAME)
      return { start, end, members: members + 1 };
    from = end + 1;
  }
}

type IsName = (start: number, end: number) => boolean;

/** （记者 岳松 通讯员 于采）: behind a role, whatever begins like a name; without one, when all of it is names. */
function namesOfByline(inside: string, offset: number, isName: IsName): Span[] {
  const parts = Array.from(inside.matchAll(PARTS), ({ index, 0: part }) => ({
    start: offset + index,
    end: offset + index + part.length,
    part,
  }));
  const names = parts.filter(({ part }) => !ROLE.test(part));
  const shaped = names.every(({ part }) => part.length <= 4 && beginsLikeName(part));
  if (names.length === parts.length)
    return names.length > 1 && names.every(({ start, end }) => isName(start, end)) ? names : [];
  return shaped ? names : [];
}

/** 副区长丑丽、曲志杰、种志远出席: when most of the members are names, all that begin like one are. */
function namesOfList(text: string, { start, end }: Span, isName: IsName): Span[] {
  const members: Span[] = [];
  let from = start;
  for (const part of text.slice(start, end).split('、')) {
    members.push({ start: from, end: from + part.length });
    from += part.length + 1;
  }
  const middle = members.slice(1, -1);
  if (!middle.every((one) => beginsLikeName(text.slice(one.start, one.end)))) return [];
  const first = lastName(text, members[0]!, isName);
  const last = firstName(text, members.at(-1)!);
  const all = [first, ...middle, last].filter((one) => one !== undefined);
  if (all.length < 3) return [];
  // Behind a title one looks less closely than at any list of words.
  const isSure: IsName =
    first !== undefined && titleHeadLength(text, first.start) > 0
      ? (from, to) => hasNameShape(text, from, to) || isName(from, to)
      : isName;
  const sure = all.filter((one) => isSure(one.start, one.end)).length;
  return sure >= all.length * MOST ? all : [];
}

/** The name that ends what stands in front of a list: behind a title, or all there is. */
function lastName(text: string, { start, end }: Span, isName: IsName): Span | undefined {
  for (const length of [3, 2]) {
    const at = end - length;
    if (at < start || !beginsLikeName(text.slice(at, end))) continue;
    const isAlone = at === start && !isHanUnit(text.charCodeAt(at - 1)) && isName(at, end);
    if (isAlone || titleHeadLength(text, at) > 0) return { start: at, end };
  }
  return undefined;
}

/** The name that what stands behind a list begins with. */
function firstName(text: string, { start, end }: Span): Span | undefined {
  for (const length of [3, 2]) {
    const to = start + length;
    if (to > end || !beginsLikeName(text.slice(start, to))) continue;
    if (!isHanUnit(text.charCodeAt(to)) || endsName(text, to)) return { start, end: to };
  }
  return undefined;
}

function standsAlone(text: string, start: number, end: number): boolean {
  if (end > text.length || (isHanUnit(text.charCodeAt(end)) && !endsName(text, end))) return false;
  return !isHanUnit(text.charCodeAt(start - 1)) || BEFORE.has(text.charAt(start - 1));
}
