import { isLossyDecoding } from '../encoding/lossy-decoding.js';
import { fixRound, MOST_ROUNDS, type FixOptions } from '../fix.js';
import type { Report } from '../report/types.js';
import type { Rule } from '../rules/rule.js';
import { runRules, type Finding, type RuleFailure } from '../rules/run.js';
import { undecodableText } from '../rules/undecodable-text/rule.js';
import type { Transcoder } from '../encoding/transcoder.js';
import { convertReport } from '../script/convert-report.js';
import type { Converter, ConvertTarget } from '../script/converter.js';
import type { Settings } from '../settings.js';
import type { TextEdit } from '../text/edit.js';
import { deriveFrom, type Derived } from './composed-edits.js';
import type { IsScriptPair } from './script-pairs.js';
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

/**
 * Every edit that the product itself would make on a way from the original, in terms of the original: what the
 * rules' fixes declare, round after round, for some things come to light only when others are gone. None of it
 * depends on the changed text.
 */
export function declaredEdits(
  original: string,
  settings: Settings,
  way: Way,
  { parse, rules, converter, transcoder }: VerifierDeps,
  isScriptPair: IsScriptPair,
): DeclaredEdits {
  const found = new Map<string, DeclaredEdit>();
  const failures: RuleFailure[] = [];
  const take = (edits: readonly TextEdit[], text: Derived): void => {
    for (const edit of edits) {
      if (!isDeclared(edit)) continue;
      const { start, end, newText } = text.toOriginal(edit);
      if (edit.kind === 'script-converted' && isPair(original.slice(start, end), newText, isScriptPair))
        continue;
      found.set(`${String(start)} ${String(end)} ${newText}`, { start, end, newText, kind: edit.kind });
    }
  };
  let derived = deriveFrom(original);
  if (way.to !== undefined) {
    const report = parse(original, settings);
    const { edits } = convertReport(report, { to: way.to, protected: settings.protected }, converter);
    take(edits, derived);
    derived = derived.apply(edits);
  }
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
      take(edits, derived);
    }
    const { edits } = fixRound(findings, way.fix);
    if (edits.length === 0) break;
    const next = derived.apply(edits);
    if (next.text === text) break;
    derived = next;
  }
  return { edits: [...found.values()], failures };
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

/** Whether nothing but the script of each character changes: the comparison knows that by itself. */
function isPair(before: string, after: string, isScriptPair: IsScriptPair): boolean {
  const left = [...before];
  const right = [...after];
  return (
    left.length === right.length &&
    left.every((character, i) => {
      const other = right[i] ?? '';
      return character === other || isScriptPair(character, other);
    })
  );
}
