import { describe, expect, it } from 'vitest';
import { parse } from '../testing/service.js';

const kinds = (...lines: readonly string[]): string =>
  parse(`${lines.join('\n')}\n`)
    .zones.map(({ kind }) => kind)
    .join(' ');
const HEAD = ['清溪市召开防汛工作会议', '2021-06-13 来源:清溪日报'] as const;

describe('a body without any long paragraph', () => {
  it('is no headline', () => {
    const short = ['6月12日,市长陆明远主持会议。', '会议强调,要落实责任。'] as const;
    expect(kinds(...HEAD, ...short)).toBe('headline metadata lead paragraph');
    const [event] = parse([...HEAD, ...short].join('\n')).eventDates;
    expect(event?.iso).toBe('2021-06-12');
  });
  it('may be one line that somebody cut off', () => {
    expect(kinds(...HEAD, '6月12日,市长陆明远主持召开会议,研究部署')).toBe('headline metadata paragraph');
  });
  it('may be a table or a list of names', () => {
    expect(kinds(...HEAD, '序号\t单位\t责任人', '1\t应急局\t何书田')).toBe(
      'headline metadata paragraph paragraph',
    );
    expect(kinds(...HEAD, '(按姓氏笔画排列)', '何书田  沈若兰  陆 明')).toBe(
      'headline metadata paragraph paragraph',
    );
  });
});

describe('what page borders broke', () => {
  it('goes on in the lines below, furniture between them or not', () => {
    expect(
      kinds(
        ...HEAD,
        '6月12日,清溪市防汛会议召开。市委书记唐志远出席会议并讲话,市长陆',
        '打印 关闭',
        '明远主持会议。',
        '会议认为,今年以来,全市上下坚持预防为主,',
        '扎实推进防汛备汛。',
      ),
    ).toBe('headline metadata lead furniture paragraph paragraph paragraph');
  });
});

describe('lines that stay what they are', () => {
  it('a second headline below the metadata, in front of a body', () => {
    const body = '6月12日上午,清溪市召开防汛工作会议,分析当前汛情,部署下一步工作。';
    expect(kinds(...HEAD, '——压实责任 确保安全', body)).toBe('headline metadata headline lead');
  });
  it('a note behind the metadata of the tail', () => {
    const body = '6月12日上午,清溪市召开防汛工作会议,分析当前汛情,部署下一步工作。';
    expect(kinds(...HEAD, body, '编辑:杜宇', '本文仅代表作者观点。')).toBe(
      'headline metadata lead metadata tail',
    );
  });
});
