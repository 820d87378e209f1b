import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rule } from '../../core/rules/rule.js';
import type { Terminal } from '../terminal.js';
import type { Texts } from '../texts/texts.js';

/** Prints the page of a rule; where the page was not installed, what the rule says of itself. */
export async function explain(terminal: Terminal, texts: Texts, rule: Rule, pages: string): Promise<void> {
  const page = await readFile(join(pages, `${rule.id}.md`), 'utf8').catch(() => undefined);
  await terminal.out(
    page === undefined ? `${describeRule(rule, texts)}\n` : page.endsWith('\n') ? page : `${page}\n`,
  );
}

/** Lists all rules, a line each. */
export async function listRules(terminal: Terminal, texts: Texts, rules: readonly Rule[]): Promise<void> {
  const width = (column: readonly string[]): number => Math.max(...column.map(({ length }) => length));
  const ids = width(rules.map(({ id }) => id));
  const severities = width(rules.map(({ severity }) => severity));
  const lines = rules.map(
    ({ id, severity, fix, summary }) =>
      `${id.padEnd(ids)}  ${severity.padEnd(severities)}  ${summary[texts.language]} (${texts.fixClass(fix)})\n`,
  );
  await terminal.out(lines.join(''));
}

function describeRule({ id, severity, fix, summary }: Rule, texts: Texts): string {
  return `${id}: ${summary[texts.language]}\n${severity}; ${texts.fixClass(fix)}`;
}
