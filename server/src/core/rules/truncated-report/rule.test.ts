import { testRulePage } from '../../testing/rule-tester.js';
import { truncatedReport } from './rule.js';

testRulePage(truncatedReport, import.meta.url);
