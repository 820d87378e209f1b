import { ambiguousConversion } from './ambiguous-conversion/rule.js';
import { contactData } from './contact-data/rule.js';
import { copyrightTail } from './copyright-tail/rule.js';
import { dateConflict } from './date-conflict/rule.js';
import { doubledPunctuation } from './doubled-punctuation/rule.js';
import { gluedMetadata } from './glued-metadata/rule.js';
import { htmlMarkup } from './html-markup/rule.js';
import { incompleteDateLine } from './incomplete-date-line/rule.js';
import { invisibleCharacter } from './invisible-character/rule.js';
import { lookAlikeCharacter } from './look-alike-character/rule.js';
import { lostIndent } from './lost-indent/rule.js';
import { mirrorProvenance } from './mirror-provenance/rule.js';
import { missingDateLine } from './missing-date-line/rule.js';
import { missingHeadline } from './missing-headline/rule.js';
import { missingSourceLine } from './missing-source-line/rule.js';
import { mixedLineEnds } from './mixed-line-ends/rule.js';
import { mixedScript } from './mixed-script/rule.js';
import { nfkcDamage } from './nfkc-damage/rule.js';
import { officialNameVariant } from './official-name-variant/rule.js';
import { pageFurniture } from './page-furniture/rule.js';
import { phraseNearMiss } from './phrase-near-miss/rule.js';
import { pinyinResidue } from './pinyin-residue/rule.js';
import { repeatedLine } from './repeated-line/rule.js';
import type { Rule } from './rule.js';
import { truncatedReport } from './truncated-report/rule.js';
import { unbalancedQuotes } from './unbalanced-quotes/rule.js';
import { unconvertedCharacter } from './unconverted-character/rule.js';
import { undecodableText } from './undecodable-text/rule.js';
import { unexpectedScript } from './unexpected-script/rule.js';
import { unknownOfficial } from './unknown-official/rule.js';
import { widthFoldedPunctuation } from './width-folded-punctuation/rule.js';

/** Every rule, in the order of the catalogue. A new rule is listed here and nowhere else. */
export const rules: readonly Rule[] = [
  missingDateLine,
  incompleteDateLine,
  missingSourceLine,
  missingHeadline,
  gluedMetadata,
  dateConflict,
  mixedScript,
  unexpectedScript,
  unconvertedCharacter,
  ambiguousConversion,
  pinyinResidue,
  mirrorProvenance,
  htmlMarkup,
  widthFoldedPunctuation,
  nfkcDamage,
  doubledPunctuation,
  lostIndent,
  pageFurniture,
  copyrightTail,
  contactData,
  repeatedLine,
  undecodableText,
  mixedLineEnds,
  invisibleCharacter,
  lookAlikeCharacter,
  unbalancedQuotes,
  truncatedReport,
  unknownOfficial,
  officialNameVariant,
  phraseNearMiss,
];

/** The ids of all rules. */
export const ruleIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id));
