import { testRulePage } from '../../testing/rule-tester.js';
import { phraseNearMiss } from './rule.js';

testRulePage(phraseNearMiss, import.meta.url);
