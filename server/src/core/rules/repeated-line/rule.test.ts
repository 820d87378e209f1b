import { testRulePage } from '../../testing/rule-tester.js';
import { repeatedLine } from './rule.js';

testRulePage(repeatedLine, import.meta.url);
