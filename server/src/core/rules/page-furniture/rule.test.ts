import { testRulePage } from '../../testing/rule-tester.js';
import { pageFurniture } from './rule.js';

testRulePage(pageFurniture, import.meta.url);
