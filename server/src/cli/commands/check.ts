import type { Severity } from '../../core/rules/rule.js';
import type { Finding } from '../../core/rules/run.js';
import type { LineIndex } from '../../core/text/line-index.js';
import { mapInOrder } from '../../platform/node/files/in-order.js';
import { readReport } from '../../platform/node/files/read-report.js';
import { collectInputs, READING, tellUnreadable, type Input } from '../inputs.js';
import { createCheckJsonReporter } from '../reporters/check-json.js';
import type { CheckedFile, CheckFinding } from '../reporters/check-reporter.js';
import { createCheckTextReporter } from '../reporters/check-text.js';
import { describeError, tellFailures, type Session } from '../session.js';

/** Ascending. */
export const SEVERITIES = ['hint', 'information', 'warning', 'error'] as const satisfies readonly Severity[];

export interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly failOn: Severity;
  /** Findings below it are not listed; whether the check fails is no matter of what is listed. */
  readonly show: Severity;
}

/** A file with all its findings, before it is decided which are listed. */
type Checked = Omit<CheckedFile, 'hidden'>;

/** Checks reports and shows the findings. Resolves with whether one is at or above `failOn`. */
export async function check(
  session: Session,
  paths: readonly string[],
  options: CheckOptions,
): Promise<boolean> {
  const { terminal, texts } = session;
  const reporter =
    options.format === 'json' ? createCheckJsonReporter(terminal) : createCheckTextReporter(terminal, texts);
  const inputs = await collectInputs(session, paths, { folders: true });
  const isAtLeast = (least: Severity, { severity }: { readonly severity: Severity }): boolean =>
    SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
  let failed = false;
  await reporter.begin();
  for await (const checked of mapInOrder(inputs, READING, (input) => checkOne(session, input, options))) {
    failed ||= checked.findings.some((finding) => isAtLeast(options.failOn, finding));
    await reporter.file({
      ...checked,
      findings: checked.findings.filter((finding) => isAtLeast(options.show, finding)),
      hidden: checked.findings.filter((finding) => !isAtLeast(options.show, finding)),
    });
    if (terminal.closed) break;
  }
  await reporter.end();
  return failed;
}

async function checkOne(
  session: Session,
  input: Input,
  { format }: Pick<CheckOptions, 'format'>,
): Promise<Checked> {
  const read = await readReport(input.path);
  if (read.kind === 'undecodable') {
    const message = session.texts.notUtf8(read, input.name);
    // JSON mostly goes to a program: a person is told on the error stream. In the text it would stand twice.
    if (format === 'json') session.problem(input.name, message);
    else session.fail();
    return {
      file: input.name,
      findings: [undecodable(message)],
      exact: 0,
      review: 0,
    };
  }
  // Told at the end; the file still appears once, so that elements match arguments.
  if (read.kind !== 'text') {
    await tellUnreadable(session, input, read);
    return unread(input.name, read.kind === 'missing' ? 'not-found' : 'not-readable');
  }
  try {
    const settings = session.settings(input.project);
    const report = session.service.parse(read.text, settings);
    const result = session.service.check(report, settings);
    tellFailures(session, input.name, result.failures);
    const ofClass = (wanted: string): number =>
      result.findings.filter(({ fix }) => fix?.class === wanted).length;
    return {
      file: input.name,
      findings: result.findings.map((finding) => present(finding, report.lines)),
      exact: ofClass('exact'),
      review: ofClass('review'),
    };
  } catch (error) {
    session.problem(input.name, session.texts.internal(describeError(error)));
    return unread(input.name, 'internal-error');
  }
}

function unread(file: string, code: NonNullable<Checked['error']>['code']): Checked {
  return { file, findings: [], exact: 0, review: 0, error: { code } };
}

function present({ rule, severity, message, start, end, fix }: Finding, lines: LineIndex): CheckFinding {
  const from = lines.place(start);
  const to = lines.place(end);
  return {
    rule,
    severity,
    message,
    start,
    end,
    line: from.line + 1,
    column: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
    fixable: fix?.class === 'exact' || fix?.class === 'review',
  };
}

/** Whatever the settings say: a file that cannot be read was not checked. */
function undecodable(message: string): CheckFinding {
  const place = { start: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { rule: 'undecodable-text', severity: 'error', message, ...place, fixable: false };
}
