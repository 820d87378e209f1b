import { expect, it } from 'vitest';
import { testRulePage } from '../../testing/rule-tester.js';
import { findings } from '../../testing/service.js';
import { createKnownPeople } from '../../officials-file/index.js';
import { unknownOfficial } from './rule.js';

testRulePage(unknownOfficial, import.meta.url);

const REPORT = '清溪市召开会议\n市长陆明远主持会议,市委书记沈若兰出席。\n';

it('an empty officials file knows nobody', () => {
  const people = createKnownPeople([]);
  expect(findings(REPORT, 'unknown-official', { people }).map(({ message }) => message)).toEqual([
    '“陆明远” (市长) is not in the officials file',
    '“沈若兰” (市委书记) is not in the officials file',
  ]);
});

it('another form of an entry is known', () => {
  const people = createKnownPeople([
    { name: '陆明远', posts: [] },
    { name: '沈芷兰', forms: ['沈若兰'], posts: [] },
  ]);
  expect(findings(REPORT, 'unknown-official', { people })).toEqual([]);
});
