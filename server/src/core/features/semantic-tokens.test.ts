import { describe, expect, it } from 'vitest';
import { createKnownPeople } from '../officials-file/index.js';
import { parse } from '../testing/service.js';
import { semanticTokens, type Token } from './semantic-tokens.js';

const shown = (text: string, tokens: readonly Token[]): string[] =>
  tokens.map(({ type, modifier, start, end }) =>
    [type, ...(modifier === undefined ? [] : [modifier]), text.slice(start, end)].join(' '),
  );
const tokens = (text: string): string[] => shown(text, semanticTokens(parse(text)));

describe('semantic tokens', () => {
  it('take posts apart: place, body, office', () => {
    const text =
      '南京市召开防汛工作会议\n6月12日上午,南京市人大常委会副主任陆明远主持会议,市委书记沈若兰出席,要求联防联控。\n';
    expect(tokens(text)).toEqual([
      'eventDate 6月12日上午',
      'place 南京市',
      'organ 人大常委会',
      'post 副主任',
      'official 陆明远',
      'organ 市委',
      'post 书记',
      'official 沈若兰',
      'phrase 联防联控',
    ]);
  });

  it('work through pinyin notes and in Traditional text', () => {
    const text =
      '清溪市召開(kāi)會(huì)議\n清溪市委書(shū)記張(zhāng)敬華主持會(huì)議。張(zhāng)敬華強(qiáng)調(diào),要壓實(shí)責(zé)任。\n';
    expect(tokens(text)).toEqual([
      'place 清溪市',
      'organ 委',
      'post 書(shū)記',
      'official 張(zhāng)敬華',
      'official 張(zhāng)敬華',
    ]);
  });

  it('find a post behind the name, and stacked ones in front of it', () => {
    const text = '清溪市召开会议\n会议学习贯彻习近平总书记重要讲话精神。市委副书记、市长陆明远主持会议。\n';
    expect(tokens(text)).toEqual([
      'official 习近平',
      'post 总书记',
      'organ 市委',
      'post 副书记',
      'post 市长',
      'official 陆明远',
    ]);
  });

  it('say of an official whether the officials file has them', () => {
    const text = '清溪市召开会议\n市长陆明远主持会议,副市长沈若兰出席。\n';
    const people = createKnownPeople([{ name: '陸明遠', posts: [] }]);
    expect(shown(text, semanticTokens(parse(text), people)).filter((one) => one.startsWith('off'))).toEqual([
      'official known 陆明远',
      'official unknown 沈若兰',
    ]);
  });

  it('ascend and do not overlap', () => {
    const text =
      '来源:清溪日报\n清溪市召开会议\n市委书记、市防汛抗旱指挥部总指挥陆明远,市长王建国、沈若兰出席。打印 关闭\n';
    let end = 0;
    for (const token of semanticTokens(parse(text))) {
      expect(token.start).toBeGreaterThanOrEqual(end);
      end = token.end;
    }
    expect(end).toBeGreaterThan(0);
  });
});
