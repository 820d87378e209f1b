import { testRulePage } from '../../testing/rule-tester.js';
import { mixedLineEnds } from './rule.js';

testRulePage(mixedLineEnds, import.meta.url);
