import type { Report } from '../../report/types.js';
import { writtenName } from '../../report/written-name.js';
import type { Converter } from '../../script/converter.js';
import { simplifyUnit } from '../../script/characters.js';
import type { TextEdit } from '../../text/edit.js';
import type { Span } from '../../text/span.js';
import { defineRule, type Fix, type RuleFinding } from '../rule.js';
import { mixedForms, type WrittenMention } from './forms.js';
import { misspellings } from './misspellings.js';

export const officialNameVariant = defineRule({
  id: 'official-name-variant',
  group: 'people',
  severity: 'warning',
  fix: 'review',
  edits: ['name-corrected', 'script-converted'],
  summary: {
    en: 'A name that is most likely misspelt, or stands in two forms',
    'zh-cn': '疑似写错的姓名，或同一姓名有两种字形',
  },
  messages: {
    forms: {
      en: '“{name}” stands elsewhere in this report as “{known}”',
      'zh-cn': '“{name}”在本文其他地方写作“{known}”',
    },
    inReport: {
      en: '“{name}” differs in one character from “{known}” of this report; if they are two people, leave it',
      'zh-cn': '“{name}”与本文中的“{known}”只差一字；若确为两人，请保留',
    },
    inFile: {
      en: '“{name}” differs in one character from “{known}” of the officials file, with the same post',
      'zh-cn': '“{name}”与官员名单中的“{known}”只差一字，且职务相同',
    },
    use: { en: 'Write “{known}”', 'zh-cn': '改为“{known}”' },
  },
  concerns: ({ report }) => report.officials.length > 0,
  check({ report, people, converter }) {
    const found: RuleFinding[] = [];
    for (const { known, others } of mixedForms(report)) {
      for (const [name, mentions] of others)
        found.push(
          finding('forms', 'review', name, known, mentions, (mention) => reform(report, mention, known)),
        );
    }
    // Another character is another wording, and perhaps another person: only a person can tell.
    for (const { name, known: simplified, inFile, places } of misspellings(report, people)) {
      const known = inScriptOf(report, simplified, converter);
      found.push(
        finding(inFile ? 'inFile' : 'inReport', 'suggest', name, known, places, (place) =>
          respell(report, place, simplified, known),
        ),
      );
    }
    return found;
  },
});

function finding<Place extends Span>(
  message: string,
  fixClass: Fix['class'],
  name: string,
  known: string,
  places: readonly Place[],
  edit: (place: Place) => readonly TextEdit[],
): RuleFinding {
  const [first = { start: 0, end: 0 }] = places;
  return {
    message,
    arguments: { name, known },
    span: { start: first.start, end: first.end },
    ...placesOf(places),
    fix: {
      class: fixClass,
      title: 'use',
      arguments: { known },
      edits: () => places.flatMap((place) => edit(place)),
    },
  };
}

function placesOf(places: readonly Span[]): { places?: readonly Span[] } {
  return places.length < 2 ? {} : { places: places.map(({ start, end }) => ({ start, end })) };
}

function inScriptOf({ script }: Report, name: string, converter: Converter): string {
  return script.majority === 'traditional' ? converter.name(name, 's2t').text : name;
}

/** Another form of the same characters; a note stays with its character, whose reading is the same. */
function reform(report: Report, { written }: WrittenMention, known: string): TextEdit[] {
  return written.offsets.flatMap((offset, i): TextEdit[] => {
    const start = report.shadow.toRaw(offset);
    const newText = known.charAt(i);
    return report.text.charAt(start) === newText
      ? []
      : [{ start, end: start + 1, newText, kind: 'script-converted' }];
  });
}

/** Another character; the note of the wrong one goes with it. */
function respell(report: Report, place: Span, simplified: string, known: string): TextEdit[] {
  const { offsets, text } = writtenName(report, place);
  if (text.length !== simplified.length || known.length !== simplified.length)
    return [{ start: place.start, end: place.end, newText: known, kind: 'name-corrected' }];
  return offsets.flatMap((offset, i): TextEdit[] => {
    if (simplifyUnit(text.charCodeAt(i)) === simplifyUnit(simplified.charCodeAt(i))) return [];
    const { start, end } = report.shadow.rawSpan({ start: offset, end: offset + 1 });
    return [{ start, end, newText: known.charAt(i), kind: 'name-corrected' }];
  });
}
