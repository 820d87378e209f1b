import type { Report, Zone, ZoneKind } from '../report/types.js';
import type { Language } from '../rules/rule.js';
import { withoutNotes } from '../script/conversion/note-free.js';
import type { Span } from '../text/span.js';

/** A node of the outline; `span` covers what it stands for, `name` is what a list shows. Raw UTF-16 offsets. */
export interface OutlineNode {
  readonly name: string;
  readonly detail: string;
  readonly kind: ZoneKind | PartKind;
  readonly span: Span;
  readonly children: readonly OutlineNode[];
}

/** `page`: furniture around the report. */
type PartKind = 'page' | 'head' | 'body' | 'end';

const PART_NAMES: Readonly<Record<PartKind, Readonly<Record<Language, string>>>> = {
  page: { en: 'Page furniture', 'zh-cn': '网页杂项' },
  head: { en: 'Headlines and metadata', 'zh-cn': '标题与元数据' },
  body: { en: 'Body', 'zh-cn': '正文' },
  end: { en: 'Tail', 'zh-cn': '文末' },
};

const HEAD_NAMES: Readonly<Record<'titles' | 'data', Readonly<Record<Language, string>>>> = {
  titles: { en: 'Headlines', 'zh-cn': '标题' },
  data: { en: 'Metadata', 'zh-cn': '元数据' },
};

const ZONE_NAMES: Readonly<Record<ZoneKind, Readonly<Record<Language, string>>>> = {
  furniture: { en: 'page furniture', 'zh-cn': '网页杂项' },
  'label-orphan': { en: 'label', 'zh-cn': '标签' },
  kicker: { en: 'kicker', 'zh-cn': '引题' },
  headline: { en: 'headline', 'zh-cn': '标题' },
  subheadline: { en: 'sub-headline', 'zh-cn': '副题' },
  metadata: { en: 'metadata', 'zh-cn': '元数据' },
  lead: { en: 'lead', 'zh-cn': '导语' },
  paragraph: { en: 'paragraph', 'zh-cn': '段落' },
  attendance: { en: 'attendance', 'zh-cn': '出席名单' },
  tail: { en: 'tail', 'zh-cn': '文末' },
};

const LONGEST_NAME = 30;

/** Zones of a report that follow each other. */
interface Part {
  readonly kind: PartKind;
  readonly zones: readonly Zone[];
}

/** The three parts of a report: what stands above the body, the body, what stands below it. */
export function parts({ zones }: Report): readonly Part[] {
  const isBody = ({ kind }: Zone): boolean =>
    kind === 'lead' || kind === 'paragraph' || kind === 'attendance';
  const first = zones.findIndex(isBody);
  const last = zones.findLastIndex(isBody);
  const cut = first < 0 ? zones.length : first;
  const all: readonly Part[] = [
    { kind: 'head', zones: zones.slice(0, cut) },
    { kind: 'body', zones: first < 0 ? [] : zones.slice(first, last + 1) },
    { kind: 'end', zones: first < 0 ? [] : zones.slice(last + 1) },
  ];
  return all.filter((part) => part.zones.length > 0);
}

/** A part with the page furniture in it set apart: it is neither headline nor tail. The body stays whole. */
function withoutPage({ kind, zones }: Part): readonly Part[] {
  if (kind === 'body') return [{ kind, zones }];
  const runs: { readonly kind: PartKind; readonly zones: Zone[] }[] = [];
  for (const zone of zones) {
    const own = zone.kind === 'furniture' ? 'page' : kind;
    const last = runs.at(-1);
    if (last?.kind === own) last.zones.push(zone);
    else runs.push({ kind: own, zones: [zone] });
  }
  return runs;
}

/** What a list calls a part; furniture may leave headlines and metadata each by themselves. */
function nameOf({ kind, zones }: Part): Readonly<Record<Language, string>> {
  if (kind !== 'head') return PART_NAMES[kind];
  const isData = ({ kind: zone }: Zone): boolean => zone === 'metadata' || zone === 'label-orphan';
  return zones.every(isData) ? HEAD_NAMES.data : zones.some(isData) ? PART_NAMES.head : HEAD_NAMES.titles;
}

/** The outline of a report: its parts and the page furniture around them, in each its zones. */
export function outline(report: Report, language: Language): OutlineNode[] {
  return parts(report)
    .flatMap(withoutPage)
    .map((part) => ({
      name: nameOf(part)[language],
      detail: '',
      kind: part.kind,
      span: cover(part.zones),
      children: part.zones.map((zone) => ({
        name: excerpt(report, zone),
        detail: ZONE_NAMES[zone.kind][language],
        kind: zone.kind,
        span: zone,
        children: [],
      })),
    }));
}

/** What can be folded: each of the three parts, with the page furniture in it. Raw offsets. */
export function foldings(report: Report): Span[] {
  return parts(report).map(({ zones }) => cover(zones));
}

function cover(zones: readonly Zone[]): Span {
  return { start: zones[0]?.start ?? 0, end: zones.at(-1)?.end ?? 0 };
}

/** What the file says in the zone, in its own script, without certain pinyin notes; cut to a list's width. */
function excerpt({ text, notes }: Report, zone: Zone): string {
  const line = withoutNotes(text, zone, notes.certain).text.trim();
  if (line.length <= LONGEST_NAME) return line || '…';
  // A pair of surrogates at the border stays whole or goes.
  return `${line.slice(0, LONGEST_NAME).replace(/[\ud800-\udbff]$/, '')}…`;
}
