import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language, Rule } from '../../core/rules/rule.js';
import type { Terminal } from '../terminal.js';
import type { Texts } from '../texts/texts.js';

/** Prints the page of a rule; where the page was not installed, what the rule says of itself. */
export async function explain(terminal: Terminal, texts: Texts, rule: Rule, pages: string): Promise<void> {
  const page = await readFile(join(pages, `${rule.id}.md`), 'utf8').catch(() => undefined);
  await terminal.out(
    page === undefined
      ? `${describeRule(rule, texts)}\n`
      : `${pageIn(texts.language, page, rule).trimEnd()}\n`,
  );
}

const CHINESE_PART = '\n## 中文\n';
const EXAMPLES = '\n## Examples\n';

/**
 * The part of a page in one language. A page is in English, ends with a part in Chinese, and has its examples, which
 * serve both, in between. One that is built otherwise is given as it is.
 */
function pageIn(language: Language, page: string, { id, summary }: Rule): string {
  const at = page.indexOf(CHINESE_PART);
  if (at < 0) return page;
  if (language === 'en') return page.slice(0, at);
  const chinese = page.slice(at + CHINESE_PART.length).trim();
  const examples = page.indexOf(EXAMPLES);
  const shown = examples < 0 || examples > at ? '' : page.slice(examples + EXAMPLES.length, at).trim();
  return [
    `# ${summary['zh-cn']}`,
    `\`${id}\``,
    chinese,
    ...(shown === '' ? [] : ['## 正反例子', shown]),
  ].join('\n\n');
}

/** Lists all rules, a line each. */
export async function listRules(terminal: Terminal, texts: Texts, rules: readonly Rule[]): Promise<void> {
  const width = (column: readonly string[]): number => Math.max(...column.map(({ length }) => length));
  const ids = width(rules.map(({ id }) => id));
  const severities = width(rules.map(({ severity }) => severity));
  const lines = rules.map(
    ({ id, severity, fix, summary }) =>
      `${id.padEnd(ids)}  ${severity.padEnd(severities)}  ${summary[texts.language]}${texts.inBrackets(texts.fixClass(fix))}\n`,
  );
  await terminal.out(lines.join(''));
}

function describeRule({ id, severity, fix, summary }: Rule, texts: Texts): string {
  return `${id}: ${summary[texts.language]}\n${severity}${texts.inBrackets(texts.fixClass(fix))}`;
}
