import { describe, expect, it } from 'vitest';
import { parse } from '../../testing/service.js';

const END = '会议强调,各级各部门要提高站位、压实责任,确保群众安全度汛。';

/** `name:posts` for every official of a report, in the order of the text. */
function officials(body: string): string[] {
  return [...parse(`清溪市召开防汛工作会议\n${body}\n${END}\n`).officials]
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0))
    .map(({ name, posts }) => `${name}:${posts.join('/')}`);
}

describe('posts that a sentence states behind the name', () => {
  it.each([
    ['陈志刚同志任清溪市委委员、常委、书记。', ['陈志刚:清溪市委委员/常委/书记']],
    ['李红兵同志不再担任清溪市委书记、常委职务。', ['李红兵:清溪市委书记/常委']],
    ['吴桂兰、石大勇当选副主席。', ['吴桂兰:副主席', '石大勇:副主席']],
    ['会议接受陈志刚辞去县人民政府县长职务的请求。', ['陈志刚:县人民政府县长']],
    ['会议选举陈志刚为县人大常委会主任。', ['陈志刚:县人大常委会主任']],
    ['县委副书记吴桂兰任组长,副县长石大勇任副组长。', ['吴桂兰:县委副书记/组长', '石大勇:副县长/副组长']],
    ['会议决定免去陈志刚县长职务。', ['陈志刚:县长']],
    ['陈志刚是全县最年轻的镇党委书记。', ['陈志刚:镇党委书记']],
  ])('%s', (body, expected) => {
    expect(officials(body)).toEqual(expected);
  });
  it('in the items of a decree', () => {
    const decree =
      '任命:\n陈志刚为市水务局局长;\n吴桂兰(女,壮族)为市审计局局长。\n免去:\n石大勇的市水务局局长、党组书记职务。';
    expect(officials(decree)).toEqual([
      '陈志刚:市水务局局长',
      '吴桂兰:市审计局局长',
      '石大勇:市水务局局长/党组书记',
    ]);
  });
  it('in apposition', () => {
    expect(
      officials('陈志刚,市委常委、市纪委书记,列举了九个案例;吴桂兰,市委巡察办主任,介绍整改情况。'),
    ).toEqual(['陈志刚:市委常委/市纪委书记', '吴桂兰:市委巡察办主任']);
  });
  it.each([
    '全县党员干部要以王英为榜样,书记要带头。',
    '县教育局局长职务由谁担任,局长说了不算。',
    '召集委员担任主席。',
  ])('nobody in: %s', (body) => {
    expect(officials(body)).toEqual([]);
  });
});

describe('rosters', () => {
  it('take heading and posts, for the lines below the heading too', () => {
    const roster =
      '总指挥:陈志刚 县委副书记、县长\n成 员:吴 英 县应急管理局局长\n    石大勇 县林业和草原局局长';
    expect(officials(roster)).toEqual([
      '陈志刚:总指挥/县委副书记/县长',
      '吴英:成员/县应急管理局局长',
      '石大勇:成员/县林业和草原局局长',
    ]);
  });
  it('take names behind a heading, but no sentence', () => {
    expect(officials('组长:陈志刚\n副组长:吴桂兰、石大勇')).toEqual([
      '陈志刚:组长',
      '吴桂兰:副组长',
      '石大勇:副组长',
    ]);
    expect(officials('行会成员:施政要贴近民情')).toEqual([]);
  });
});

describe('a name between body and title', () => {
  it.each([
    ['县财政局陈志刚局长、云溪镇吴英镇长作了发言。', ['陈志刚:县财政局局长', '吴英:云溪镇镇长']],
    ['市政府陈新民副市长参加调研。', ['陈新民:市政府副市长']],
    ['国立远县长出席会议并讲话。', ['国立远:县长']],
  ])('%s', (body, expected) => {
    expect(officials(body)).toEqual(expected);
  });
  it('is no place', () => {
    expect(officials('石家庄市长出席会议并讲话。')).toEqual([]);
    expect(officials('由云溪县委副书记、县长陈志刚主持。')).toEqual(['陈志刚:云溪县委副书记/县长']);
  });
});

describe('ranks, short forms and lead-ins', () => {
  it.each([
    ['支队政委陈志刚大校、支队长吴桂兰上校到场。', ['陈志刚:支队政委/大校', '吴桂兰:支队长/上校']],
    ['省军区副司令员陈毅少将率工作组到访。', ['陈毅:省军区副司令员/少将']],
    ['市委书记陈志刚主持会议。陈志刚书记要求抓好落实。', ['陈志刚:市委书记']],
    ['曾任清溪地委书记的老领导陈志刚到场。', ['陈志刚:清溪地委书记']],
    ['站起来的是副局长陈志刚。', ['陈志刚:副局长']],
    ['在市委副书记陈志刚的陪同下参观。', ['陈志刚:市委副书记']],
    ['其中光华村村长陈志刚最关心水价。', ['陈志刚:光华村村长']],
    ['省军区后勤部部长陈志刚出席。', ['陈志刚:省军区后勤部部长']],
    ['市教育局有关负责人陈志刚介绍了情况。', ['陈志刚:市教育局有关负责人']],
    ['县人民医院院长陈志刚说,床位已腾空。', ['陈志刚:县人民医院院长']],
    ['公司党委书记、董事长陈志刚介绍,订单已排满。', ['陈志刚:公司党委书记/董事长']],
    ['苏木达陈志刚、嘎查达吴桂兰汇报了储备。', ['陈志刚:苏木达', '吴桂兰:嘎查达']],
    [
      '副主任陈志刚 吴桂兰 尉迟立群,秘书长石大勇出席会议。',
      ['陈志刚:副主任', '吴桂兰:副主任', '尉迟立群:副主任', '石大勇:秘书长'],
    ],
    ['商务参赞让-皮埃尔·杜朗先生参加。', ['让-皮埃尔·杜朗:商务参赞']],
  ])('%s', (body, expected) => {
    expect(officials(body)).toEqual(expected);
  });
  it('who was one once is none', () => {
    expect(officials('院坝会开在老支书陈志刚家。')).toEqual([]);
  });
});

describe('where a name ends in front of words of any kind', () => {
  it.each(['掰着指头算账', '蹲在田埂上', '扛沙袋', '有些紧张', '插话', '先说修路', '连夜赶到', '不同意'])(
    '%s',
    (words) => {
      for (const name of ['陈鹏', '陈志刚'])
        expect(officials(`县长${name}${words}。`)).toEqual([`${name}:县长`]);
    },
  );
  it.each(['李春生前往现场', '王志强调研企业', '张建立主持会议'])(
    'a name with a character of the next word: %s',
    (text) => {
      expect(officials(`县长${text}。`)).toEqual([`${text.slice(0, 3)}:县长`]);
    },
  );
});
