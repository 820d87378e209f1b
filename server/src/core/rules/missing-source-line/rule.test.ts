import { testRulePage } from '../../testing/rule-tester.js';
import { missingSourceLine } from './rule.js';

testRulePage(missingSourceLine, import.meta.url);
