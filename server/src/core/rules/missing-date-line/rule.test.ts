import { testRulePage } from '../../testing/rule-tester.js';
import { missingDateLine } from './rule.js';

testRulePage(missingDateLine, import.meta.url);
