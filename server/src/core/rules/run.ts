import type { TextEdit } from '../text/edit.js';
import type { Span } from '../text/span.js';
import type { Report } from '../report/types.js';
import type { Converter } from '../script/converter.js';
import type { Transcoder } from '../encoding/transcoder.js';
import type { Settings } from '../settings.js';
import {
  formatMessage,
  NOTHING,
  type CheckContext,
  type Fix,
  type Language,
  type MessageArguments,
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
  readonly fix: FindingFix | undefined;
}

/** The fix of a finding, with its title in the language of the settings. */
export interface FindingFix extends Pick<Fix, 'class' | 'edits'> {
  readonly label: string;
  /** See {@link Fix.snippet}. */
  readonly snippet: boolean | undefined;
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

/** What a run is given beside the report. */
export interface RunOptions {
  readonly settings: Settings;
  readonly converter: Converter;
  readonly transcoder?: Transcoder | undefined;
  /** Findings per rule; a fixer lifts it, so that one run mends everything. */
  readonly limit?: number | undefined;
}

/** Runs rules over reports; what the settings say of each rule is read once for all that have the same settings. */
export type Runner = (report: Report, options: RunOptions) => RunResult;

/** A rule that is not off, with what the settings say of it. */
interface PlannedRule {
  readonly rule: Rule;
  readonly concerns: Rule['concerns'];
  readonly severity: Severity | undefined;
}

/**
 * Makes the runner of some rules: run, severity, limit, sort. The order of `rules` does not change the result; a rule
 * that throws is named in `failures`, and the others still report.
 */
export function createRunner(rules: readonly Rule[]): Runner {
  let planned: Settings | undefined;
  let plan: readonly PlannedRule[] = [];
  return (report, { settings, converter, transcoder, limit = LIMIT }) => {
    if (planned !== settings) {
      plan = planRules(rules, settings);
      planned = settings;
    }
    const findings: Finding[] = [];
    const failures: RuleFailure[] = [];
    const context: CheckContext = {
      report,
      language: settings.language,
      converter,
      transcoder,
      protected: settings.protected,
      script: settings.script,
      today: settings.today,
      people: settings.people,
    };
    for (const { rule, concerns, severity } of plan) {
      const before = findings.length;
      try {
        if (concerns !== undefined && !concerns(context)) continue;
        collect(findings, rule, context, severity, limit);
      } catch (error) {
        // A rule that throws says nothing.
        findings.length = before;
        failures.push({ rule: rule.id, error });
      }
    }
    sort(findings);
    return { findings, failures };
  };
}

/** As a {@link Runner} that is used once. */
export function runRules(
  rules: readonly Rule[],
  report: Report,
  settings: Settings,
  converter: Converter,
  limit?: number,
  transcoder?: Transcoder,
): RunResult {
  return createRunner(rules)(report, { settings, converter, limit, transcoder });
}

function planRules(rules: readonly Rule[], settings: Settings): readonly PlannedRule[] {
  const plan: PlannedRule[] = [];
  for (const rule of rules) {
    const severity = settings.rules[rule.id]?.severity;
    if (severity !== 'off') plan.push({ rule, concerns: rule.concerns, severity });
  }
  return plan;
}

/** Adds what a rule finds, up to the limit and then how many more there are. */
function collect(
  findings: Finding[],
  rule: Rule,
  context: CheckContext,
  chosen: Severity | undefined,
  limit: number,
): void {
  const { language } = context;
  const all = rule.check(context);
  if (all === NOTHING) return;
  let count = 0;
  if (isArray(all)) {
    count = all.length;
    for (let i = 0; i < count && i < limit; i++)
      findings.push(new PresentedFinding(rule, all[i]!, chosen, language));
  } else {
    for (const found of all)
      if (++count <= limit) findings.push(new PresentedFinding(rule, found, chosen, language));
  }
  if (count <= limit) return;
  const last = findings.at(-1);
  if (last !== undefined) findings.push(andMore(last, count - limit, language));
}

/** Arrays are by far the most of what checks give; going through them as through anything iterable costs a check 5 % more. */
function isArray(all: Iterable<RuleFinding>): all is readonly RuleFinding[] {
  return Array.isArray(all);
}

/**
 * Words are put together when somebody asks: a fixer or a count of findings needs none. A fix is one object, however often it is
 * asked for, and its edits are made once: light bulbs, counts and fixers all ask.
 */
class PresentedFinding implements Finding {
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
  private presentedFix: FindingFix | undefined;

  constructor(
    private readonly source: Rule,
    private readonly found: RuleFinding,
    chosen: Severity | undefined,
    private readonly language: Language,
  ) {
    const { span } = found;
    this.start = span.start;
    this.end = span.end;
    this.severity = chosen ?? found.severity ?? source.severity;
  }

  get rule(): string {
    return this.source.id;
  }

  get group(): RuleGroup {
    return this.source.group;
  }

  get message(): string {
    return wordsOf(this.source, this.found.message, this.language, this.found.arguments);
  }

  get places(): readonly Span[] {
    return this.found.places ?? [this.found.span];
  }

  get unnecessary(): boolean {
    return this.source.unnecessary ?? false;
  }

  get decorate(): boolean {
    return (this.source.decorate ?? false) && this.found.places !== undefined;
  }

  get fix(): FindingFix | undefined {
    const { fix } = this.found;
    if (fix === undefined) return undefined;
    return (this.presentedFix ??= new PresentedFix(this.source, fix, this.language));
  }
}

class PresentedFix implements FindingFix {
  readonly class: Fix['class'];
  readonly snippet: boolean | undefined;
  private made: readonly TextEdit[] | undefined;

  constructor(
    private readonly source: Rule,
    private readonly fix: Fix,
    private readonly language: Language,
  ) {
    this.class = fix.class;
    this.snippet = fix.snippet;
  }

  get label(): string {
    return wordsOf(this.source, this.fix.title, this.language, this.fix.arguments);
  }

  edits(): readonly TextEdit[] {
    return (this.made ??= this.fix.edits());
  }
}

/** A message of a rule in words; a key without message stands for itself. */
function wordsOf(
  { messages }: Rule,
  key: string,
  language: Language,
  values: MessageArguments | undefined,
): string {
  const message = messages[key];
  return message === undefined ? key : formatMessage(message, language, values);
}

function andMore(last: Finding, rest: number, language: Language): Finding {
  const { rule, group, severity, start, end, places, unnecessary, decorate } = last;
  const message =
    language === 'en' ? `and ${String(rest)} more of this kind` : `另有 ${String(rest)} 处同类问题`;
  return { rule, group, severity, message, start, end, places, unnecessary, decorate, fix: undefined };
}

/** By place, of one place by rule. */
function compare(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

/**
 * Up to so many findings, inserting each by hand is quicker than what the runtime does to sort an array: that costs a check of an
 * ordinary report 3 % more.
 */
const FEW = 16;

function sort(findings: Finding[]): void {
  if (findings.length > FEW) {
    findings.sort(compare);
    return;
  }
  for (let i = 1; i < findings.length; i++) {
    const finding = findings[i]!;
    let at = i;
    for (; at > 0 && compare(findings[at - 1]!, finding) > 0; at--) findings[at] = findings[at - 1]!;
    findings[at] = finding;
  }
}
