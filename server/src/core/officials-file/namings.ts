import { chooseDivision, divisionAt } from '../places/divisions.js';
import type { Official, Report } from '../report/types.js';
import type { ReportNamings } from './types.js';

/** A headline that begins with the place that meets (清溪市召开…), for places that the list does not know. */
const MEETING_PLACE =
  /^([\u4e00-\u9fff]{2,5}?(?:自治州|自治县|[省市县区州盟旗镇乡]))(?:召开|举行|举办|部署|传达|开展|启动|推进|政府|委|人大|政协)/;
/** UTF-16 units of the body that are searched for a place: the lead names it, later paragraphs name others. */
const LEAD = 160;

/**
 * What the officials file needs of a report.
 * @param path the report's path relative to the officials file, with `/`
 */
export function namingsOf(report: Report, path: string): ReportNamings {
  const date = dateOfFile(report);
  return {
    path,
    ...(date === undefined ? {} : { date }),
    places: placesOf(report),
    officials: report.officials
      .filter(({ posts }) => posts.length > 0)
      .map((official) => ({ name: official.name, forms: formsOf(report, official), posts: official.posts })),
  };
}

/**
 * The publication date of all that a file holds, ISO 8601. A file of several reports has one only where they all have
 * the same: whom the second one names, the first does not date.
 */
export function dateOfFile({ dateLine, later }: Report): string | undefined {
  const iso = dateLine?.iso;
  return later.every((other) => other.dateLine?.iso === iso) ? iso : undefined;
}

/** Writings of the name in the raw text that are not the name itself: without notes and padding. */
function formsOf({ text }: Report, { name, mentions }: Official): string[] {
  const forms = new Set(
    mentions.map(({ start, end }) => text.slice(start, end).replace(/[(（][^)）]*[)）]|\s/g, '')),
  );
  forms.delete(name);
  return [...forms];
}

/** The divisions that headlines, dateline and lead name, each with those around it. */
function placesOf({ headlines, shadow, zones, agency }: Report): string[] {
  const lead = zones.find(({ kind }) => kind === 'lead');
  const texts = [
    ...headlines.map((headline) => shadow.value(shadowSpan(shadow, headline))),
    ...(agency === undefined ? [] : [shadow.value(shadowSpan(shadow, agency))]),
    ...(lead === undefined ? [] : [shadow.value(shadowSpan(shadow, lead)).slice(0, LEAD)]),
  ];
  const found: string[] = [];
  const add = (name: string): void => {
    if (!found.includes(name)) found.push(name);
  };
  for (const text of texts) {
    const meeting = MEETING_PLACE.exec(text)?.[1];
    for (let i = 0; i < text.length - 1; i++) {
      const at = divisionAt(text, i);
      if (at === undefined) continue;
      // A short name may be part of any word (长沙 in 长沙发); only a full one proves a place.
      const written = text.slice(i, i + at.length);
      i += at.length - 1;
      const division = chooseDivision(
        at.candidates.filter(({ name }) => name === written),
        found,
      );
      if (division === undefined) continue;
      division.within.forEach(add);
      add(division.name);
    }
    if (meeting !== undefined && divisionAt(meeting, 0)?.length !== meeting.length) add(meeting);
  }
  return found;
}

function shadowSpan(
  shadow: Report['shadow'],
  { start, end }: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } {
  return { start: shadow.toShadow(start), end: shadow.toShadow(end) };
}
