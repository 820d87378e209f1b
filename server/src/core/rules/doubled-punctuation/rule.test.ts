import { testRulePage } from '../../testing/rule-tester.js';
import { doubledPunctuation } from './rule.js';

testRulePage(doubledPunctuation, import.meta.url);
