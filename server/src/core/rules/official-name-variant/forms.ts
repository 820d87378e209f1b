import type { Official, Report } from '../../report/types.js';
import { writtenName, type WrittenName } from '../../report/written-name.js';
import {
  CharacterClass,
  isSimplifiedOnlyUnit,
  isTraditionalOnlyUnit,
  scriptOf,
  simplifyCharacters,
} from '../../script/characters.js';
import type { Span } from '../../text/span.js';

/** A mention with what it writes. */
export interface WrittenMention extends Span {
  readonly written: WrittenName;
}

/** One name that a report writes in several forms. */
export interface MixedForms {
  /** The form to keep: that of the report's script, else the most frequent, else the first. */
  readonly known: string;
  /** The mentions in another form, by that form. */
  readonly others: ReadonlyMap<string, readonly WrittenMention[]>;
}

/**
 * The names of a report that stand there in more than one form (張敬華 and 张敬华, 徐乾学 and 徐干学). A form that goes
 * with the characters round it is left to the rule about mixed scripts.
 */
export function mixedForms(report: Report): readonly MixedForms[] {
  if (!mayMixForms(report)) return NONE;
  const byName = new Map<string, Official[]>();
  for (const official of report.officials) {
    const key = simplifyCharacters(official.name);
    const known = byName.get(key);
    if (known === undefined) byName.set(key, [official]);
    else known.push(official);
  }
  const found: MixedForms[] = [];
  for (const officials of byName.values()) {
    const [only] = officials;
    if (officials.length === 1 && only !== undefined && isWrittenOneWay(report.text, only)) continue;
    const forms = formsOf(report, officials);
    if (forms.size < 2) continue;
    const [[known] = [''], ...rest] = [...forms].sort(
      ([a, first], [b, second]) =>
        fit(b, report) - fit(a, report) ||
        second.length - first.length ||
        (first[0]?.start ?? 0) - (second[0]?.start ?? 0),
    );
    const others = rest
      .map(([form, mentions]) => [form, mentions.filter((one) => !fitsItsLine(report, one, form))] as const)
      .filter(([, mentions]) => mentions.length > 0);
    if (others.length > 0) found.push({ known, others: new Map(others) });
  }
  return found;
}

const NONE: readonly MixedForms[] = [];

/** Whether some official is not written the same at each mention: nearly no report needs more. */
function mayMixForms({ text, classes, officials }: Report): boolean {
  // Without a character that has another Simplified form there is one form of everything.
  if ((classes & CharacterClass.simplifies) === 0) return false;
  // Forms that names keep (徐乾学) make two officials of one name.
  if ((classes & CharacterClass.nameForm) !== 0) return true;
  return officials.some((official) => !isWrittenOneWay(text, official));
}

/** Whether all mentions of an official are the same text, notes and padding included. */
function isWrittenOneWay(text: string, { mentions }: Official): boolean {
  const [first] = mentions;
  for (let i = 1; i < mentions.length; i++) {
    if (first !== undefined && !isSameText(text, first, mentions[i]!)) return false;
  }
  return true;
}

/** The mentions of one name, by what they write. */
function formsOf(report: Report, officials: readonly Official[]): ReadonlyMap<string, WrittenMention[]> {
  const forms = new Map<string, WrittenMention[]>();
  for (const { name, mentions } of officials) {
    for (const mention of mentions) {
      const written = writtenName(report, mention);
      if (written.text.length !== name.length) continue;
      const known = forms.get(written.text) ?? [];
      known.push({ start: mention.start, end: mention.end, written });
      forms.set(written.text, known);
    }
  }
  return forms;
}

function isSameText(text: string, a: Span, b: Span): boolean {
  const length = a.end - a.start;
  if (b.end - b.start !== length) return false;
  for (let i = 0; i < length; i++) {
    if (text.charCodeAt(a.start + i) !== text.charCodeAt(b.start + i)) return false;
  }
  return true;
}

/** 1 when a form is of the report's script, -1 when it is of the other, 0 when it is of both. */
function fit(form: string, { script: { majority } }: Report): number {
  const script = scriptOf(form);
  return script === undefined || majority === undefined ? 0 : script === majority ? 1 : -1;
}

/** Whether other words of the mention's line are in the script of its form. */
function fitsItsLine({ text, lines }: Report, { start, end }: Span, form: string): boolean {
  const script = scriptOf(form);
  if (script === undefined) return false;
  const line = lines.line(lines.place(start).line);
  const isOfScript = script === 'simplified' ? isSimplifiedOnlyUnit : isTraditionalOnlyUnit;
  for (let i = line.start; i < line.end; i++) {
    if ((i < start || i >= end) && isOfScript(text.charCodeAt(i))) return true;
  }
  return false;
}
