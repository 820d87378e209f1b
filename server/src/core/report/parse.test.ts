import { expect, it } from 'vitest';
import { service } from '../testing/service.js';
import type { Report } from './types.js';

/** Every part of a report, as data. Whoever adds one has to say here how it is looked at. */
const PARTS: { readonly [Part in keyof Report]: (part: Report[Part]) => unknown } = {
  text: same,
  classes: same,
  lines: (lines) => Array.from({ length: lines.count }, (_, line) => lines.line(line)),
  marks: same,
  unusual: same,
  notes: ({ certain, doubtful }) => [certain, doubtful],
  shadow: (shadow) => [shadow.text, shadow.folded, shadow.value({ start: 0, end: shadow.text.length })],
  script: ({ verdict, majority, simplified, traditional }) => [verdict, majority, simplified, traditional],
  zones: same,
  headlines: same,
  dateLine: same,
  sourceLine: same,
  emptySourceLabel: same,
  agency: same,
  authors: same,
  editors: same,
  eventDates: same,
  officials: same,
  otherPeople: same,
  surnameMentions: same,
  phrases: same,
  nearPhrases: same,
  fields: same,
  anchor: same,
  later: same,
};

function same(part: unknown): unknown {
  return part;
}

function look(report: Report): Record<string, unknown> {
  const look = <Part extends keyof Report>(part: Part): [Part, unknown] => [part, PARTS[part](report[part])];
  return Object.fromEntries((Object.keys(PARTS) as (keyof Report)[]).map(look));
}

// The memory that texts are read in is used again: a part that is only made when it is asked for would read the next text.
it.each([
  [
    'plain',
    '清溪市召开防汛工作会议\n2021-06-13 来源：清溪日报\n6月12日，清溪市市长沈若兰强调，要做到外防输入、内防反弹。\n编辑：何一鸣\n',
  ],
  [
    'with notes',
    '清溪市召開(kāi)防汛工作會(huì)議\n6月12日,清溪市市長(zhǎng)沈若蘭強(qiáng)調(diào),要做到外防輸(shū)入、內(nèi)防反彈(dàn)。\n',
  ],
])('a report stays what it is when other texts are read: %s', (_, text) => {
  const report = service.parse(text);
  for (const other of [
    '',
    '霖川市委书记张敬华主持会议。'.repeat(40),
    text.slice(3),
    '會(huì)議\n'.repeat(30),
  ])
    service.parse(other);
  expect(look(report)).toEqual(look(service.parse(text)));
  // Not because there was nothing to say.
  expect([report.officials.length, report.phrases.length]).toEqual([1, 1]);
});
