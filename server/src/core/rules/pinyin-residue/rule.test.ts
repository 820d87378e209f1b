import { testRulePage } from '../../testing/rule-tester.js';
import { pinyinResidue } from './rule.js';

testRulePage(pinyinResidue, import.meta.url);
