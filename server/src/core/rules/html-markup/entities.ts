/**
 * Names of the characters U+00A0 to U+00FF, in their order (HTML 4.01, section 24.2:
 * https://www.w3.org/TR/html401/sgml/entities.html).
 */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute ' +
  'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig ' +
  'Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash ' +
  'Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ' +
  'ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ' +
  'ucirc uuml yacute thorn yuml';

/** Greek letters from U+0391 and U+03B1 on; U+03A2 is no character (HTML 4.01, section 24.3). */
const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon ' +
  'phi chi psi omega';

/**
 * A name and its character: marks of ASCII (as HTML 5 names them), general punctuation, and the signs of HTML 4.01,
 * sections 24.3 and 24.4, that have a place in prose.
 */
const OTHERS =
  'quot" amp& lt< gt> apos\' ast* bsol\\ colon: comma, commat@ dollar$ equals= excl! grave` lbrack[ lcub{ lowbar_ ' +
  'lpar( lsqb[ num# percnt% period. plus+ quest? rbrack] rcub} rpar) rsqb] semi; sol/ verbar| vert| OEligŒ oeligœ ' +
  'ScaronŠ scaronš YumlŸ fnofƒ circˆ tilde˜ ndash– mdash— horbar― lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ ' +
  'dagger† Dagger‡ bull• hellip… permil‰ prime′ Prime″ lsaquo‹ rsaquo› oline‾ frasl⁄ euro€ trade™ numero№ larr← ' +
  'uarr↑ rarr→ darr↓ harr↔ rArr⇒ hArr⇔ part∂ prod∏ sum∑ minus− radic√ infin∞ and∧ or∨ cap∩ cup∪ there4∴ sim∼ ' +
  'asymp≈ ne≠ equiv≡ le≤ ge≥ sub⊂ sup⊃ oplus⊕ perp⊥ sdot⋅ loz◊ star☆ starf★ phone☎ spades♠ clubs♣ hearts♥ diams♦';

/** Characters that have no glyph or would be lost in a list. */
const UNSEEN: Readonly<Record<string, number>> = {
  Tab: 0x09,
  NewLine: 0x0a,
  ensp: 0x2002,
  emsp: 0x2003,
  thinsp: 0x2009,
  hairsp: 0x200a,
  zwnj: 0x200c,
  zwj: 0x200d,
  lrm: 0x200e,
  rlm: 0x200f,
};

const byName: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.split(' ').map((name, i) => [name, String.fromCharCode(0xa0 + i)] as const),
  ...GREEK.split(' ').flatMap((name, i) => greekLetters(name, i)),
  ...OTHERS.split(' ').map((entry) => [entry.slice(0, -1), entry.slice(-1)] as const),
  ...Object.entries(UNSEEN).map(([name, code]) => [name, String.fromCharCode(code)] as const),
]);

function greekLetters(name: string, index: number): readonly (readonly [string, string])[] {
  const small = [name, String.fromCharCode(0x3b1 + index)] as const;
  // The sigma that ends words has no capital.
  if (name === 'sigmaf') return [small];
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return [small, [capital, String.fromCharCode(0x391 + index)]];
}

/**
 * What browsers make of the numbers 128 to 159: the characters of Windows-1252 (HTML Standard, "numeric character
 * reference end state"). A space stands for those without one.
 */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The character of an entity's name (without `&` and `;`); pages in capitals write `NBSP` and `LT`. */
export function namedCharacter(name: string): string | undefined {
  const known = byName.get(name);
  return known === undefined && name === name.toUpperCase() ? byName.get(name.toLowerCase()) : known;
}

/** The character of a numeric entity; undefined for numbers that stand for none. */
export function numberedCharacter(code: number): string | undefined {
  if (code >= 0x80 && code < 0xa0) return WINDOWS_1252.charAt(code - 0x80);
  const isControl = code < 0x20 && code !== 9 && code !== 10 && code !== 13;
  if (isControl || code === 0x7f || (code >= 0xd800 && code < 0xe000) || code > 0x10ffff) return undefined;
  return String.fromCodePoint(code);
}
