import { contactData } from './contact-data/rule.js';
import { incompleteDateLine } from './incomplete-date-line/rule.js';
import { missingDateLine } from './missing-date-line/rule.js';
import { missingSourceLine } from './missing-source-line/rule.js';
import { mixedScript } from './mixed-script/rule.js';
import { pageFurniture } from './page-furniture/rule.js';
import { pinyinResidue } from './pinyin-residue/rule.js';
import type { Rule } from './rule.js';
import { undecodableText } from './undecodable-text/rule.js';
import { widthFoldedPunctuation } from './width-folded-punctuation/rule.js';

/** Every rule, in the order of the catalogue. A new rule is listed here and nowhere else. */
export const rules: readonly Rule[] = [
  missingDateLine,
  incompleteDateLine,
  missingSourceLine,
  mixedScript,
  pinyinResidue,
  widthFoldedPunctuation,
  pageFurniture,
  contactData,
  undecodableText,
];

/** The ids of all rules. */
export const ruleIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id));
