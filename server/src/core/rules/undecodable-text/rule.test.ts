import { testRulePage } from '../../testing/rule-tester.js';
import { undecodableText } from './rule.js';

testRulePage(undecodableText, import.meta.url);
