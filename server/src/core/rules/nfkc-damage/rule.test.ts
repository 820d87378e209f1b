import { testRulePage } from '../../testing/rule-tester.js';
import { nfkcDamage } from './rule.js';

testRulePage(nfkcDamage, import.meta.url);
