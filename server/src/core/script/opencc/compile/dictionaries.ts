import { configs } from 'opencc-js/preset';
import type { ConfigName } from '../types.js';

/** Source to target; the first dictionary of a group wins on equal keys, within a dictionary the last entry. */
export type Dictionary = ReadonlyMap<string, string>;

/** A configuration of OpenCC as its parts: what is done to a text, in this order. */
export interface ConfigSource {
  /** CJK compatibility characters, replaced first. */
  readonly normalisation: Dictionary;
  /** Phrases at which the text is cut into pieces that are then converted apart; absent: the text is one piece. */
  readonly segmentation: Dictionary | undefined;
  /** One or two dictionaries, each used on the result of the one before. */
  readonly chain: readonly Dictionary[];
}

/** The preset as it is, which its type declarations say only in part. */
interface Preset {
  readonly normalizationChain?: readonly (readonly string[])[];
  readonly segmentation?: readonly string[];
  readonly conversionChain: readonly (readonly string[])[];
}

const groups = new Map<string, Dictionary>();

/** @throws Error when opencc-js has another shape than that of version 1.4.2. */
export function configSource(name: ConfigName): ConfigSource {
  const preset = (configs as unknown as Readonly<Record<string, Preset | undefined>>)[name];
  if (preset === undefined) throw new Error(`opencc-js has no configuration ${name}`);
  const { normalizationChain = [], segmentation, conversionChain } = preset;
  if (normalizationChain.length !== 1 || conversionChain.length < 1 || conversionChain.length > 2) {
    throw new Error(`the configuration ${name} of opencc-js has another shape than that of version 1.4.2`);
  }
  return {
    normalisation: group(normalizationChain[0] ?? []),
    segmentation: segmentation && group(segmentation),
    chain: conversionChain.map(group),
  };
}

function group(dictionaries: readonly string[]): Dictionary {
  const key = dictionaries.join('\n');
  const known = groups.get(key);
  if (known !== undefined) return known;
  const merged = new Map<string, string>();
  for (const dictionary of [...dictionaries].reverse()) {
    for (const line of dictionary.split('|')) {
      const [from, to] = line.split(' ');
      if (from === undefined || from === '' || to === undefined || to === '') {
        throw new Error(`not a dictionary entry: ${JSON.stringify(line)}`);
      }
      merged.set(from, to);
    }
  }
  groups.set(key, merged);
  return merged;
}
