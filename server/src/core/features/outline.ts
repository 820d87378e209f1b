import type { Report, Zone, ZoneKind } from '../report/types.js';
import type { Language } from '../rules/rule.js';
import { withoutNotes } from '../script/conversion/note-free.js';
import type { Span } from '../text/span.js';

/** A node of the outline; `span` covers what it stands for, `name` is what a list shows. Raw UTF-16 offsets. */
export interface OutlineNode {
  readonly name: string;
  readonly detail: string;
  readonly kind: ZoneKind | 'head' | 'body' | 'end';
  readonly span: Span;
  readonly children: readonly OutlineNode[];
}

const PART_NAMES: Readonly<Record<'head' | 'body' | 'end', Readonly<Record<Language, string>>>> = {
  head: { en: 'Headlines and metadata', 'zh-cn': '标题与元数据' },
  body: { en: 'Body', 'zh-cn': '正文' },
  end: { en: 'Tail', 'zh-cn': '文末' },
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

/** The three parts of a report: what stands above the body, the body, what stands below it. */
export function parts({
  zones,
}: Report): { readonly kind: 'head' | 'body' | 'end'; readonly zones: readonly Zone[] }[] {
  const isBody = ({ kind }: Zone): boolean =>
    kind === 'lead' || kind === 'paragraph' || kind === 'attendance';
  const first = zones.findIndex(isBody);
  const last = zones.findLastIndex(isBody);
  const cut = first < 0 ? zones.length : first;
  return [
    { kind: 'head' as const, zones: zones.slice(0, cut) },
    { kind: 'body' as const, zones: first < 0 ? [] : zones.slice(first, last + 1) },
    { kind: 'end' as const, zones: first < 0 ? [] : zones.slice(last + 1) },
  ].filter((part) => part.zones.length > 0);
}

/** The outline of a report: its parts, in each its zones. */
export function outline(report: Report, language: Language): OutlineNode[] {
  return parts(report).map(({ kind, zones }) => ({
    name: PART_NAMES[kind][language],
    detail: '',
    kind,
    span: cover(zones),
    children: zones.map((zone) => ({
      name: excerpt(report, zone),
      detail: ZONE_NAMES[zone.kind][language],
      kind: zone.kind,
      span: zone,
      children: [],
    })),
  }));
}

/** What can be folded: each part of more than one line, and runs of page furniture. Raw offsets. */
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
