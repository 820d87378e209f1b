import { describe, expect, it } from 'vitest';
import { readCursor } from '../testing/marked-text.js';
import { service } from '../testing/service.js';
import type { HoverOptions } from './hover.js';

/** The card at `‸` and the words it stands for. */
function hover(
  marked: string,
  options: HoverOptions = { language: 'en' },
): { words: string; markdown: string } | undefined {
  const { text, offset } = readCursor(marked);
  const card = service.hover(service.parse(text), offset, options);
  return card === undefined
    ? undefined
    : { words: text.slice(card.start, card.end), markdown: card.markdown };
}

const REPORT = '清溪市召开防汛工作会议\n市委副书记、市长陆明远主持会议,副市长沈若兰出席。';

describe('hover on an official', () => {
  it('says what the file states, with the places', () => {
    const card = hover(`${REPORT}\n陆明‸远强调,要坚持联防联控,压实责任,确保群众安全度汛。\n`);
    expect(card?.words).toBe('陆明远');
    expect(card?.markdown).toContain('This file names **陆明远** as');
    expect(card?.markdown).toMatch(/市委副书记.*\(line 2\)/);
    expect(card?.markdown).toMatch(/市长 — mayor.*\(line 2\)/i);
    expect(card?.markdown).toContain('2 mentions');
    expect(card?.markdown).toContain('other people may have the same name');
  });
  it('gives the collective word of a list, and says where there is no post', () => {
    const card = hover('清溪市召开会议\n会议研究了下一步工作。\n市领导陆‸明远、沈若兰参加会议。\n');
    expect(card?.markdown).toContain('This file names **陆明远** as\n\n- 市领导');
    const bare = hover('清溪市召开会议\n会议研究了下一步工作。\n出席会议的有陆‸明远、沈若兰。\n');
    expect(bare?.markdown).toContain('This file names **陆明远** without a post.');
  });
  it('gives the English of composed posts', () => {
    const card = hover(
      '清溪市召开会议\n市人大常委会党组书记、主任陆‸明远,区委常委、组织部部长何若兰出席会议。\n',
    );
    expect(card?.markdown).toMatch(
      /主任 — chairman of the standing committee of the municipal people's congress/,
    );
  });
  it('never says who somebody is: posts of others stay away', () => {
    expect(
      hover(`${REPORT}\n沈‸若兰指出,要压实责任,确保群众安全度汛,不得麻痹大意。\n`)?.markdown,
    ).not.toMatch(/市委副书记/);
  });
  it('works through pinyin notes and in Traditional text', () => {
    const card = hover(
      '清溪市召開(kāi)會(huì)議\n會(huì)議學(xué)習(xí)貫徹習(x‸í)近平總書(shū)記重要講話精神,部署下一步工作。\n',
    );
    expect(card?.words).toBe('習(xí)近平');
    expect(card?.markdown).toContain('**习近平**');
    expect(card?.markdown).toContain('总书记');
  });
  it('links its places where a link can be made', () => {
    const card = hover(`${REPORT}‸\n`.replace('陆明远', '陆‸明远').replace(/‸\n$/, '\n'), {
      language: 'zh-cn',
      link: (offset) => `x:${String(offset)}`,
    });
    expect(card?.markdown).toContain('[第 2 行](x:');
    expect(card?.markdown).toContain('本文件称');
  });
});

describe('hover on a set phrase', () => {
  it('explains it in Chinese and English, with parts and source', () => {
    const card = hover('会议要求落实“六‸稳”“六保”任务,统筹发展和安全,压实各方面责任。\n');
    expect(card?.words).toBe('六稳');
    expect(card?.markdown).toMatch(/\*\*六稳\*\* \/ \*\*六穩\*\* — stability/);
    expect(card?.markdown).toContain('稳就业、稳金融');
    expect(card?.markdown).toMatch(/Source: /);
  });
  it('says when and where it was first used, and that nobody has checked a document', () => {
    const card = hover('会议强调,要树牢“四个意‸识”,落实重大决策部署,压实各方面责任。\n');
    expect(card?.markdown).toContain('政治意识、大局意识、核心意识、看齐意识');
    expect(card?.markdown).toMatch(/First official use: 2016-01, /);
    expect(card?.markdown).toMatch(/Source: \[.+\]\(http/);
    expect(hover('会议强调,要坚持德才兼备、以德为‸先,选好用好各级干部。\n')?.markdown).toMatch(
      /Source: .+ \(not checked\)$/,
    );
  });
  it('lists the other wordings', () => {
    expect(hover('会议强调,要不断增强群众的获得感、幸福‸感、安全感。\n')?.markdown).toContain(
      'Also written: 幸福感、获得感、安全感',
    );
  });
  it('works with commas for 、 and through notes', () => {
    expect(hover('堅(jiān)持外防輸‸入,內(nèi)防反彈,聯(lián)防聯(lián)控。\n')?.words).toBe(
      '外防輸入,內(nèi)防反彈',
    );
  });
});

/** English in a sentence; `GDP` and the like are Chinese too. */
const ENGLISH = /[a-z]{3,}/;
const HALF_WIDTH = /\p{Script=Han}[*_]* ?[,.:;!?()]|[,.:;!?()] ?\p{Script=Han}/u;

describe('hover in Chinese', () => {
  const chinese = (marked: string): string => hover(marked, { language: 'zh-cn' })?.markdown ?? '';
  it('on an official has no English and full-width marks', () => {
    const card = chinese(`${REPORT}\n陆明‸远强调,要坚持联防联控,压实责任,确保群众安全度汛。\n`);
    expect(card).toContain('- 市委副书记（第 2 行）');
    const group = chinese('清溪市召开会议\n会议研究了下一步工作。\n市领导陆‸明远、沈若兰参加会议。\n');
    expect(group).toContain('- 市领导');
    for (const text of [card, group]) {
      expect(text).not.toMatch(ENGLISH);
      expect(text).not.toMatch(HALF_WIDTH);
    }
  });
  it('on a phrase gives what is Chinese, and marks what there is in English only', () => {
    const card = chinese('会议强调,要树牢“四个意‸识”,落实重大决策部署,压实各方面责任。\n');
    expect(card).toMatch(/^\*\*四个意识\*\* \/ \*\*四個意識\*\*\n/);
    expect(card).toContain('内容：政治意识、大局意识、核心意识、看齐意识');
    expect(card).toMatch(/首次正式使用：2016-01（英文：[^（）]+）/);
    expect(card).toMatch(/出处：\[/);
    // Names of sources and their addresses are given as they are.
    const ours = card.replace(/（英文：[^（）]+）/, '').replace(/出处：[^]*$/, '');
    expect(ours).not.toMatch(ENGLISH);
    expect(ours).not.toMatch(HALF_WIDTH);
  });
  it('says that nobody has checked the source', () => {
    expect(chinese('会议强调,要坚持德才兼备、以德为‸先,选好用好各级干部。\n')).toMatch(/出处：.+（未核对）$/);
  });
});

describe('hover shows nothing', () => {
  it.each([
    '领导作了重要‸讲话,强调要压实责任。',
    '会议高‸度重视这项工作,强调要压实责任。',
    '清‸溪市召开会议',
    '‸',
    '市委书记任‸内,全市经济稳步发展。',
  ])('%s', (marked) => {
    expect(hover(marked)).toBeUndefined();
  });
  it('outside the text', () => {
    const report = service.parse('会议');
    expect(service.hover(report, 99, { language: 'en' })).toBeUndefined();
    expect(service.hover(report, -1, { language: 'en' })).toBeUndefined();
  });
});
