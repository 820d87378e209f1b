import { testRulePage } from '../../testing/rule-tester.js';
import { lookAlikeCharacter } from './rule.js';

testRulePage(lookAlikeCharacter, import.meta.url);
