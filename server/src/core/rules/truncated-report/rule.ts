import type { Report, Zone } from '../../report/types.js';
import { unitTable } from '../../text/unit-table.js';
import { shownText } from '../html-markup/shown-text.js';
import { defineRule, NOTHING } from '../rule.js';

/** What ends a paragraph: a final mark, behind it closing marks and the sign of the end. */
const FINISHED = /[。！？!?…”’」』》）)\]】〕;；.]\s*[■□◆●▲△※★☆]?\s*$/;
/** Of these the ones that neither a pinyin note nor an entity ends with: nearly every report needs no other look. */
const SURE_END = unitTable('。！？!?…”’」』》】〕.');
/** A list follows, or an attendance list closes the report without a mark. */
const OPEN_BY_RIGHT =
  /[:：]$|(?:参加|出席|列席|陪同|参与|主持)(?:会议|活动|调研|座谈)?$|https?:\/\/\S+$|www\.\S+$/;
/** What stands behind the last sentence without being one: bylines, captions, signatures. */
const APPENDIX =
  /^\s+|^\s*(?:[(（【〔\[]|图|文|摄|记者|通讯员|作者|编辑|责编|供稿|来源|摘自|转自|本文|撰稿|核稿|审核)/;
const SHORTEST = 20;
/** Leads to the same text in a forum's archive. */
const ARCHIVE = '查看完整版';

export const truncatedReport = defineRule({
  id: 'truncated-report',
  group: 'text',
  severity: 'information',
  fix: 'none',
  edits: [],
  summary: { en: 'The report breaks off', 'zh-cn': '报道不完整' },
  messages: {
    unfinished: { en: 'The last paragraph ends without a final mark', 'zh-cn': '最后一段没有句末标点' },
    expand: { en: 'The page may have shown only a part: {text}', 'zh-cn': '网页可能只显示了一部分：{text}' },
  },
  check({ report }) {
    const { zones, text } = report;
    let at = -1;
    let expand: Zone | undefined;
    for (let i = 0; i < zones.length; i++) {
      const zone = zones[i]!;
      if (zone.kind === 'lead' || zone.kind === 'paragraph') at = isEmptyOfText(report, zone) ? at : i;
      else if (expand === undefined && isExpand(report, zone)) expand = zone;
    }
    const last = zones[at];
    if (last === undefined) return NOTHING;
    if (expand !== undefined) {
      const shown = text.slice(expand.start, Math.min(expand.end, expand.start + 40));
      return [{ message: 'expand', arguments: { text: shown }, span: expand }];
    }
    if (SURE_END[text.charCodeAt(last.end - 1)] === 1) return NOTHING;
    // Lines of text below the last paragraph are its list, its captions or the attendance.
    const next = zones.find((zone, i) => i > at && !isEmptyOfText(report, zone));
    if (next?.kind === 'attendance' || (next?.kind === 'tail' && next.furniture === undefined))
      return NOTHING;
    const shown = shownText(shadowText(report, last));
    if (isFinished(shown.text)) return NOTHING;
    const { shadow } = report;
    const end = shadow.toRaw(shadow.toShadow(last.start) + shown.end);
    return [{ message: 'unfinished', span: { start: Math.max(last.start, end - 10), end } }];
  },
});

/** Whether a line holds nothing but HTML (`</div>`). */
function isEmptyOfText({ text }: Report, { start, end }: Zone): boolean {
  const first = text.charAt(start);
  return (first === '<' || first === '&') && shownText(text.slice(start, end)).text === '';
}

/** A button that shows the rest of the page. */
function isExpand(report: Report, zone: Zone): boolean {
  return zone.furniture === 'expand' && !shadowText(report, zone).includes(ARCHIVE);
}

function isFinished(paragraph: string): boolean {
  if (paragraph.length < SHORTEST || FINISHED.test(paragraph) || OPEN_BY_RIGHT.test(paragraph)) return true;
  const behind = /[。！？!?…”]([^。！？!?…”]*)$/.exec(paragraph)?.[1];
  return behind !== undefined && behind.length <= 40 && APPENDIX.test(behind);
}

/** Pinyin notes would end it with a bracket. */
function shadowText({ shadow }: Report, { start, end }: Zone): string {
  return shadow.text.slice(shadow.toShadow(start), shadow.toShadow(end));
}
