import { testRulePage } from '../../testing/rule-tester.js';
import { invisibleCharacter } from './rule.js';

testRulePage(invisibleCharacter, import.meta.url);
