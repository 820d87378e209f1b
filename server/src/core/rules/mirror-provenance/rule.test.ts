import { testRulePage } from '../../testing/rule-tester.js';
import { mirrorProvenance } from './rule.js';

testRulePage(mirrorProvenance, import.meta.url);
