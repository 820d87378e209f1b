import { testRulePage } from '../../testing/rule-tester.js';
import { unbalancedQuotes } from './rule.js';

testRulePage(unbalancedQuotes, import.meta.url);
