import { testRulePage } from '../../testing/rule-tester.js';
import { missingHeadline } from './rule.js';

testRulePage(missingHeadline, import.meta.url);
