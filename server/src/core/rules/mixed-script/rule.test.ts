import { testRulePage } from '../../testing/rule-tester.js';
import { mixedScript } from './rule.js';

testRulePage(mixedScript, import.meta.url);
