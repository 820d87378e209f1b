import { testRulePage } from '../../testing/rule-tester.js';
import { incompleteDateLine } from './rule.js';

testRulePage(incompleteDateLine, import.meta.url);
