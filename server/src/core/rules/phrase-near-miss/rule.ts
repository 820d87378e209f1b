import type { Report } from '../../report/types.js';
import { defineRule } from '../rule.js';

/** A short phrase with another character in it is often another word: 推进中国现代化. */
const LONG = 8;

export const phraseNearMiss = defineRule({
  id: 'phrase-near-miss',
  group: 'phrases',
  severity: 'information',
  fix: 'suggest',
  edits: ['phrase-replaced'],
  summary: { en: 'A set phrase with one character wrong or missing', 'zh-cn': '固定提法错了或漏了一个字' },
  messages: {
    near: {
      en: 'Close to the set phrase “{phrase}”; wording of the time may differ',
      'zh-cn': '与固定提法“{phrase}”相差一字；当时的提法可能不同',
    },
    replace: { en: 'Replace with “{phrase}”', 'zh-cn': '改为“{phrase}”' },
  },
  concerns: ({ report }) => report.nearPhrases.length > 0,
  *check({ report, converter }) {
    for (const { start, end, phrase } of report.nearPhrases) {
      if (isOtherWording(writtenIn(report, start, end), phrase)) continue;
      const text = report.script.majority === 'traditional' ? converter.convert(phrase, 's2t') : phrase;
      yield {
        message: 'near',
        arguments: { phrase: text },
        span: { start, end },
        ...(phrase.length < LONG ? { severity: 'hint' as const } : {}),
        fix: {
          class: 'suggest',
          title: 'replace',
          arguments: { phrase: text },
          edits: () => [{ start, end, newText: text, kind: 'phrase-replaced' }],
        },
      };
    }
  },
});

/** Ways to forbid that stand for each other: 不可, 不能, 不要, 不得. */
const FORBIDDING = /不[可能要得]/g;
const MARKS = /[\p{P}\s]/gu;

/** What a stretch (raw UTF-16 offsets) says, as the phrases of the lexicon are written. */
function writtenIn({ shadow }: Report, start: number, end: number): string {
  return shadow.text.slice(shadow.toShadow(start), shadow.toShadow(end));
}

/** Whether a stretch says the same as the phrase in other, equally usual words: that is no slip. */
function isOtherWording(written: string, phrase: string): boolean {
  return plain(written) === plain(phrase);
}

function plain(text: string): string {
  return text.replace(MARKS, '').replace(FORBIDDING, '不可');
}
