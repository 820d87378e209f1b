import { testRulePage } from '../../testing/rule-tester.js';
import { contactData } from './rule.js';

testRulePage(contactData, import.meta.url);
