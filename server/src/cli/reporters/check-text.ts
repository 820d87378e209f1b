import type { Severity } from '../../core/rules/rule.js';
import { visible, type Terminal } from '../terminal.js';
import type { CheckTotals, Texts } from '../texts/texts.js';
import type { CheckedFile, CheckFinding, CheckReporter } from './check-reporter.js';

const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36, hint: 90 };

/**
 * The text of a check: `file:line:column severity rule message`, the findings of a file together, then a summary.
 * Severities and ids are the words of report-corpus.json, in every language.
 */
export function createCheckTextReporter(terminal: Terminal, texts: Texts): CheckReporter {
  const none = { error: 0, warning: 0, information: 0, hint: 0 };
  const listed: Record<Severity, number> = { ...none };
  const unlisted: Record<Severity, number> = { ...none };
  const totals = { files: 0, filesWithFindings: 0, exact: 0, review: 0 };
  const paint = (code: number, text: string): string =>
    terminal.colours ? `\u001b[${code}m${text}\u001b[0m` : text;
  const line = (file: string, { line: row, column, severity, rule, message }: CheckFinding): string =>
    `${paint(90, `${visible(file)}:${row}:${column}`)} ${paint(COLOURS[severity], severity)} ${rule} ${visible(message)}\n`;

  return {
    begin: () => Promise.resolve(),
    async file({ file, findings, hidden, exact, review, error }: CheckedFile) {
      if (error !== undefined) return;
      totals.files++;
      totals.exact += exact;
      totals.review += review;
      for (const { severity } of findings) listed[severity]++;
      for (const { severity } of hidden) unlisted[severity]++;
      if (findings.length === 0) return;
      const gap = totals.filesWithFindings === 0 ? '' : '\n';
      totals.filesWithFindings++;
      await terminal.out(gap + findings.map((finding) => line(file, finding)).join(''));
    },
    async end() {
      // With nothing read there is nothing to sum up: the problems say it all.
      if (totals.files === 0) return;
      const sum: CheckTotals = { ...totals, listed, unlisted };
      await terminal.out(`${totals.filesWithFindings === 0 ? '' : '\n'}${texts.checkSummary(sum)}\n`);
    },
  };
}
