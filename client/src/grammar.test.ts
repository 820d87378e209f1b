import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index.js';

type Grammar = NonNullable<Awaited<ReturnType<ReturnType<typeof createRegistry>['loadGrammar']>>>;

const SCOPE = 'text.corpus-report';
const path = join(import.meta.dirname, '../../syntaxes/report.tmLanguage.json');
let grammar: Grammar;

beforeAll(async () => {
  const loaded = await createRegistry([{ path, scopeName: SCOPE }]).loadGrammar(SCOPE);
  if (loaded === null) throw new Error('the grammar does not load');
  grammar = loaded;
});

/** The pieces of each line that carry a scope, as `scope=text`; the language's own part of the names is left out. */
function pieces(text: string): string[][] {
  let stack: Parameters<Grammar['tokenizeLine']>[1] = null;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const last = scopes.at(-1) ?? '';
      if (last === SCOPE || last.startsWith('meta.')) return [];
      return [`${last.replace('.corpus-report', '')}=${line.slice(startIndex, endIndex)}`];
    });
  });
}

describe('the grammar of reports', () => {
  it('is what its generator writes', async () => {
    const generator = pathToFileURL(join(import.meta.dirname, '../../.scripts/generate-grammar.mjs')).href;
    const { grammarFile } = (await import(generator)) as { grammarFile: () => Promise<string> };
    expect(readFileSync(path, 'utf8')).toBe(await grammarFile());
  });

  it('takes the lines before the first sentence for headlines, metadata and furniture', () => {
    const lines = pieces(
      [
        '首页 > 政务要闻',
        '某市召开防汛工作会议',
        '2021-07-03 20:06 来源:某市日报 字号:',
        '',
        '　　7月3日，某市召开防汛工作会议。',
        '某市继续部署',
      ].join('\n'),
    );
    expect(lines[0]).toEqual(['comment.line.furniture=首页 > 政务要闻']);
    expect(lines[1]).toEqual(['entity.name.section=某市召开防汛工作会议']);
    expect(lines[2]).toEqual([
      'constant.numeric.date=2021-07-03 20:06',
      'keyword.other.label=来源',
      'punctuation.separator.key-value=:',
      'comment.block.furniture=字号:',
    ]);
    expect(lines[4]).toEqual(['constant.numeric.date=7月3日']);
    expect(lines[5]).toEqual([]);
  });

  it('dims pinyin notes and sees words through them', () => {
    const [line] = pieces('會(huì)議強(qiáng)調(diào),要依法治國(guó)。');
    expect(line).toEqual([
      'comment.block.pinyin-note=(huì)',
      'support.function.attribution=強',
      'comment.block.pinyin-note=(qiáng)',
      'support.function.attribution=調',
      'comment.block.pinyin-note=(diào)',
      'comment.block.pinyin-note=(guó)',
    ]);
  });

  it.each([
    ['会议指出，一是加强领导；二是压实责任。', ['指出'], ['一是', '二是']],
    ['會議指出,一是加強領導;二是壓實責任。', ['指出'], ['一是', '二是']],
    ['首先，要学习。第二，要落实。', [], ['首先', '第二']],
    ['大家一致认为这是好事。', [], []],
    ['王某要求，按照部署要求，落实新的要求，抓好工作。', ['要求'], []],
    ['统一是非标准。', [], []],
  ])('ordinals and attributions of %s', (text, attributions, ordinals) => {
    const [line = []] = pieces(text);
    const of = (scope: string): string[] =>
      line.filter((piece) => piece.startsWith(`${scope}=`)).map((piece) => piece.slice(scope.length + 1));
    expect(of('support.function.attribution')).toEqual(attributions);
    expect(of('keyword.control.ordinal')).toEqual(ordinals);
  });

  it.each([
    '2021年7月3日',
    '二〇二一年七月三日',
    '民國109年2月6日',
    '7月3日上午',
    '１０月２９日',
    '2021/7/3',
  ])('the date %s', (date) => {
    expect(pieces(`他说${date}开会。`)[0]).toEqual([`constant.numeric.date=${date}`]);
  });

  it('keeps quotations within their line', () => {
    const lines = pieces('落实“外防輸入、內(nèi)防反彈”和《条例》。\n没有闭合的“引号。\n下一段。');
    expect(lines[0]).toEqual([
      'string.quoted.double=“外防輸入、內',
      'comment.block.pinyin-note=(nèi)',
      'string.quoted.double=防反彈”',
      'string.quoted.other.title=《条例》',
    ]);
    expect(lines.slice(1)).toEqual([[], []]);
  });

  it.each(['（责编：某甲、某乙）', '責(zé)任編輯：某甲', '编辑:某甲', '來(lái)源：某報'])(
    'the metadata line %s',
    (text) => {
      expect(pieces(`第一句。\n${text}`)[1]?.some((piece) => piece.startsWith('keyword.other.label='))).toBe(
        true,
      );
    },
  );

  it('reads a paragraph of 20,000 characters in reasonable time', () => {
    const began = performance.now();
    pieces('会议强调，要深入学习贯彻落实，'.repeat(1250));
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
