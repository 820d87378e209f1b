import { testRulePage } from '../../testing/rule-tester.js';
import { unexpectedScript } from './rule.js';

testRulePage(unexpectedScript, import.meta.url);
