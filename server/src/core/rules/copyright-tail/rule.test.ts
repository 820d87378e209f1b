import { testRulePage } from '../../testing/rule-tester.js';
import { copyrightTail } from './rule.js';

testRulePage(copyrightTail, import.meta.url);
