import { describe, expect, it } from 'vitest';
import { createKnownPeople, type KnownPeople } from '../../officials-file/index.js';
import { testRulePage } from '../../testing/rule-tester.js';
import { findings, service, settings } from '../../testing/service.js';
import { applyEdits } from '../../text/edit.js';
import { officialNameVariant } from './rule.js';

testRulePage(officialNameVariant, import.meta.url);

const ID = 'official-name-variant';
const people: KnownPeople = createKnownPeople([
  { name: '张敬华', posts: [{ post: '市委书记', place: '清溪市' }] },
]);

describe('through dirt', () => {
  it('a wrong character goes with its note, in the script of the report', () => {
    const text =
      '清溪市召開(kāi)防汛會(huì)議\n市委書(shū)記張(zhāng)敬驊(huá)主持會(huì)議,要求壓實(shí)責(zé)任,確保安全。\n';
    const [finding, ...rest] = findings(text, ID, { people });
    expect(rest).toEqual([]);
    expect(finding?.message).toBe(
      '“张敬骅” differs in one character from “張敬華” of the officials file, with the same post',
    );
    expect(applyEdits(text, finding?.fix?.edits() ?? [])).toContain('市委書(shū)記張(zhāng)敬華主持');
  });

  it('notes and padding are no other form', () => {
    const text =
      '清溪市召開(kāi)防汛會(huì)議\n市委書(shū)記張(zhāng)敬華(huá)主持會(huì)議。張 敬 華要求壓實(shí)責(zé)任。\n';
    expect(findings(text, ID)).toEqual([]);
  });
});

describe('in bulk', () => {
  it('brings two forms of one name together and leaves another character to a person', () => {
    const text =
      '清溪市召开防汛工作会议\n市委书记陆长远主持会议。陸長遠要求，要压实责任。\n市长何书田出席。陆长运强调，要确保安全。\n';
    expect(findings(text, ID).map(({ fix }) => fix?.class)).toEqual(['review', 'suggest']);
    const { text: fixed } = service.fix(text, settings(), { include: 'review' });
    expect(fixed).toBe(text.replace('陸長遠', '陆长远'));
  });
});

describe('stays silent', () => {
  it.each([
    ['where the post differs', '清溪市召开会议\n市长张敬骅主持会议,要求压实责任。\n'],
    ['where a name has two characters', '清溪市召开会议\n市委书记张华主持会议。张骅强调,要压实责任。\n'],
    ['where the surname differs and no post agrees', '清溪市召开会议\n市长章敬华主持会议,要求压实责任。\n'],
  ])('%s', (_, text) => {
    expect(findings(text, ID, { people })).toEqual([]);
  });

  it('where the file knows both', () => {
    const both = createKnownPeople([...people.entries, { name: '张敬骅', posts: [] }]);
    const text = '清溪市召开会议\n市委书记张敬骅主持会议,要求压实责任。\n';
    expect(findings(text, ID, { people: both })).toEqual([]);
    expect(findings(text, ID, { people })).toHaveLength(1);
  });
});

it('compares as well where a report names very many', () => {
  const given = Array.from('甲乙丙丁戊己庚辛壬癸');
  const names = given.flatMap((first) => given.slice(0, 5).map((second) => `王${first}${second}`));
  const list = `副市长${names.join('、')}出席。`;
  const text = `清溪市召开会议\n市长陆明远主持会议。${list}\n陆明运强调,要压实责任。\n`;
  expect(findings(text, ID).map(({ message }) => message)).toEqual([
    '“陆明运” differs in one character from “陆明远” of this report; if they are two people, leave it',
  ]);
});
