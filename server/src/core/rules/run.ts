import type { Span } from '../text/span.js';
import type { Report } from '../report/types.js';
import type { Converter } from '../script/converter.js';
import type { Transcoder } from '../encoding/transcoder.js';
import type { Settings } from '../settings.js';
import {
  formatMessage,
  type Fix,
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
  for (const rule of rules) {
    const setting = settings.rules[rule.id];
    if (setting?.severity === 'off') continue;
    try {
      const options = setting?.options ?? {};
      const found = [
        ...rule.check({
          report,
          options,
          language: settings.language,
          converter,
          transcoder,
          protected: settings.protected,
          script: settings.script,
          today: settings.today,
        }),
      ];
      for (const finding of present(rule, found, setting?.severity, settings, limit)) findings.push(finding);
    } catch (error) {
      failures.push({ rule: rule.id, error });
    }
  }
  findings.sort(
    (a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
  return { findings, failures };
}

function present(
  rule: Rule,
  found: readonly RuleFinding[],
  chosen: Severity | undefined,
  settings: Settings,
  limit: number,
): Finding[] {
  const { language } = settings;
  const shown = found.slice(0, limit).map((finding): Finding => {
    const message = rule.messages[finding.message];
    const title = finding.fix === undefined ? undefined : rule.messages[finding.fix.title];
    return {
      rule: rule.id,
      group: rule.group,
      severity: chosen ?? finding.severity ?? rule.severity,
      message: message === undefined ? finding.message : formatMessage(message, language, finding.arguments),
      start: finding.span.start,
      end: finding.span.end,
      places: finding.places ?? [finding.span],
      unnecessary: rule.unnecessary ?? false,
      decorate: (rule.decorate ?? false) && finding.places !== undefined,
      fix:
        finding.fix === undefined
          ? undefined
          : {
              ...finding.fix,
              label:
                title === undefined
                  ? finding.fix.title
                  : formatMessage(title, language, finding.fix.arguments),
            },
    };
  });
  const rest = found.length - limit;
  const last = shown.at(-1);
  if (rest > 0 && last !== undefined) {
    const more =
      language === 'en' ? `and ${String(rest)} more of this kind` : `另有 ${String(rest)} 处同类问题`;
    shown.push({ ...last, message: more, fix: undefined });
  }
  return shown;
}
