import type { Terminal } from '../terminal.js';
import type { CheckedFile, CheckReporter } from './check-reporter.js';

/** The JSON of a check: one object, its files one a line, written as they come. */
export function createCheckJsonReporter(terminal: Terminal): CheckReporter {
  const byRule = new Map<string, number>();
  let files = 0;
  let findings = 0;
  return {
    begin: () => terminal.out('{"version":1,"files":['),
    async file({ file, findings: found, error }: CheckedFile) {
      for (const { rule } of found) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
      await terminal.out(
        `${files === 0 ? '' : ','}\n${JSON.stringify({ file, findings: found, ...(error === undefined ? {} : { error }) })}`,
      );
      files++;
      findings += found.length;
    },
    async end() {
      const sorted = Object.fromEntries([...byRule].sort(([a], [b]) => (a < b ? -1 : 1)));
      await terminal.out(`\n],"summary":${JSON.stringify({ files, findings, byRule: sorted })}}\n`);
    },
  };
}
