import { expect, test } from 'vitest';
import { findings } from '../../testing/service.js';
import { testRulePage } from '../../testing/rule-tester.js';
import { unbalancedQuotes } from './rule.js';

testRulePage(unbalancedQuotes, import.meta.url);

test('in Chinese the mark is named', () => {
  const text = '清溪市召开会议\n会议强调，要发扬“严、细、实的作风，压实责任）。\n';
  expect(findings(text, 'unbalanced-quotes', { language: 'zh-cn' }).map(({ message }) => message)).toEqual([
    '左双引号没有配对',
    '右括号没有配对',
  ]);
  expect(findings(text, 'unbalanced-quotes').map(({ message }) => message)).toEqual([
    '“ has no partner',
    '） has no partner',
  ]);
});
