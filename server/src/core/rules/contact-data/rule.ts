import type { Report, Zone } from '../../report/types.js';
import { CharacterClass } from '../../script/characters.js';
import type { Span } from '../../text/span.js';
import { defineRule, type RuleFinding } from '../rule.js';
import { zoneRemoval } from '../line-removal.js';

/** Area codes begin with 010, 02 or 03 to 09, so that no index number such as 0014-20220071 is one. */
const AREA = '0(?:10|2\\d|[3-9]\\d{2})';
/** What a number that counts something stands in front of: 13812345678元. */
const COUNTED = '(?![\\d-]|\\.\\d|\\s?[元吨人户亩件份股米度斤万亿%％])';
const PHONE = new RegExp(
  `(?<![\\dA-Za-z/-]|[\\dA-Za-z]\\.)(?:\\(?${AREA}\\)?[-\\s]?\\d{7,8}(?:-\\d{1,5})?|1[3-9]\\d{9}|[48]00-?\\d{3}-?\\d{4})${COUNTED}`,
  'g',
);
/** A number of one person, which no report needs. */
const PERSONAL = /^(?:1[3-9]\d{9}|\d{17}[\dXx])$/;
// The lookbehind keeps a long run of letters without @ from being tried at every one of them.
const EMAIL = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const IDENTITY = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g;
const HOLDS_IDENTITY = new RegExp(IDENTITY.source);

export const contactData = defineRule({
  id: 'contact-data',
  group: 'furniture',
  severity: 'information',
  fix: 'review',
  edits: ['contact-removed'],
  summary: {
    en: 'Telephone numbers, e-mail addresses, identity numbers',
    'zh-cn': '电话号码、电子邮箱、身份证号',
  },
  messages: {
    contact: { en: 'Contact data: {text}', 'zh-cn': '联系方式：{text}' },
    identity: { en: 'An identity number', 'zh-cn': '身份证号码' },
    remove: { en: 'Remove this line', 'zh-cn': '删除这一行' },
  },
  concerns: ({ report }) => mayHoldContact(report),
  *check({ report }) {
    for (const [zone, places] of byZone(report)) {
      const [first] = places;
      if (first === undefined) continue;
      const texts = places.map(({ start, end }) => report.text.slice(start, end));
      yield {
        message: texts.every((text) => HOLDS_IDENTITY.test(text)) ? 'identity' : 'contact',
        arguments: { text: texts.join('、') },
        span: first,
        ...(isForReaders(zone, texts) ? { severity: 'hint' as const } : {}),
        ...(places.length > 1 ? { places } : {}),
        ...removal(report, zone),
      };
    }
  },
});

/** A telephone or identity number has seven digits in a row or begins with 400 or 800. */
const LONG_NUMBER = /\d{7}|[48]00/;

function mayHoldContact({ text, classes }: Report): boolean {
  return text.includes('@') || ((classes & CharacterClass.digit) !== 0 && LONG_NUMBER.test(text));
}

/** Contact data per zone; a report without digits and @ costs one scan. */
function byZone(report: Report): Map<Zone, Span[]> {
  const found = new Map<Zone, Span[]>();
  const patterns = report.text.includes('@') ? [PHONE, EMAIL, IDENTITY] : [PHONE, IDENTITY];
  const spans = patterns
    .flatMap((pattern) => [...report.text.matchAll(pattern)])
    .map(({ index, 0: text }) => ({ start: index, end: index + text.length, text }))
    .filter(({ text }) => text.length !== 18 || !/^\d{17}[\dXx]$/.test(text) || isIdentityNumber(text))
    .sort((a, b) => a.start - b.start);
  let next = 0;
  for (const { start, end } of spans) {
    while ((report.zones[next]?.end ?? Infinity) <= start) next++;
    const zone = report.zones[next];
    if (zone === undefined || start < zone.start) continue;
    const places = found.get(zone);
    if (places === undefined) found.set(zone, [{ start, end }]);
    else places.push({ start, end });
  }
  return found;
}

const OFFICIAL_ADDRESS = /@(?:[\w-]+\.)*gov(?:\.(?:cn|hk|mo|tw))?$/;

/** A report may tell its readers whom to call: numbers of offices in its paragraphs are part of what it says. */
function isForReaders(zone: Zone, texts: readonly string[]): boolean {
  if (zone.kind !== 'lead' && zone.kind !== 'paragraph') return false;
  return texts.every((text) => (text.includes('@') ? OFFICIAL_ADDRESS.test(text) : !PERSONAL.test(text)));
}

/** Only a line below the body goes as a whole; a paragraph of the report never does. */
function removal(report: Report, zone: Zone): Pick<RuleFinding, 'fix'> {
  if (zone.kind !== 'tail' || zone.end - zone.start > 160) return {};
  return {
    fix: { class: 'review', title: 'remove', edits: () => [zoneRemoval(report, zone, 'contact-removed')] },
  };
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of GB 11643-1999. */
function isIdentityNumber(text: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(text.charAt(i)), 0);
  return '10X98765432'.charAt(sum % 11) === text.charAt(17).toUpperCase();
}
