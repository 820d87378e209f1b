import { describe, expect, it } from 'vitest';
import { parse } from '../testing/service.js';
import { cutNames } from './names.js';

const BODY = '6月12日上午,清溪市召开防汛工作会议,分析当前汛情,部署下一步工作。';
const authors = (text: string): string[] => parse(text).authors.map(({ name, role }) => `${name} ${role}`);
const editors = (text: string): string[] => parse(text).editors.map(({ name }) => name);
const below = (line: string): string =>
  `清溪市召开防汛工作会议\n${BODY}\n会议要求各地抓好落实,确保安全。\n${line}\n`;
const above = (line: string): string =>
  `清溪市召开防汛工作会议\n${line}\n${BODY}\n会议要求各地抓好落实,确保安全。\n`;
const lead = (start: string): string =>
  `清溪市召开防汛工作会议\n${start}${BODY}\n会议要求各地抓好落实,确保安全。\n`;

describe('authors', () => {
  it.each([
    ['in the dateline', lead('本报讯(记者 何书田)'), ['何书田 reporter']],
    ['two in the dateline', lead('本报讯(记者 何书田 沈若兰)'), ['何书田 reporter', '沈若兰 reporter']],
    ['of two kinds', lead('本报讯(记者 何书田 通讯员 沈若兰)'), ['何书田 reporter', '沈若兰 correspondent']],
    ['of a named medium', lead('清溪新闻网讯(清溪日报记者 何书田)'), ['何书田 reporter']],
    [
      'without separators',
      lead('本报讯(通讯员李盼吴丽李诗华)'),
      ['李盼 correspondent', '吴丽 correspondent', '李诗华 correspondent'],
    ],
    ['padded', lead('本报讯(记者 杜  宇)'), ['杜宇 reporter']],
    ['in Taiwan brackets', lead('〔記者何書田/清溪報導〕'), ['何书田 reporter']],
    ['of a medium in Taiwan brackets', lead('【清溪新聞網-記者何書田/清溪報導】'), ['何书田 reporter']],
    ['in angle brackets', lead('〈記者何書田/清溪報導〉'), ['何书田 reporter']],
    [
      'at the end of the body',
      `清溪市召开会议\n${BODY}\n会议要求各地抓好落实。(记者 何书田)\n`,
      ['何书田 reporter'],
    ],
    ['alone on the last line', below('(记者 何书田)'), ['何书田 reporter']],
    ['作者', below('作者:何书田'), ['何书田 writer']],
    ['作者 in brackets', below('(作者:何书田)'), ['何书田 writer']],
    ['a login', above('作者:qingxi_news'), ['qingxi_news writer']],
    ['记者', above('记者:何书田'), ['何书田 reporter']],
    ['记者 with a bar', below('记者|何书田 编辑|沈若兰'), ['何书田 reporter']],
    ['全媒体记者', above('来源:清溪日报 全媒体记者 何书田'), ['何书田 reporter']],
    ['记者 报道', below('记者 何书田 沈若兰 报道'), ['何书田 reporter', '沈若兰 reporter']],
    [
      'text and picture',
      above('2021-06-13 09:20 来源:清溪日报全媒体记者 何书田/文 沈若兰/图 字号:'),
      ['何书田 reporter', '沈若兰 photographer'],
    ],
    ['文/图', below('(文/图 何书田 沈若兰)'), ['何书田 writer', '沈若兰 writer']],
    ['摄影', below('摄影:沈若兰'), ['沈若兰 photographer']],
  ])('%s', (_, text, expected) => {
    expect(authors(text)).toEqual(expected);
  });
  it.each([
    ['记者会', lead('记者会上,')],
    ['记者站', above('清溪记者站')],
    ['no name', lead('本报讯(记者)')],
  ])('are not found in %s', (_, text) => {
    expect(authors(text)).toEqual([]);
  });
  it('keep the forms that names keep', () => {
    expect(authors(lead('本報訊(記者 徐乾學)'))).toEqual(['徐乾学 reporter']);
  });
  it('stand where the text has them, their notes included', () => {
    const text =
      '清溪市召開(kāi)會(huì)議\n本報(bào)訊(記者 張(zhāng)遠(yuǎn))6月12日,清溪市召開(kāi)會(huì)議,部署防汛工作。\n';
    const [author] = parse(text).authors;
    expect(author?.name).toBe('张远');
    expect(text.slice(author?.start, author?.end)).toBe('張(zhāng)遠(yuǎn)');
  });
});

describe('editors', () => {
  it.each([
    ['编辑', '编辑:沈若兰', ['沈若兰']],
    ['编辑 with a space', '编辑： 沈若兰', ['沈若兰']],
    ['责任编辑', '责任编辑:沈若兰', ['沈若兰']],
    ['本条编辑', '本条编辑:沈若兰', ['沈若兰']],
    ['编辑 with a bar', '编辑|沈若兰', ['沈若兰']],
    ['in brackets', '【编辑：沈若兰】', ['沈若兰']],
    ['with a staff code', '[责任编辑：沈若兰 PK155]', ['沈若兰']],
    ['with a staff number', '责任编辑:沈若兰(12345)', ['沈若兰']],
    ['two', '(责编：何书田、沈若兰)', ['何书田', '沈若兰']],
    ['padded', '编辑:杜  宇', ['杜宇']],
    ['several offices', '責編:何書田 編審:沈若蘭 終審:陸明遠', ['何书田', '沈若兰', '陆明远']],
    ['offices with bars, one empty', '编辑:何书田/责编:沈若兰/审核:', ['何书田', '沈若兰']],
    ['a minority name', '编辑:阿里木·买买提', ['阿里木·买买提']],
  ])('%s', (_, line, expected) => {
    expect(editors(below(line))).toEqual(expected);
  });
  it('are read through pinyin notes', () => {
    const text =
      '清溪市召開(kāi)會(huì)議\n6月12日,清溪市召開(kāi)會(huì)議,部署防汛工作,要求抓好落實(shí)。\n責(zé)任編輯:何書(shū)田\n';
    expect(editors(text)).toEqual(['何书田']);
  });
  it('are no running text', () => {
    expect(editors(`清溪市召开编辑工作会议\n${BODY}\n`)).toEqual([]);
  });
});

describe('cutNames', () => {
  const cut = (text: string): string[] => cutNames(text, 0, text.length).map(({ name }) => name);
  it.each([
    ['李盼吴丽李诗华', ['李盼', '吴丽', '李诗华']],
    ['欧阳文山司马光', ['欧阳文山', '司马光']],
    ['何书田、沈若兰,陆明远', ['何书田', '沈若兰', '陆明远']],
    ['杜  宇 何书田', ['杜宇', '何书田']],
    ['何书田 通讯员', ['何书田']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(cut(text)).toEqual(expected);
  });
  it('gives up on a run that is too long to be names', () => {
    expect(cut('李盼吴丽李诗华'.repeat(10))).toEqual([]);
  });
});
