import type { Span } from '../text/span.js';
import type { Report } from '../report/types.js';
import type { Converter } from '../script/converter.js';
import type { Transcoder } from '../encoding/transcoder.js';
import type { Settings } from '../settings.js';
import {
  formatMessage,
  type CheckContext,
  type Fix,
  type Language,
  type Rule,
  type RuleFinding,
  type RuleGroup,
  type Severity,
} from './rule.js';

/** A finding as every face of the product shows it; raw UTF-16 offsets. */
export interface Finding extends Span {
  readonly rule: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** In the language of the settings. */
  readonly message: string;
  readonly places: readonly Span[];
  readonly unnecessary: boolean;
  readonly decorate: boolean;
  readonly fix: (Fix & { readonly label: string }) | undefined;
}

/** A rule that threw; it is skipped for this document, the others still report. */
export interface RuleFailure {
  readonly rule: string;
  readonly error: unknown;
}

export interface RunResult {
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

/** Findings per rule and file; the rest becomes one "and N more". */
const LIMIT = 100;

/**
 * Runs the rules over a report: run, severity, limit, sort. The order of `rules` does not change the result.
 * @param limit findings per rule; a fixer lifts it, so that one run mends everything
 */
export function runRules(
  rules: readonly Rule[],
  report: Report,
  settings: Settings,
  converter: Converter,
  limit = LIMIT,
  transcoder?: Transcoder,
): RunResult {
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  const { language } = settings;
  // One context serves all rules without options of their own.
  const context: CheckContext = {
    report,
    options: NO_OPTIONS,
    language,
    converter,
    transcoder,
    protected: settings.protected,
    script: settings.script,
    today: settings.today,
    people: settings.people,
  };
  for (const rule of rules) {
    const setting = settings.rules[rule.id];
    if (setting?.severity === 'off') continue;
    try {
      if (rule.concerns?.(report) === false) continue;
      const options = setting?.options;
      const shown: Finding[] = [];
      let count = 0;
      for (const found of rule.check(options === undefined ? context : { ...context, options })) {
        if (++count <= limit) shown.push(present(rule, found, setting?.severity, language));
      }
      const last = shown.at(-1);
      if (count > limit && last !== undefined) shown.push(andMore(last, count - limit, language));
      // Only now: a rule that throws says nothing.
      for (const finding of shown) findings.push(finding);
    } catch (error) {
      failures.push({ rule: rule.id, error });
    }
  }
  findings.sort(
    (a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
  return { findings, failures };
}

const NO_OPTIONS: CheckContext['options'] = {};

function present(
  rule: Rule,
  { message: key, arguments: values, span, places, severity, fix }: RuleFinding,
  chosen: Severity | undefined,
  language: Language,
): Finding {
  const message = rule.messages[key];
  return {
    rule: rule.id,
    group: rule.group,
    severity: chosen ?? severity ?? rule.severity,
    message: message === undefined ? key : formatMessage(message, language, values),
    start: span.start,
    end: span.end,
    places: places ?? [span],
    unnecessary: rule.unnecessary ?? false,
    decorate: (rule.decorate ?? false) && places !== undefined,
    fix: fix === undefined ? undefined : labelled(fix, labelOf(rule, fix, language)),
  };
}

/** Written out: copying by spread costs several times as much, and every finding with a fix pays it. */
function labelled(fix: Fix, label: string): Fix & { readonly label: string } {
  const { class: kind, title, arguments: values, snippet } = fix;
  return {
    class: kind,
    title,
    ...(values === undefined ? {} : { arguments: values }),
    edits: () => fix.edits(),
    ...(snippet === undefined ? {} : { snippet }),
    label,
  };
}

function labelOf(rule: Rule, fix: Fix, language: Language): string {
  const title = rule.messages[fix.title];
  return title === undefined ? fix.title : formatMessage(title, language, fix.arguments);
}

function andMore(last: Finding, rest: number, language: Language): Finding {
  const message =
    language === 'en' ? `and ${String(rest)} more of this kind` : `另有 ${String(rest)} 处同类问题`;
  return { ...last, message, fix: undefined };
}
