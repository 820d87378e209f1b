import { testRulePage } from '../../testing/rule-tester.js';
import { gluedMetadata } from './rule.js';

testRulePage(gluedMetadata, import.meta.url);
