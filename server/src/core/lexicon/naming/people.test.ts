import { describe, expect, it } from 'vitest';
import { parse } from '../../testing/service.js';

const END = '会议强调,各级各部门要提高站位、压实责任,确保群众安全度汛。';

/** `name:posts[group]` for every official of a report, `;` between them, in the order of the text. */
function officials(body: string, headline = '清溪市召开防汛工作会议'): string {
  return [...parse(`${headline}\n${body}\n${END}\n`).officials]
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0))
    .map(({ name, posts, group }) => `${name}:${posts.join('/')}${group === undefined ? '' : `[${group}]`}`)
    .join('; ');
}

describe('TITLE+NAME', () => {
  it.each([
    ['区委书记唐志远同志作重要讲话。', '唐志远:区委书记'],
    ['县纪委书记、县监委主任田野,政法委书记林海出席。', '田野:县纪委书记/县监委主任; 林海:政法委书记'],
    ['统战部部长,县总工会主席郭立群主持。', '郭立群:统战部部长/县总工会主席'],
    ['市气象局副局长(主持工作)冯景涛参加会商。', '冯景涛:市气象局副局长'],
    ['会议由市委常委、常务副市长周广陵主持。', '周广陵:市委常委/常务副市长'],
    ['专程赶来的省水利厅厅长唐志远表示肯定。', '唐志远:省水利厅厅长'],
    ['由县长沈若兰任组长,成立工作专班。', '沈若兰:县长/组长'],
    ['省长唐志远与农业部副部长余立群会谈。', '唐志远:省长; 余立群:农业部副部长'],
    ['副市长何书田则承诺,三天内办结。', '何书田:副市长'],
    ['局长陈安随即作了补充。陈安说,要抓紧。', '陈安:局长'],
    ['市长何书田今(5)日主持会议。', '何书田:市长'],
    ['县长何方当场答复。', '何方:县长'],
  ])('%s', (body, expected) => {
    expect(officials(body)).toBe(expected);
  });
});

describe('NAME+TITLE', () => {
  it.each([
    ['欧阳修文副市长、司马南星副秘书长先后到现场。', '欧阳修文:副市长; 司马南星:副秘书长'],
    ['何书田省委书记一行来到社区。', '何书田:省委书记'],
    ['沈若兰清溪县长一行来到社区。沈若兰强调,要抓好落实。', '沈若兰:清溪县长'],
    ['方育民专门委员在现场回应,会把意见带回。', '方育民:专门委员'],
    ['方育民主任秘书在现场回应,会把意见带回。', '方育民:主任秘书'],
    ['Rita Fonseca区域主任回复查询时指,会跟进。', 'Rita Fonseca:区域主任'],
    ['会议决定任命唐志远为副县长,免去车广勇的县财政局局长职务。', '唐志远:副县长; 车广勇:县财政局局长'],
  ])('%s', (body, expected) => {
    expect(officials(body)).toBe(expected);
  });
  it('a place in front of a title is nobody', () => {
    expect(officials('云麓县长在会上讲话。云麓县各乡镇参加,云麓县直各部门列席。')).toBe('');
  });
});

describe('lists', () => {
  it.each([
    ['市领导何书田 沈若兰 司长河参加会议。', '何书田:[市领导]; 沈若兰:[市领导]; 司长河:[市领导]'],
    ['何书田、沈若兰等县领导参加会议。', '何书田:[县领导]; 沈若兰:[县领导]'],
    ['县领导年广才、李立群、牛年生参加会议。', '年广才:[县领导]; 李立群:[县领导]; 牛年生:[县领导]'],
    ['出席会议的有何书田、沈若兰。', '何书田:; 沈若兰:'],
    ['出席会议的还有:何书田、沈若兰、陆明远。', '何书田:; 沈若兰:; 陆明远:'],
    ['出席者还有何书田、沈若兰和João Barros。', '何书田:; 沈若兰:; João Barros:'],
    ['何书田、沈若兰、陆明远参加。', '何书田:; 沈若兰:; 陆明远:'],
    ['出席会议的有于是民(镇党委委员)、段立群(副镇长)。', '于是民:镇党委委员; 段立群:副镇长'],
    [
      '立法会议员Rebecca Ho、李志康及方永玲先后发言。',
      'Rebecca Ho:立法会议员; 李志康:立法会议员; 方永玲:立法会议员',
    ],
    [
      '副县长何书田、沈若兰及县公安局局长陆明远分别就有关工作作了说明。',
      '何书田:副县长; 沈若兰:副县长; 陆明远:县公安局局长',
    ],
    ['副市长何书田、唐志远、罗立群及相关局处首长与会。', '何书田:副市长; 唐志远:副市长; 罗立群:副市长'],
    ['常委会审议了报告,何书田、沈若兰等委员先后发言。', '何书田:[委员]; 沈若兰:[委员]'],
    [
      '参加会议的领导有:县委副书记何书田、副县长沈若兰;各乡镇党委书记参加会议。',
      '何书田:县委副书记; 沈若兰:副县长',
    ],
    ['副秘书长何书田、龙门头镇长沈若兰以及各局处主管出席。', '何书田:副秘书长; 沈若兰:龙门头镇长'],
  ])('%s', (body, expected) => {
    expect(officials(body)).toBe(expected);
  });
  it('a last line of its own', () => {
    expect(officials('市长陆明远主持会议。').split('; ')).toEqual(['陆明远:市长']);
    const { officials: found } = parse(
      `清溪市召开会议\n市长陆明远主持会议,要求抓好落实,确保安全。\n曹桂兰参加。\n来源:清溪日报\n`,
    );
    expect(found.map(({ name }) => name).sort()).toEqual(['曹桂兰', '陆明远']);
  });
});

describe('what officials do', () => {
  it.each([
    ['何书田主持召开防汛工作会议', '何书田:'],
    ['何书田 沈若兰赴东山镇调研', '沈若兰:'],
    ['沈若兰到滨河街道走访群众', '沈若兰:'],
    ['防汛工作会议召开 何书田讲话', '何书田:'],
  ])('a headline: %s', (headline, expected) => {
    expect(officials('会议研究部署了下一步工作,听取了情况汇报。', headline)).toContain(expected);
  });
  it('a sentence', () => {
    expect(officials('唐志远强调,要确保安全。')).toBe('唐志远:');
    expect(officials('唐志远在主持会议时强调,要确保安全。')).toBe('唐志远:');
  });
  it('names in a headline without a mark are parted by what the body knows', () => {
    const text = '何书田沈若兰出席\n市委书记何书田主持会议,市长沈若兰出席会议,听取工作汇报。\n';
    expect(parse(text).officials.map(({ mentions }) => mentions.length)).toEqual([2, 2]);
  });
});

describe('names of all kinds', () => {
  it.each([
    ['副旗长那顺孟和、宝音德力格尔分别带队检查。', '那顺孟和:副旗长; 宝音德力格尔:副旗长'],
    ['乡长扎西顿珠传达了精神。', '扎西顿珠:乡长'],
    ['副县长吉克阿依介绍了情况。', '吉克阿依:副县长'],
    ['驻村工作队队长阿苦·尔古说:“账要算细。”', '阿苦·尔古:驻村工作队队长'],
    ['署长拉娃·达悟表示肯定。', '拉娃·达悟:署长'],
    ['自治区主席铁木尔·达瓦买提提出要求。', '铁木尔·达瓦买提:自治区主席'],
    ['发言人Kolas Yotaka说明。', 'Kolas Yotaka:发言人'],
    ['行政长官林郑月娥(左五)、司长陈方咏欣出席。', '林郑月娥:行政长官; 陈方咏欣:司长'],
    ['县委书记 邬 平,政协主席 解 晓 东出席。', '邬平:县委书记; 解晓东:政协主席'],
    ['县长和春生传达了精神。', '和春生:县长'],
    ['副区长向东升主持会议。', '向东升:副区长'],
    ['市长李昂、副市长高鹏主持会议,秘书长高鹏飞汇报情况。', '李昂:市长; 高鹏:副市长; 高鹏飞:秘书长'],
  ])('%s', (body, expected) => {
    expect(officials(body)).toBe(expected);
  });
});

describe('posts of Taiwan, Hong Kong and Macau', () => {
  it.each([
    [
      '交通局長鍾立群、里長溫雅真、立委何其樂、議員藍志龍出席。',
      '钟立群:交通局长; 温雅真:里长; 何其乐:立委; 蓝志龙:议员',
    ],
    ['縣府秘書長潘信祥、水尾鄉長邱立群以及各局處主管出席。', '潘信祥:县府秘书长; 邱立群:水尾乡长'],
    ['關心此案多時的議員丁志群說,經費要到位。', '丁志群:议员'],
    ['醫院管理局行政總裁龐立群指出,會跟進。', '庞立群:医院管理局行政总裁'],
    ['署理醫務衞生局局長上官慧文今日表示,會跟進。', '上官慧文:署理医务卫生局局长'],
    ['由經濟財政司司長龐立群主持,文化局局長鍾麗豪參與。', '庞立群:经济财政司司长; 钟丽豪:文化局局长'],
    ['區民政事務專員馮麗群介紹,會加密清洗。', '冯丽群:区民政事务专员'],
    ['市政諮詢委員會召集人劉立群關注進度。', '刘立群:市政咨询委员会召集人'],
    ['分局長沈立群、科長方雅真、區長林志群到場。', '沈立群:分局长; 方雅真:科长; 林志群:区长'],
  ])('%s', (body, expected) => {
    expect(officials(body)).toBe(expected);
  });
});

describe('a surname with a title', () => {
  const mentions = (body: string): string[] =>
    parse(`清溪市召开防汛工作会议\n${body}\n${END}\n`).surnameMentions.map(
      ({ post, official }) => `${post} ${official ?? '?'}`,
    );
  it('is the official of that name and post', () => {
    expect(mentions('市长林立群主持会议。林市长强调,要抓好落实。')).toEqual(['市长 林立群']);
    expect(mentions('财政司副司长李立群致辞。「要抓紧。」李副司长说。')).toEqual(['副司长 李立群']);
    expect(mentions('教育局局长上官慧文介绍情况。上官局长补充说明。')).toEqual(['局长 上官慧文']);
  });
  it('is nobody by itself', () => {
    expect(officials('林市长强调,要抓好落实。')).toBe('');
    expect(mentions('林市长强调,要抓好落实。')).toEqual(['市长 ?']);
  });
  it('stays open between two', () => {
    expect(mentions('副市长林立群、林志远出席。林副市长强调,要抓好落实。')).toEqual(['副市长 ?']);
  });
  it('stands where the surname stands', () => {
    const text = `清溪市召開會議\n市長林立群主持會議,聽取情況匯報。\n林市長強調,要確保安全。\n`;
    const [found] = parse(text).surnameMentions;
    expect(text.slice(found?.start, found?.end)).toBe('林');
    expect(text.slice(found?.end, (found?.end ?? 0) + 2)).toBe('市長');
  });
});

describe('people without public office', () => {
  const others = (body: string): string =>
    parse(`清溪市召开防汛工作会议\n${body}\n${END}\n`)
      .otherPeople.map(({ name, role }) => `${name} ${role}`)
      .join('; ');
  it.each([
    ['清溪大学教授何立群应邀作辅导。何立群认为,要看长远。', '何立群 expert'],
    ['恒远机械公司董事长季立群、总经理唐志远介绍了经验。', '季立群 boss; 唐志远 boss'],
    ['饮食业商会主席庞立群说,成本上升。', '庞立群 boss'],
    ['青杨社区居民何立群站起来说:“算得细。”', '何立群 resident'],
    ['柳树湾村村民代表阿苦·尔古说:“最怕变来变去。”', '阿苦·尔古 resident'],
    ['公司董事长任立远介绍,订单已排满。', '任立远 boss'],
    ['县人民医院呼吸科主任华立群说,床位已腾空。', '华立群 expert'],
    ['清溪小学校长华立群说,操场已修好。', '华立群 expert'],
    ['街坊会理事长任立远、监事长季立群致谢辞。', '任立远 boss; 季立群 boss'],
    ['天后宫主委任立远捐出善款。', '任立远 boss'],
    ['县人大代表华立群问起水价。', '华立群 resident'],
  ])('%s', (body, expected) => {
    expect(others(body)).toBe(expected);
    expect(officials(body)).toBe('');
  });
  it('are none behind 总工程师 and 招商局主席', () => {
    expect(officials('总工程师何立群、招商投资促进局主席沈若兰出席。')).toBe(
      '何立群:总工程师; 沈若兰:招商投资促进局主席',
    );
  });
  it('stay what they are whatever they do', () => {
    expect(officials('专家何立群作了辅导。何立群强调,要看长远。')).toBe('');
  });
  it('reporters and editors are no officials', () => {
    const text =
      '清溪市召开会议\n本报讯(记者 何立群)6月12日,清溪市召开会议,市长陆明远主持会议。\n责任编辑:沈若兰\n';
    expect(parse(text).officials.map(({ name }) => name)).toEqual(['陆明远']);
  });
});

describe('nobody is named in', () => {
  it.each([
    '市长热线接到群众来电,部长通道再次开启。',
    '支部书记马上行动,总指挥全面负责,县长高度评价。',
    '市长充分肯定了成绩,书记曾多次到现场,区长时常深入一线。',
    '镇长连夜赶赴现场,局长从严要求,书记成为主心骨,主任全程陪同。',
    '局长常年坚守岗位,市长明天将赴京,市长向群众问好。',
    '书记于当日返回,委员们认真审议,代表们一致通过,区长安排部署工作。',
    '副市长田间地头调研,市委书记万分感动,书记高兴地说,镇长关心道。',
    '队长马不停蹄,书记程序规范,县长欢迎客商,区长成功当选。',
    '部分业主年纪大、不懂法例,群众满意率为97%,家长满意率为98%。',
    '常委会组成人员和列席人员参加会议,主席台就座的有各界代表。',
    '会上,市教育局、市卫健委、高新区管委会负责人作了发言。',
    '记者从市应急局获悉,市民王先生反映的问题已解决。',
    '受省长委托,省政府秘书长作了汇报。',
    '局长要带头落实,书记要强化责任,主任要求严格。',
  ])('%s', (body) => {
    expect(officials(body)).toBe('');
  });
});
