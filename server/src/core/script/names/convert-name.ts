import type { ConfigName, ConversionEngine } from '../opencc/index.js';
import { simplifiedNameForm, traditionalNameForm, type NameForm } from './forms.js';

/** A name after conversion, and whether some character kept its form although plain conversion would change it. */
export interface ConvertedName {
  readonly text: string;
  readonly ambiguous: boolean;
}

/**
 * A name is converted as a name: characters with one target convert (张 to 張), and one that is a word of its own in the
 * target script keeps the form that names use (干 in 罗干, 后 in 后成龙, 乾 in 徐乾學). No phrase matches but one that is the
 * name itself (錢鍾書).
 */
export function convertName(name: string, config: ConfigName, engine: ConversionEngine): ConvertedName {
  const known = wholeName(name, config, engine);
  if (known !== undefined) return { text: known, ambiguous: false };
  let text = '';
  let ambiguous = false;
  for (const character of name) {
    const { form, others } = nameForm(character, engine.plain(character, config), config);
    ambiguous ||= others.length > 0;
    text += form;
  }
  return { text, ambiguous };
}

/** What a name's character becomes, by the direction of the configuration. @param usual what the table says */
export function nameForm(character: string, usual: string, config: ConfigName): NameForm {
  if (config.startsWith('s2')) return traditionalNameForm(character, usual);
  if (/2sp?$/.test(config)) return simplifiedNameForm(character, usual);
  return { form: usual, others: [] };
}

/**
 * What the dictionaries say of a name as a whole; undefined when they do not have it. Two characters are as well a word that
 * is somebody's name (余光 is not 餘光), so they are not asked.
 */
export function wholeName(name: string, config: ConfigName, engine: ConversionEngine): string | undefined {
  if (name.length < 3) return undefined;
  const [only, more] = engine.convert(name, config).segments();
  const isKnown =
    only?.kind === 'phrase' && more === undefined && only.start === 0 && only.end === name.length;
  return isKnown ? only.output : undefined;
}
