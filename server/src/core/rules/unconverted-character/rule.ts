import type { Report } from '../../report/types.js';
import { CharacterClass } from '../../script/characters.js';
import { spansMeeting, type Span } from '../../text/span.js';
import { minorityRuns } from '../mixed-script/runs.js';
import { defineRule, NOTHING, type Fix, type RuleFinding } from '../rule.js';
import { damagedLines } from '../undecodable-text/damage.js';
import { findLeftovers, type CharacterPlaces } from './leftovers.js';
import { findSuspicious } from './suspicious.js';

/** What the rule looks for in a report of each script. */
const LEFT_OVER = {
  simplified: CharacterClass.traditionalOnly | CharacterClass.variant,
  traditional: CharacterClass.simplifiedOnly | CharacterClass.variant | CharacterClass.suspect,
};

export const unconvertedCharacter = defineRule({
  id: 'unconverted-character',
  group: 'script',
  severity: 'information',
  fix: 'review',
  edits: ['script-converted'],
  summary: { en: 'Single characters that a conversion has left over', 'zh-cn': '转换简繁时遗漏的单字' },
  messages: {
    leftover: {
      en: '{character} is left over from the other script',
      'zh-cn': '“{character}”是另一种字形遗留的字',
    },
    variant: {
      en: '{character} is a form that no converter knows; {target} is the usual one',
      'zh-cn': '“{character}”是转换工具不认识的字形，通常写作“{target}”',
    },
    suspicious: {
      en: '{count} × {character} in a Traditional report, where {target} is usual in these words',
      'zh-cn': '繁体报道中有 {count} 个“{character}”，这些词通常写作“{target}”',
    },
    habit: {
      en: '{count} × {character} in a Traditional report, where {target} is usual; nothing else here was left over, so it may be how the writer spells',
      'zh-cn':
        '繁体报道中有 {count} 个“{character}”，通常写作“{target}”；全文没有其他遗漏的字，也可能是作者的写法',
    },
    convert: { en: 'Replace {character} with {target}', 'zh-cn': '把“{character}”改为“{target}”' },
  },
  concerns: ({ report: { script: own, classes }, script }) =>
    own.majority !== undefined &&
    (classes & LEFT_OVER[own.majority]) !== 0 &&
    // A report in the wrong script is converted as a whole (unexpected-script).
    (script === 'any' || script === own.majority),
  check({ report, converter, transcoder }) {
    const { majority } = report.script;
    if (majority === undefined) return NOTHING;
    const damaged = damagedLines(report, transcoder);
    const found: RuleFinding[] = [];
    const glyphs = majority === 'simplified' ? 't2s' : 's2t';
    const leftovers = findLeftovers(report, majority, (c) => converter.convert(c, glyphs));
    for (const one of outsideLines(report, leftovers, damaged))
      found.push(finding(one.variant ? 'variant' : 'leftover', one));
    if (majority === 'traditional') addSuspicious(found, report, damaged);
    return found;
  },
});

function addSuspicious(found: RuleFinding[], report: Report, damaged: ReadonlySet<number>): void {
  const suspects = outsideLines(report, findSuspicious(report), damaged);
  const suspicious = outsideRuns(report, suspects, damaged);
  // 并 alone is a habit of spelling; beside other signs it is a trace of conversion.
  const others = suspicious.some(({ character }) => character !== '并');
  for (const one of suspicious) {
    const isHabit = one.character === '并' && !others;
    found.push(finding(isHabit ? 'habit' : 'suspicious', one, isHabit));
  }
}

/** What stands in a run goes with the run (mixed-script). */
function outsideRuns<Found extends CharacterPlaces>(
  report: Report,
  found: readonly Found[],
  damaged: ReadonlySet<number>,
): readonly Found[] {
  if (found.length === 0 || report.script.verdict !== 'mixed') return found;
  const runs = minorityRuns(report, damaged);
  return where(found, (place) => spansMeeting(runs, place).length === 0);
}

/** What a wrong encoding made says nothing of scripts. */
function outsideLines<Found extends CharacterPlaces>(
  { lines }: Report,
  found: readonly Found[],
  damaged: ReadonlySet<number>,
): readonly Found[] {
  return damaged.size === 0 ? found : where(found, ({ start }) => !damaged.has(lines.place(start).line));
}

function where<Found extends CharacterPlaces>(
  found: readonly Found[],
  holds: (place: Span) => boolean,
): readonly Found[] {
  return found
    .map((one) => ({ ...one, places: one.places.filter(holds) }))
    .filter(({ places }) => places.length > 0);
}

function finding(
  message: string,
  { character, target, places }: CharacterPlaces,
  isDoubtful = false,
): RuleFinding {
  const [first = { start: 0, end: 0 }] = places;
  const words = { character, target, count: places.length };
  const fix: Fix = {
    class: isDoubtful ? 'suggest' : 'review',
    title: 'convert',
    arguments: words,
    edits: () => places.map(({ start, end }) => ({ start, end, newText: target, kind: 'script-converted' })),
  };
  return {
    message,
    arguments: words,
    span: first,
    places: places.length > 1 ? places : undefined,
    severity: isDoubtful ? 'hint' : undefined,
    fix: target === character ? undefined : fix,
  };
}
