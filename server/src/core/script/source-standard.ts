import tables from '../../../data/han-tables.json' with { type: 'json' };
import { unitTable } from '../text/unit-table.js';

/** OpenCC's configurations from a standard of Traditional to Simplified. */
export type ToSimplified = 't2s' | 'tw2s' | 'hk2s';

/** The way back into the standard that a configuration reads. */
export const WAY_BACK: Readonly<Record<ToSimplified, 's2t' | 's2tw' | 's2hk'>> = {
  t2s: 's2t',
  tw2s: 's2tw',
  hk2s: 's2hk',
};

/** Forms that only one region's configuration reads, with what it makes of them. A test asks the dictionaries. */
export const REGIONAL_FORMS: ReadonlyMap<string, string> = new Map([
  ['敍', '叙'],
  ['枱', '台'],
  ['粧', '妆'],
  ['糭', '粽'],
  ['衞', '卫'],
  ['衹', '只'],
  ['痺', '痹'],
  ['睪', '睾'],
  ['簷', '檐'],
]);

/**
 * Variants that the list of 1955 (第一批异体字整理表) took out of use on the Mainland and that conversion writes in some phrases
 * of Traditional (揹負), but never takes back. Simplified has no other use for them. A test asks the dictionaries.
 */
export const VARIANT_FORMS: ReadonlyMap<string, string> = new Map([
  ['揹', '背'],
  ['伕', '夫'],
  ['鎗', '枪'],
  ['燄', '焰'],
  ['籐', '藤'],
  ['荳', '豆'],
  ['菓', '果'],
  ['隄', '堤'],
  ['耡', '锄'],
  ['拏', '拿'],
  ['觔', '斤'],
]);

/** The same in words only: 薰 by itself is a plant and a name. */
export const VARIANT_WORDS: ReadonlyMap<string, string> = new Map([
  ['薰陶', '熏'],
  ['薰染', '熏'],
  ['薰心', '熏'],
]);

const OPENCC = 1;
const TAIWAN = 2;
const HONG_KONG = 4;
const ONLY_TAIWAN = 8;
const ONLY_HONG_KONG = 16;
/** Of which {@link regionalForm} may say something. */
const REGIONAL = 32;
const STANDARD = OPENCC | TAIWAN | HONG_KONG;
/** By UTF-16 unit, the standards whose form it is; 0 where all have the same. */
const forms = new Uint8Array(0x10000);
for (const [flag, characters] of [
  [OPENCC, tables.standards.opencc],
  [TAIWAN, tables.standards.taiwan],
  [HONG_KONG, tables.standards.hongKong],
  [ONLY_TAIWAN, tables.onlyFromTaiwan],
  [ONLY_HONG_KONG, tables.onlyFromHongKong],
  [REGIONAL, ['著', ...REGIONAL_FORMS.keys(), ...VARIANT_FORMS.keys(), '薰'].join('')],
] as const)
  for (const character of characters) forms[character.charCodeAt(0)]! |= flag;

/** What stands in front of 著 where it is the particle that Simplified writes 着: 隨著. A test asks the dictionaries. */
export const PARTICLE_BEHIND = '隨沿向朝接看帶順冒憑圍繞味有對臨藉懷抱伴牽盯守等忙試跟';
/** What stands behind 著 where both are a word with 着: 著手. */
export const PARTICLE_BEFORE = '手力重眼想急陸火落實迷涼色裝意';
/** Where it is the 著 of writing and of fame, which Simplified keeps: 著作, and 名著 unless it is 著手. */
export const WRITING_BEHIND = '作名述書者稱錄於';
export const WRITING_BEFORE = '名巨鉅原專編土顯昭卓拙遺';

const behind = unitTable(PARTICLE_BEHIND);
const before = unitTable(PARTICLE_BEFORE);
const writingBehind = unitTable(`${WRITING_BEHIND}《「`);
const writingBefore = unitTable(WRITING_BEFORE);

/**
 * What the 著 at an offset is by the words around it: the particle of 隨著 and 著手, which Simplified writes 着, or 著 of writing;
 * undefined where they do not say.
 */
export function kindOfZhu(text: string, at: number): 'particle' | 'writing' | undefined {
  const left = text.charCodeAt(at - 1);
  const right = text.charCodeAt(at + 1);
  if (writingBehind[right] === 1) return 'writing';
  if (before[right] === 1) return 'particle';
  if (writingBefore[left] === 1) return 'writing';
  return behind[left] === 1 ? 'particle' : undefined;
}

function countParticles(text: string): number {
  let count = 0;
  for (let at = text.indexOf('著'); at >= 0; at = text.indexOf('著', at + 1))
    if (kindOfZhu(text, at) === 'particle') count++;
  return count;
}

/**
 * Which configuration takes a text to Simplified: the one that reads the most of what only one of them reads (衞 粧 are Hong
 * Kong's, 簷 and 著 in 隨著 are Taiwan's), else the one whose forms the text contradicts least (爲 衆 are OpenCC's own, 裡 汙
 * Taiwan's, 説 綫 Hong Kong's; 為 is everybody's but OpenCC's).
 */
export function toSimplifiedFrom(text: string): ToSimplified {
  return readStandard(text).config;
}

/** {@link toSimplifiedFrom}, and whether {@link regionalForm} may say something of any of the text. */
export function readStandard(text: string): { readonly config: ToSimplified; readonly hasRegional: boolean } {
  let taiwan = 0;
  let hongKong = 0;
  let seen = 0;
  const contradictions = { opencc: 0, taiwan: 0, hongKong: 0 };
  for (let i = 0; i < text.length; i++) {
    const flags = forms[text.charCodeAt(i)]!;
    if (flags === 0) continue;
    seen |= flags;
    if ((flags & ONLY_TAIWAN) !== 0) taiwan++;
    if ((flags & ONLY_HONG_KONG) !== 0) hongKong++;
    if ((flags & STANDARD) === 0) continue;
    if ((flags & OPENCC) === 0) contradictions.opencc++;
    if ((flags & TAIWAN) === 0) contradictions.taiwan++;
    if ((flags & HONG_KONG) === 0) contradictions.hongKong++;
  }
  // Who writes 着 as well means another word by 著.
  const hasRegional = (seen & REGIONAL) !== 0;
  if (hasRegional && !text.includes('着')) taiwan += countParticles(text);
  if (taiwan !== hongKong) return { config: taiwan > hongKong ? 'tw2s' : 'hk2s', hasRegional };
  return { config: leastContradicted(contradictions), hasRegional };
}

function leastContradicted({
  opencc,
  taiwan,
  hongKong,
}: Readonly<Record<'opencc' | 'taiwan' | 'hongKong', number>>): ToSimplified {
  if (opencc <= Math.min(taiwan, hongKong)) return 't2s';
  return taiwan <= hongKong ? 'tw2s' : 'hk2s';
}

/** Whether {@link regionalForm} may say something of a UTF-16 unit. */
export function mayBeRegional(unit: number): boolean {
  return (forms[unit]! & REGIONAL) !== 0;
}

/**
 * What Simplified writes for the character at an offset where the configuration would not; undefined where it does well.
 * @param isLeft whether the configuration leaves a text as it is
 */
export function regionalForm(
  text: string,
  at: number,
  config: string,
  isLeft: (form: string) => boolean,
): string | undefined {
  const character = text.charAt(at);
  if (character === '著') {
    const kind = kindOfZhu(text, at);
    // Taiwan's configuration takes every 著 for a particle but those of its few phrases.
    if (config === 'tw2s') return kind === 'writing' ? '著' : undefined;
    return kind === 'particle' ? '着' : undefined;
  }
  const output =
    REGIONAL_FORMS.get(character) ??
    VARIANT_FORMS.get(character) ??
    VARIANT_WORDS.get(text.slice(at, at + 2));
  return output !== undefined && isLeft(character) ? output : undefined;
}
