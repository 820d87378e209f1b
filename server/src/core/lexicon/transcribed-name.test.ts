import { describe, expect, it } from 'vitest';
import { parse } from '../testing/service.js';

const names = (body: string): string =>
  parse(`清溪市召开会议\n${body}\n会议强调,各级各部门要提高站位、压实责任,确保群众安全度汛。\n`)
    .officials.map(({ name }) => name)
    .join(' ');

describe('names that are no Chinese ones', () => {
  it.each([
    ['世卫组织总干事谭德塞在会上表示感谢。', '谭德塞'],
    ['联合国秘书长古特雷斯12日致电表示慰问。', '古特雷斯'],
    ['总统雷纳尔多在会上表示感谢。', '雷纳尔多'],
    ['总理米舒斯京会见代表团。', '米舒斯京'],
    ['首相安倍晋三会见代表团。', '安倍晋三'],
    ['自治区主席努尔兰·阿不都满金主持会议。', '努尔兰·阿不都满金'],
    ['自治区领导古丽娜尔·阿不力孜、哈尼克孜·阿不来提参加会议。', '古丽娜尔·阿不力孜 哈尼克孜·阿不来提'],
    ['副州长沙依拉西·阿不都会见客人。', '沙依拉西·阿不都'],
    ['县长阿不都拉·艾则孜不时询问情况。', '阿不都拉·艾则孜'],
    ['县长马哈木提不断强调安全。', '马哈木提'],
    ['自治区主席努尔兰‧阿不都满金主持会议。', '努尔兰‧阿不都满金'],
    ['驻清溪总领事乔治·何说,很高兴来到这里。', '乔治·何'],
    ['全国人大常委会副委员长艾力更·依明巴海出席会议。', '艾力更·依明巴海'],
  ])('are read whole: %s', (body, expected) => {
    expect(names(body)).toBe(expected);
  });

  it.each([
    '代县长叶尔肯·木拉提别克汗流浃背。',
    '县长库尔班·哈德的力量来自群众。',
    '自治区主席努尔兰.阿不都满金主持会议。',
  ])('are not read at all rather than in part: %s', (body) => {
    expect(names(body)).toBe('');
  });

  it.each([
    ['市长高桥军主持会议,副市长田中强讲话。', '高桥军 田中强'],
    ['县长潘林森科学施策,局长林佳德莅临现场。', '潘林森 林佳德'],
    ['市长王建国·县长李明远出席会议。', '李明远'],
    ['政协委员长期关注这条河,市长陆明远表示感谢。', '陆明远'],
  ])('take nothing from Chinese ones: %s', (body, expected) => {
    expect(names(body)).toBe(expected);
  });
});
