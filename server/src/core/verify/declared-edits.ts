import { isLossyDecoding } from '../encoding/lossy-decoding.js';
import { fixRound, MOST_ROUNDS, type FixOptions } from '../fix.js';
import type { Report } from '../report/types.js';
import type { Rule } from '../rules/rule.js';
import { runRules, type Finding, type RuleFailure } from '../rules/run.js';
import { undecodableText } from '../rules/undecodable-text/rule.js';
import type { Transcoder } from '../encoding/transcoder.js';
import { convertReport, type Conversion } from '../script/convert-report.js';
import type { Converter, ConvertTarget } from '../script/converter.js';
import type { Settings } from '../settings.js';
import type { TextEdit } from '../text/edit.js';
import { deriveFrom, type Derived } from './composed-edits.js';
import type { ScriptChanges } from './script-changes.js';
import type { DeclaredEditKind } from './verification.js';

export interface DeclaredEdit extends TextEdit {
  readonly kind: DeclaredEditKind;
}

export interface VerifierDeps {
  readonly parse: (text: string, settings: Settings) => Report;
  readonly rules: readonly Rule[];
  readonly converter: Converter;
  readonly transcoder: Transcoder | undefined;
}

/** A way from the original to texts in which the product finds something to mend. */
export interface Way {
  /** A conversion to begin with. */
  readonly to?: ConvertTarget;
  readonly fix: FixOptions;
}

/** What lies on a way. */
export interface DeclaredEdits {
  readonly edits: readonly DeclaredEdit[];
  /** Rules that threw: what they would have done is not among the edits. */
  readonly failures: readonly RuleFailure[];
}

/** A rule that converts reports as a whole; the others mend the characters that do not fit in with the rest. */
const CONVERTS = 'unexpected-script';
const TARGETS = ['simplified', 'traditional', 'tw', 'hk'] as const satisfies readonly ConvertTarget[];

/**
 * Every edit that the product itself would make on a way from the original, in terms of the original: what the
 * rules' fixes declare, round after round, for some things come to light only when others are gone. None of it
 * depends on the changed text.
 * @param script is told what characters conversions and fixes change
 */
export function declaredEdits(
  original: string,
  settings: Settings,
  way: Way,
  { parse, rules, converter, transcoder }: VerifierDeps,
  script: ScriptChanges,
): DeclaredEdits {
  const found = new Map<string, DeclaredEdit>();
  const failures: RuleFailure[] = [];
  const take = (edits: readonly TextEdit[], text: Derived, single: boolean): void => {
    for (const edit of edits.flatMap((one) => byCharacter(one, text.text))) {
      if (!isDeclared(edit)) continue;
      const { start, end, newText } = text.toOriginal(edit);
      if (edit.kind === 'script-converted' && isCharacter(original.slice(start, end)) && isCharacter(newText))
        script.add(start, newText, single);
      else found.set(`${String(start)} ${String(end)} ${newText}`, { start, end, newText, kind: edit.kind });
    }
  };
  const convert = (text: Derived, to: ConvertTarget): readonly TextEdit[] => {
    const options = { to, protected: settings.protected };
    const conversion = convertReport(parse(text.text, settings), options, converter);
    take([...conversion.edits, ...choicesOf(conversion)], text, false);
    return conversion.edits;
  };
  let derived = deriveFrom(original);
  if (way.to !== undefined) derived = derived.apply(convert(derived, way.to));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { text } = derived;
    const lossy = isLossyDecoding(text);
    const chosen = rules.filter(({ id }) => isAsked(id, lossy, way.fix));
    const report = parse(text, settings);
    const { findings, failures: failed } = runRules(
      chosen,
      report,
      settings,
      converter,
      Infinity,
      transcoder,
    );
    failures.push(...failed);
    for (const { rule, fix } of findings) {
      let edits: readonly TextEdit[];
      try {
        edits = offeredBy(fix);
      } catch (error) {
        failures.push({ rule, error });
        continue;
      }
      take(edits, derived, rule !== CONVERTS);
    }
    const { edits } = fixRound(findings, way.fix);
    if (edits.length === 0) break;
    const next = derived.apply(edits);
    if (next.text === text) break;
    derived = next;
  }
  // Whoever fixes first and converts then has words whole that notes cut apart.
  if (way.to === undefined) for (const to of TARGETS) convert(derived, to);
  return { edits: [...found.values()], failures };
}

/** A conversion of a stretch as one edit for each character, where both texts have as many. */
function byCharacter(edit: TextEdit, text: string): TextEdit[] {
  if (edit.kind !== 'script-converted') return [edit];
  const before = Array.from(text.slice(edit.start, edit.end));
  const after = Array.from(edit.newText);
  if (before.length !== after.length) return [edit];
  let { start } = edit;
  return before.flatMap((character, i) => {
    const from = start;
    start += character.length;
    const newText = after[i] ?? '';
    return newText === character ? [] : [{ start: from, end: start, newText, kind: edit.kind }];
  });
}

/** What a person may choose in a conversion's list of places to look at. */
function choicesOf({ ambiguous, namesToConfirm }: Conversion): TextEdit[] {
  return [...ambiguous, ...namesToConfirm].flatMap(({ start, end, alternatives }) =>
    alternatives.map((newText) => ({ start, end, newText, kind: 'script-converted' as const })),
  );
}

function isCharacter(text: string): boolean {
  return text !== '' && text.length === String.fromCodePoint(text.codePointAt(0) ?? 0).length;
}

/** Whether a rule is run on a text; where a way goes by some rules only, the others have been asked on another. */
function isAsked(id: string, lossy: boolean, { rules }: FixOptions): boolean {
  return (rules === undefined || rules.has(id)) && (id === undecodableText.id || !lossy);
}

/** What the fix of a finding would do; a suggestion counts only where it says itself all that it puts in. */
function offeredBy(fix: Finding['fix']): readonly TextEdit[] {
  if (fix === undefined || fix.snippet === true) return [];
  const edits = fix.edits();
  return fix.class === 'suggest' ? edits.filter(({ kind }) => kind === 'metadata-split') : edits;
}

/** New lines are looked for in the changed text itself. */
function isDeclared(edit: TextEdit): edit is DeclaredEdit {
  const { kind } = edit;
  return kind !== 'phrase-replaced' && kind !== 'name-corrected' && kind !== 'metadata-inserted';
}
