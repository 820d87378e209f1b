import { testRulePage } from '../../testing/rule-tester.js';
import { dateConflict } from './rule.js';

testRulePage(dateConflict, import.meta.url);
