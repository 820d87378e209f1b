import { testRulePage } from '../../testing/rule-tester.js';
import { lostIndent } from './rule.js';

testRulePage(lostIndent, import.meta.url);
