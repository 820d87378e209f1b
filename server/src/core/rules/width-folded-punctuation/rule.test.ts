import { testRulePage } from '../../testing/rule-tester.js';
import { widthFoldedPunctuation } from './rule.js';

testRulePage(widthFoldedPunctuation, import.meta.url);
