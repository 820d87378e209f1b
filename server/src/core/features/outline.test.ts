import { describe, expect, it } from 'vitest';
import { parse, words } from '../testing/service.js';
import { foldings, outline } from './outline.js';

const TEXT = [
  '打印 关闭',
  '清溪市召開(kāi)防汛工作會(huì)議',
  '2021-06-13 来源:清溪日报',
  '',
  '6月12日上午,清溪市召開(kāi)防汛工作會(huì)議,分析當(dāng)前汛情,部署下一步工作。',
  '會(huì)議強(qiáng)調(diào),要壓實(shí)責(zé)任,排查隱患,確保群眾安全度汛。',
  '编辑:杜宇',
  '',
].join('\n');

describe('outline', () => {
  it('has the parts of a report and their zones', () => {
    const nodes = outline(parse(TEXT), 'en');
    expect(nodes.map(({ name, children }) => [name, children.map(({ detail }) => detail)])).toEqual([
      ['Page furniture', ['page furniture']],
      ['Headlines and metadata', ['headline', 'metadata']],
      ['Body', ['lead', 'paragraph']],
      ['Tail', ['metadata']],
    ]);
  });
  it.each([
    // Above and below the body alike, and between a headline and its date line.
    [
      [TEXT.split('\n')[0], '', TEXT.split('\n').slice(1).join('\n'), '上一篇：无', '打印 关闭'].join('\n'),
      ['Page furniture', 'Headlines and metadata', 'Body', 'Tail', 'Page furniture'],
    ],
    [
      '清溪市召开防汛工作会议\n打印 关闭\n2021-06-13 来源:清溪日报\n打印 关闭\n6月12日上午,清溪市召开防汛工作会议,分析当前汛情,部署下一步工作。\n',
      ['Headlines', 'Page furniture', 'Metadata', 'Page furniture', 'Body'],
    ],
    ['打印 关闭\n', ['Page furniture']],
  ])('sets page furniture apart: %#', (text, names) => {
    expect(outline(parse(text), 'en').map(({ name }) => name)).toEqual(names);
  });
  it('names lines as the file has them, without their notes, cut to a list width', () => {
    const names = outline(parse(TEXT), 'zh-cn').flatMap(({ children }) => children.map(({ name }) => name));
    expect(names[1]).toBe('清溪市召開防汛工作會議');
    expect(names[3]).toMatch(/^6月12日上午,清溪市召開防汛工作會議.*…$/);
  });
  it('keeps the script of each line, and both halves of a character', () => {
    const head = '清溪市召開防汛工作會議 分析當前汛情並部署工作及巡查事項';
    const text = `${head.padEnd(29, '。')}𠮷𠮷𠮷市长主持\n6月12日上午,清溪市召开防汛工作会议,分析汛情。\n`;
    const names = outline(parse(text), 'en').flatMap(({ children }) => children.map(({ name }) => name));
    expect(names[0]).toBe(`${head.padEnd(29, '。')}…`);
    expect(names[1]).toBe('6月12日上午,清溪市召开防汛工作会议,分析汛情。');
  });
  it('speaks Chinese', () => {
    expect(outline(parse(TEXT), 'zh-cn').map(({ name }) => name)).toEqual([
      '网页杂项',
      '标题与元数据',
      '正文',
      '文末',
    ]);
  });
  it.each(['', '\n\n', '会议', '打印'])('of %j has no empty part', (text) => {
    for (const node of outline(parse(text), 'en')) expect(node.children.length).toBeGreaterThan(0);
  });
});

describe('foldings', () => {
  it('cover each part', () => {
    const [head, body, tail] = words(TEXT, foldings(parse(TEXT)));
    expect(head).toMatch(/^打印[^]*清溪日报$/);
    expect(body).toMatch(/^6月12日[^]*度汛。$/);
    expect(tail ?? '编辑:杜宇').toBe('编辑:杜宇');
  });
});
