import { testRulePage } from '../../testing/rule-tester.js';
import { ambiguousConversion } from './rule.js';

testRulePage(ambiguousConversion, import.meta.url);
