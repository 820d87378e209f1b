import { describe, expect, it } from 'vitest';
import { parsePost, parsePosts, type PostPart } from './index.js';

/** A part on one line: the bare post, its place, body, level and rank. */
function show({ bare, place, organ, level, rank, status }: PostPart): string {
  const marks = status.length === 0 ? '' : ` ${status.join('+')}`;
  return `${bare} @${place?.name ?? place?.text ?? '-'} ${organ ?? '-'} ${level ?? '-'} ${rank ?? '-'}${marks}`;
}
const read = (...titles: string[]): string[] => parsePosts(titles).flat().map(show);

describe('composed titles', () => {
  it.each<[string, ...string[]]>([
    ['市委副书记、市长', '市委副书记 @市 party - deputy', '市长 @市 government - head'],
    ['区委常委、组织部部长', '区委常委 @区 party county member', '组织部部长 @区 party county head'],
    ['市人大常委会副主任', '市人大常委会副主任 @市 congress - deputy'],
    [
      '省委常委、市委书记、领导小组组长',
      '省委常委 @省 party province member',
      '市委书记 @市 party - head',
      '领导小组组长 @市 group - head',
    ],
    [
      '福建省副省长兼厦门市长',
      '副省长 @福建省 government province deputy',
      '市长 @厦门市 government prefecture head',
    ],
    ['市委常委、常务副市长', '市委常委 @市 party - member', '常务副市长 @市 government - deputy executive'],
    ['代市长', '代市长 @- government - head acting'],
    ['原市委书记', '市委书记 @市 party - head former'],
    [
      '县公安局党委书记、局长',
      '县公安局党委书记 @县 government county head',
      '县公安局局长 @县 government county head',
    ],
    ['市中级人民法院院长', '市中级人民法院院长 @市 court prefecture head'],
    ['镇党委副书记、镇长', '镇党委副书记 @镇 party township deputy', '镇长 @镇 government township head'],
    ['军分区政委', '军分区政委 @- military prefecture head'],
    [
      '中共中央总书记、国家主席、中央军委主席',
      '中共中央总书记 @- party central head',
      '国家主席 @- state central head',
      '中央军委主席 @- military central head',
    ],
    ['行政院院长', '行政院院长 @- taiwan central head'],
    ['政务司司长', '政务司司长 @- hongkong province head'],
    ['经济财政司司长', '经济财政司司长 @- macau province head'],
  ])('%s', (title, ...parts) => {
    expect(read(title)).toEqual(parts);
  });

  it('have spans that give their parts back', () => {
    const title = '江苏省委常委、南京市委书记';
    const parts = parsePost(title);
    expect(parts.map(({ start, end }) => title.slice(start, end))).toEqual(['江苏省委常委', '南京市委书记']);
    expect(parts.map(({ place }) => title.slice(place?.start, place?.end))).toEqual(['江苏省', '南京市']);
  });

  it('split only behind a title word: 、 inside the name of a body stays', () => {
    expect(read('文化、旅游和体育局局长')).toHaveLength(1);
    expect(read('工业和信息化局局长')).toEqual(['工业和信息化局局长 @- government - head']);
  });
});

describe('the place of a post', () => {
  it('is found by its full and its short name, with the divisions around it', () => {
    expect(parsePost('南京市委书记')[0]?.place).toMatchObject({ name: '南京市', within: ['江苏省'] });
    expect(parsePost('台北市长')[0]?.place).toMatchObject({ name: '台北市', within: ['台湾省'] });
    expect(parsePost('江苏省南京市鼓楼区委书记')[0]?.place).toMatchObject({
      text: '江苏省南京市鼓楼区',
      name: '鼓楼区',
      within: ['江苏省', '南京市'],
    });
  });
  it('tells the level of a city: prefecture, county, province', () => {
    expect(read('南京市委书记', '昆山市委书记', '上海市委书记').map((line) => line.split(' ')[3])).toEqual([
      'prefecture',
      'county',
      'province',
    ]);
  });
  it('is left open where a name has several bearers and nothing tells them apart', () => {
    expect(parsePost('鼓楼区委书记')[0]?.place).toMatchObject({ name: '鼓楼区', within: [] });
  });
  it('is inherited from the post before, also across titles', () => {
    const [, mayor] = parsePosts(['南京市委副书记', '市长']).flat();
    expect(mayor).toMatchObject({ bare: '市长', inherited: true, place: { name: '南京市' } });
    expect(parsePosts(['江苏省委常委', '市委书记']).flat()[1]?.place?.name).toBeUndefined();
  });
  it('need not be in the list where a body follows', () => {
    expect(parsePost('清溪市委书记')[0]?.place?.name).toBe('清溪市');
    expect(parsePost('云溪镇党委书记')[0]?.place?.name).toBe('云溪镇');
  });
  it.each(['城市管理局局长', '乡村振兴局局长', '北京大学校长', '农村工作办公室主任', '副区长', '代县长'])(
    'is none in %s',
    (title) => {
      expect(parsePost(title)[0]?.place?.name).toBeUndefined();
    },
  );
  it('may begin like a mark: 原平市 is no former mayor', () => {
    expect(read('代县县长')).toEqual(['县长 @代县 government county head']);
    expect(read('原平市委书记')).toEqual(['市委书记 @原平市 party county head']);
  });
});

describe('English and Traditional forms', () => {
  it.each([
    ['市委副书记', 'deputy secretary of the CPC municipal committee', '市委副書記'],
    ['县应急管理局局长', 'director of the emergency management bureau', '縣應急管理局局長'],
    ['区政协副主席', 'vice chairman of the district CPPCC committee', '區政協副主席'],
    ['南京市政府秘书长', 'secretary-general of the municipal government', '市政府秘書長'],
    ['代市长', 'acting mayor', '代市長'],
    ['原省长', 'former governor', '省長'],
    ['保安局局长', 'Secretary for Security', '保安局局長'],
  ])('%s', (title, en, traditional) => {
    expect(parsePost(title)[0]).toMatchObject({ en, traditional });
  });
  it('say as much as they can of a body that is not listed', () => {
    expect(parsePost('大数据发展管理局局长')[0]).toMatchObject({
      en: 'director, 大数据发展管理局',
      traditional: undefined,
    });
  });
});

describe('what is no title', () => {
  it.each(['', '、', '高度重视', '2020', '市', '兼', '、市长、'])(
    '%j gives parts inside the text',
    (text) => {
      for (const { start, end, title } of parsePost(text)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        if (title !== undefined) expect(text).toContain(title);
      }
    },
  );
});
