import type { Report } from '../../report/types.js';
import { CharacterClass } from '../../script/characters.js';
import { spansMeeting, type Span } from '../../text/span.js';
import type { TextEdit } from '../../text/edit.js';
import { unitTable } from '../../text/unit-table.js';
import { findMarkup } from '../html-markup/markup.js';
import { defineRule, type Fix, type RuleFinding } from '../rule.js';

export const lostIndent = defineRule({
  id: 'lost-indent',
  group: 'residue',
  severity: 'hint',
  fix: 'exact',
  edits: ['indent-restored'],
  summary: {
    en: 'Two spaces or question marks where an ideographic indent was',
    'zh-cn': '段首全角空格变成了半角空格或问号',
  },
  messages: {
    spaces: {
      en: '{count:paragraph|paragraphs} that lost the ideographic indent',
      'zh-cn': '{count} 段的段首全角缩进丢失',
    },
    questions: {
      en: '{count:paragraph|paragraphs} with ? where an indent was',
      'zh-cn': '{count} 段以问号代替了段首缩进',
    },
    restore: { en: 'Restore the indent', 'zh-cn': '恢复缩进' },
  },
  concerns: ({ report }) => holdsSpaces(report) || holdsQuestions(report),
  *check({ report }) {
    const spaces = holdsSpaces(report) ? indents(report, /^ {2}(?!\s)/) : [];
    const questions = holdsQuestions(report) ? indents(report, /^\?{2,4}(?![?？])/) : [];
    if (spaces.length > 0) yield finding('spaces', spaces, 'exact');
    if (questions.length > 0) yield finding('questions', questions, 'review');
  },
});

function holdsSpaces({ text, classes }: Report): boolean {
  return (classes & CharacterClass.space) !== 0 && text.includes('  ');
}

function holdsQuestions({ text, classes }: Report): boolean {
  return (classes & CharacterClass.asciiMark) !== 0 && text.includes('??');
}

const INDENT = '\u3000\u3000';
const LINE_END = unitTable('\n\r');
/** UTF-16 units by which an indent is known. */
const LONGEST = 8;

/**
 * What stands in front of the paragraphs of the body. Where some paragraph of the body shows the damage, the lines
 * behind the lead show it too: bylines and signatures were indented with the rest.
 */
function indents(report: Report, pattern: RegExp): TextEdit[] {
  const { zones, lines, text } = report;
  const markup = findMarkup(report);
  const edits: TextEdit[] = [];
  const behind: TextEdit[] = [];
  let body = false;
  let last = -1;
  for (const { kind, start } of zones) {
    const isBody = kind === 'lead' || kind === 'paragraph' || kind === 'attendance';
    body ||= isBody;
    if (!body || kind === 'furniture') continue;
    // Where a zone opens its line, the indent can only be what it begins with: no need to look the line up.
    const opensLine = start === 0 || LINE_END[text.charCodeAt(start - 1)] === 1;
    if (opensLine && !pattern.test(text.slice(start, start + LONGEST))) continue;
    const line = lines.line(lines.place(start).line);
    const match = pattern.exec(text.slice(line.start, Math.min(line.end, line.start + LONGEST)));
    if (match === null || line.start === last) continue;
    last = line.start;
    const { length } = match[0];
    // Spaces in front of a tag or inside a script are the page's layout.
    if (meetsMarkup(markup, line.start, line.start + length)) continue;
    (isBody ? edits : behind).push({
      start: line.start,
      end: line.start + length,
      newText: INDENT,
      kind: 'indent-restored',
    });
  }
  return edits.length === 0 ? [] : [...edits, ...behind].sort((a, b) => a.start - b.start);
}

/** Whether a stretch touches markup that starts in it, right behind it, or holds it. */
function meetsMarkup(markup: readonly Span[], start: number, end: number): boolean {
  return markup.length > 0 && spansMeeting(markup, { start, end: end + 1 }).length > 0;
}

function finding(message: string, edits: readonly TextEdit[], fixClass: Fix['class']): RuleFinding {
  const places = edits.map(({ start, end }) => ({ start, end }));
  return {
    message,
    arguments: { count: edits.length },
    span: places[0] ?? { start: 0, end: 0 },
    places,
    fix: { class: fixClass, title: 'restore', edits: () => edits },
  };
}
