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
 * serve both, in between; below each English caption of an example stands the Chinese one. A page that is built
 * otherwise is given as it is.
 */
function pageIn(language: Language, page: string, { id, summary }: Rule): string {
  const at = page.indexOf(CHINESE_PART);
  if (at < 0) return page;
  const examples = page.indexOf(EXAMPLES);
  const isWhole = examples >= 0 && examples < at;
  const shown = isWhole ? examplesIn(language, page.slice(examples + EXAMPLES.length, at).trim()) : '';
  if (language === 'en')
    return isWhole ? `${page.slice(0, examples)}${EXAMPLES}\n${shown}\n` : page.slice(0, at);
  const chinese = page.slice(at + CHINESE_PART.length).trim();
  return [
    `# ${summary['zh-cn']}`,
    `\`${id}\``,
    chinese,
    ...(shown === '' ? [] : ['## 正反例子', shown]),
  ].join('\n\n');
}

/** By the mark at its end: either language may begin with UTF-8. */
const CHINESE_CAPTION = /[：。）]$/;
/** What a fence says of its example, in the words of the Chinese page. */
const CHINESE_FENCES: readonly (readonly [RegExp, string])[] = [
  [/^```text bad/, '```text 反例'],
  [/^```text fixed/, '```text 修复后'],
  [/^```text good/, '```text 正例'],
];

/** Examples with their captions in one language; a caption that has no other stays. */
function examplesIn(language: Language, examples: string): string {
  const lines = examples.split('\n');
  let inside = false;
  return lines
    .flatMap((line, i) => {
      const isFence = line.startsWith('```');
      if (isFence) inside = !inside;
      if (isFence && language === 'zh-cn')
        return CHINESE_FENCES.reduce((text, [from, to]) => text.replace(from, to), line);
      if (isFence || inside || line === '') return line;
      const isChinese = CHINESE_CAPTION.test(line);
      if (language === 'en') return isChinese ? [] : line;
      return isChinese || !CHINESE_CAPTION.test(lines[i + 1] ?? '') ? line : [];
    })
    .join('\n');
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
