import { testRulePage } from '../../testing/rule-tester.js';
import { unconvertedCharacter } from './rule.js';

testRulePage(unconvertedCharacter, import.meta.url);
