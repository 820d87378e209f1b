import { CharacterClass } from '../../script/characters.js';
import { spansMeeting, type Span } from '../../text/span.js';
import { minorityRuns } from '../mixed-script/runs.js';
import { defineRule, type Fix, type RuleFinding, type Severity } from '../rule.js';
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
      'zh-cn': '“{character}”是另一种字体遗留的字',
    },
    variant: {
      en: '{character} is a form that no converter knows; {target} is the usual one',
      'zh-cn': '“{character}”是转换工具不认识的字形，通常写作“{target}”',
    },
    suspicious: {
      en: '{count} × {character} in a Traditional report, where {target} is usual in these words',
      'zh-cn': '繁体报道中有 {count} 个“{character}”，这些词通常写作“{target}”',
    },
    convert: { en: 'Replace {character} with {target}', 'zh-cn': '把“{character}”改为“{target}”' },
  },
  concerns: ({ script: { majority }, classes }) =>
    majority !== undefined && (classes & LEFT_OVER[majority]) !== 0,
  *check({ report, converter, script }) {
    const { majority } = report.script;
    // A report in the wrong script is converted as a whole (unexpected-script).
    if (majority === undefined || (script !== 'any' && script !== majority)) return;
    const glyphs = majority === 'simplified' ? 't2s' : 's2t';
    for (const found of findLeftovers(report, majority, (c) => converter.convert(c, glyphs))) {
      yield finding(found.variant ? 'variant' : 'leftover', found);
    }
    if (majority !== 'traditional') return;
    // What stands in a run goes with the run (mixed-script).
    const runs = report.script.verdict === 'mixed' ? minorityRuns(report) : [];
    const suspicious = outside(runs, findSuspicious(report));
    // 并 alone is a habit of spelling; beside other signs it is a trace of conversion.
    const others = suspicious.some(({ character }) => character !== '并');
    for (const found of suspicious) {
      const alone = found.character === '并' && !others;
      yield finding('suspicious', found, alone ? { severity: 'hint', class: 'suggest' } : undefined);
    }
  },
});

/** The places that meet none of the spans; a character without any goes. */
function outside(spans: readonly Span[], found: readonly CharacterPlaces[]): readonly CharacterPlaces[] {
  if (spans.length === 0) return found;
  return found
    .map((one) => ({ ...one, places: one.places.filter((place) => spansMeeting(spans, place).length === 0) }))
    .filter(({ places }) => places.length > 0);
}

function finding(
  message: string,
  { character, target, places }: CharacterPlaces,
  doubt?: { readonly severity: Severity; readonly class: Fix['class'] },
): RuleFinding {
  const [first = { start: 0, end: 0 }] = places;
  const base: RuleFinding = {
    message,
    arguments: { character, target, count: places.length },
    span: first,
    ...(places.length > 1 ? { places } : {}),
    ...(doubt === undefined ? {} : { severity: doubt.severity }),
  };
  if (target === character) return base;
  return {
    ...base,
    fix: {
      class: doubt?.class ?? 'review',
      title: 'convert',
      arguments: { character, target },
      edits: () => places.map((place) => ({ ...place, newText: target, kind: 'script-converted' })),
    },
  };
}
