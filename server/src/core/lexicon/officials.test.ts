import { describe, expect, it } from 'vitest';
import { mark } from '../testing/marked-text.js';
import { parse } from '../testing/service.js';

/** Names with their posts, in the order of the text. */
function officials(body: string): string[] {
  const { officials: found } = parse(`清溪市召开防汛工作会议\n${body}\n`);
  return [...found]
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0))
    .map(({ name, posts, group }) => `${name}:${posts.join('/')}${group === undefined ? '' : `[${group}]`}`);
}
const END = '会议强调,各级各部门要提高站位、压实责任,确保群众安全度汛。';

describe('officials are recognised', () => {
  it.each([
    ['title and name', '市委书记何书田主持会议并讲话。', ['何书田:市委书记']],
    [
      'several posts',
      '市委副书记、市长、防汛指挥部总指挥陆明远出席会议。',
      ['陆明远:市委副书记/市长/防汛指挥部总指挥'],
    ],
    [
      'a list with one title',
      '市领导何书田、沈若兰、陆明远参加会议。',
      ['何书田:[市领导]', '沈若兰:[市领导]', '陆明远:[市领导]'],
    ],
    [
      'two names without separator before a verb',
      '市长陆明远主持会议,副市长沈若兰出席。陆明远沈若兰先后讲话。',
      ['陆明远:市长', '沈若兰:副市长'],
    ],
    ['NAME+TITLE', '会议传达学习习近平总书记重要讲话精神。', ['习近平:总书记']],
    ['a name between body and title', '会议传达了省委李希书记的讲话。', ['李希:省委书记']],
    ['a deputy', '代市长陆明远讲话。', ['陆明远:代市长']],
    ['two posts with 兼', '福建省副省长兼厦门市长陆明远出席会议。', ['陆明远:福建省副省长/厦门市长']],
    ['a minority name', '自治区主席铁木尔·达瓦买提出席会议。', ['铁木尔·达瓦买提:自治区主席']],
    ['a compound surname', '区长欧阳文山指出,要抓好落实。', ['欧阳文山:区长']],
    ['a Hong Kong name', '行政長官林鄭月娥(左五)出席會議。', ['林郑月娥:行政长官']],
    ['Taiwan posts', '次長何書田與署長沈若蘭出席會議。', ['何书田:次长', '沈若兰:署长']],
    ['州长 and 盟长', '州长何书田、盟长沈若兰参加会议。', ['何书田:州长', '沈若兰:盟长']],
    ['赖 and 洪', '市长赖清源、副市长洪文达出席会议。', ['赖清源:市长', '洪文达:副市长']],
    ['a padded name', '市长李 昂主持会议。', ['李昂:市长']],
    ['该局局长', '该局局长李传卿介绍了情况。', ['李传卿:局长']],
    ['a verb behind a short name', '市长张平和省委常委何书田出席会议。', ['张平:市长', '何书田:省委常委']],
    ['和 inside a name', '市长张和平主持会议。张和平指出,要抓好落实。', ['张和平:市长']],
    ['成 inside a name', '市长刘成果说,要抓好落实。', ['刘成果:市长']],
    ['全 as a given name', '市长林全表示,要抓好落实。', ['林全:市长']],
  ])('%s', (_, body, expected) => {
    expect(officials(`${body}${END}`)).toEqual(expected);
  });
  it('through pinyin notes and in Traditional text', () => {
    const text =
      '清溪市召開(kāi)會(huì)議\n市委書(shū)記張(zhāng)遠(yuǎn)華(huá)主持會(huì)議,習(xí)近平總書(shū)記的指示是根本遵循。\n';
    const { officials: found } = parse(text);
    expect(found.map(({ name }) => name).sort()).toEqual(['习近平', '张远华'].sort());
    const mentions = found.flatMap(({ mentions: all }) => all).sort((a, b) => a.start - b.start);
    expect(mark(text, mentions)).toContain('⟦張(zhāng)遠(yuǎn)華(huá)⟧主持');
    expect(mark(text, mentions)).toContain('⟦習(xí)近平⟧總');
  });
  it('under the names they bear: 徐乾学, not 徐干学', () => {
    expect(officials(`局长徐乾学介绍了情况。${END}`)).toEqual(['徐乾学:局长']);
    expect(officials(`市長張昇民、副市長徐乾學出席會議。${END}`)).toEqual(['张昇民:市长', '徐乾学:副市长']);
  });
  it('at every other mention, in headlines too', () => {
    const text =
      '何书田主持会议 陆明远沈若兰出席\n市委书记何书田主持会议,市长陆明远、副市长沈若兰出席会议,听取工作汇报。\n何书田强调,要抓好落实。\n';
    const mentions = parse(text)
      .officials.flatMap(({ mentions: all }) => all)
      .sort((a, b) => a.start - b.start);
    expect(mark(text, mentions)).toBe(
      '⟦何书田⟧主持会议 ⟦陆明远⟧⟦沈若兰⟧出席\n市委书记⟦何书田⟧主持会议,市长⟦陆明远⟧、副市长⟦沈若兰⟧出席会议,听取工作汇报。\n⟦何书田⟧强调,要抓好落实。\n',
    );
  });
});

it.each(['黄金龙', '高新民', '洪峰', '安全斌', '石油生', '康复', '白天明', '温馨', '文明'])(
  'a name that begins like a word: %s',
  (name) => {
    expect(officials(`副市长${name}出席会议并讲话。`)).toEqual([`${name}:副市长`]);
  },
);

it.each([
  ['听取了社区书记李明德的汇报。', '李明德:社区书记'],
  ['会见了市长王建国等。', '王建国:市长'],
  ['会议介绍了县长陈志远的做法。', '陈志远:县长'],
])('a verb is no part of a post: %s', (text, expected) => {
  expect(officials(text)).toEqual([expected]);
});

describe('nobody is recognised in', () => {
  it.each([
    '领导高度重视,作了重要讲话。',
    '书记任内,全市经济稳步发展。',
    '领导班子成员参加会议。',
    '市委书记、市长参加会议。',
    '各级书记要带头落实责任。',
    '主任会议讨论了有关事项。',
    '市领导和有关部门负责人参加会议。',
    '党组书记要履行第一责任。',
    '局长信箱收到来信。',
    '市政府常务会议研究了有关事项。',
    '重要讲话精神是根本遵循。',
    '纪委书记严格执纪。',
    '各部门主要负责人参加会议。',
    '委员会主任由市长兼任。',
    '总指挥洪水期间坚守一线。',
  ])('%s', (body) => {
    expect(officials(`${body}${END}`)).toEqual([]);
  });
});
