import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../../..');
/** Stands for what is filled in. */
const FILLED = '\ufffc';

interface Text {
  readonly where: string;
  readonly text: string;
}

function sources(folder: string): string[] {
  return (readdirSync(join(ROOT, folder), { recursive: true }) as string[])
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.includes(`testing${sep}`))
    .map((name) => join(folder, name));
}

/** Whether a node holds Chinese texts: the value of a key `zh-cn`, or a variable that says so. */
function isChinese(node: ts.Node): boolean {
  if (ts.isPropertyAssignment(node)) return /^'zh-cn'$/.test(node.name.getText());
  return ts.isVariableDeclaration(node) && /^chinese/i.test(node.name.getText());
}

/** The texts in Chinese that a source writes; those with `everywhere` in all of the file. */
function textsOf(file: string, everywhere: boolean): Text[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(ROOT, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: Text[] = [];
  const visit = (node: ts.Node, chinese: boolean): void => {
    const text = ts.isStringLiteralLike(node)
      ? node.text
      : ts.isTemplateExpression(node)
        ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(FILLED)
        : undefined;
    if (chinese && text !== undefined && /\p{Script=Han}/u.test(text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ where: `${file}:${line + 1}`, text });
    }
    ts.forEachChild(node, (child) => {
      visit(child, chinese || isChinese(node));
    });
  };
  visit(source, everywhere);
  return found;
}

function tableOf(file: string): Text[] {
  const table = JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Record<string, string>;
  return Object.entries(table).map(([key, text]) => ({ where: `${file} ${key}`, text }));
}

const tables = ['package.nls.zh-cn.json', 'client/l10n/bundle.l10n.zh-cn.json'].flatMap(tableOf);
const commandLine = sources('server/src/cli').flatMap((file) => textsOf(file, file.endsWith('zh-cn.ts')));
const server = ['server/src/core', 'server/src/corpus', 'server/src/lsp', 'server/src/platform']
  .flatMap(sources)
  .flatMap((file) => textsOf(file, false));

/** A text without what may hold any mark: placeholders, code, options, and the residue that a rule shows as an example. */
function bare(text: string): string {
  return text
    .replace(/\{[^}]*\}/g, FILLED)
    .replace(/`[^`]*`/g, FILLED)
    .replace(/\p{Script=Han}\(\p{Script=Latin}+\)/gu, FILLED);
}

const HALF_WIDTH = /\p{Script=Han} ?[,.:;!?()]|[,.:;!?()] ?\p{Script=Han}/u;

describe('texts in Chinese', () => {
  test('are found', () => {
    expect(tables.length).toBeGreaterThan(150);
    expect(commandLine.length).toBeGreaterThan(100);
    expect(server.length).toBeGreaterThan(150);
    const wheres = server
      .map(({ where }) => where.replace(/:\d+$/, ''))
      .map((where) => where.split(sep).join('/'));
    expect(wheres).toContain('server/src/core/features/hover.ts');
    expect(wheres).toContain('server/src/core/verify/describe.ts');
  });

  test('have full-width marks beside Han characters', () => {
    const wrong = [...tables, ...commandLine, ...server].filter(({ text }) => HALF_WIDTH.test(bare(text)));
    expect(wrong).toEqual([]);
  });

  test.each(['请核对.', '内容: 甲', '甲; 乙', '（甲) 乙'])('in which the test would see %s', (text) => {
    expect(HALF_WIDTH.test(bare(text))).toBe(true);
  });

  test('have one word for one thing', () => {
    const features = server.filter(({ where }) =>
      where.split(sep).join('/').startsWith('server/src/core/features/'),
    );
    // 字体 is a font; a note is 拼音注音 throughout, page furniture 网页杂项.
    const other = /字体|页面杂项|网页元素|网页控件|拼音注(?!音)|(?<!拼音)注音/;
    expect([...tables, ...commandLine, ...features].filter(({ text }) => other.test(text))).toEqual([]);
  });
});
