import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parse, type ParseError } from 'jsonc-parser';
import { ConverterBuilder } from 'opencc-js/core';
import * as preset from 'opencc-js/preset';
import { describe, expect, it } from 'vitest';
import {
  CONFIG_NAMES,
  createConversionEngine,
  type ConfigName,
} from '../../server/src/core/script/opencc/index.js';
import { filesBelow, fixtureReports, readJson, SHARED } from './support/paths.js';

/*
 * The engine gives, to the byte, what opencc-js gives. opencc-js is asked for each answer: nothing here is a copy of
 * what it once said, but OpenCC's own suite, which both are measured by.
 */
const engine = createConversionEngine();
const oracles = new Map<ConfigName, (text: string) => string>();

/** opencc-js names the two ends of a configuration. */
function oracle(config: ConfigName): (text: string) => string {
  let convert = oracles.get(config);
  if (convert === undefined) {
    const [source = '', target = ''] = config.split('2');
    const phrases = target === 'sp' ? 'p' : '';
    const from = source === 's' ? 'cn' : source + phrases;
    const to = target === 's' || target === 'sp' ? 'cn' : target;
    convert = ConverterBuilder(preset)({ from, to });
    oracles.set(config, convert);
  }
  return convert;
}

function expectSame(text: string, config: ConfigName): void {
  const expected = oracle(config)(text);
  expect(engine.plain(text, config)).toBe(expected);
  expect(engine.convert(text, config).output).toBe(expected);
}

describe('the same as opencc-js', () => {
  const sentences = readJson('test/fixtures/conversion/sentences.json') as readonly string[];
  it('offers every configuration that opencc-js does, and no other', () => {
    expect([...CONFIG_NAMES].sort()).toEqual(Object.keys(preset.configs).sort());
  });
  it.each(CONFIG_NAMES)('%s on the sentences of the fixtures and on the invented reports', (config) => {
    for (const sentence of sentences) expectSame(sentence, config);
    for (const { text } of fixtureReports()) expectSame(text, config);
  });
  it.each(CONFIG_NAMES)('%s on random text from the alphabet of its dictionaries', (config) => {
    fc.assert(
      fc.property(fc.array(pieceOf(config), { maxLength: 30 }), (pieces) => {
        expectSame(pieces.join(''), config);
      }),
      { numRuns: 400 },
    );
  });
  it.each(CONFIG_NAMES)('%s for every key of its dictionaries, between neighbours', (config) => {
    // Each key once, in a text of many: matches that run into each other are part of the trial.
    const keys = dictionariesOf(config).flatMap((entries) => entries.map(([key]) => key));
    for (let i = 0; i < keys.length; i += 500) expectSame(keys.slice(i, i + 500).join(''), config);
  });
});

/** The entries of every dictionary that a configuration uses. */
function dictionariesOf(config: ConfigName): [key: string, value: string][][] {
  interface Config {
    readonly normalizationChain: readonly (readonly string[])[];
    readonly segmentation?: readonly string[];
    readonly conversionChain: readonly (readonly string[])[];
  }
  const { normalizationChain, segmentation, conversionChain } = preset.configs[config] as unknown as Config;
  const dictionaries = [...normalizationChain.flat(), ...(segmentation ?? []), ...conversionChain.flat()];
  return [...new Set(dictionaries)].map((dictionary) =>
    dictionary.split('|').map((entry) => {
      const [key = '', value = ''] = entry.split(' ');
      return [key, value];
    }),
  );
}

/** Keys, values and parts of both, each dictionary as likely as another, with what stands between words. */
function pieceOf(config: ConfigName): fc.Arbitrary<string> {
  const words = fc
    .constantFrom(...dictionariesOf(config))
    .chain((entries) => fc.constantFrom(...entries))
    .chain((entry) => fc.constantFrom(...entry));
  const part = fc.tuple(words, fc.nat(), fc.boolean()).map(([word, at, isEnd]) => {
    const characters = [...word];
    const cut = at % characters.length;
    return (isEnd ? characters.slice(cut) : characters.slice(0, cut + 1)).join('');
  });
  return fc.oneof(
    { weight: 3, arbitrary: words },
    { weight: 3, arbitrary: part },
    {
      weight: 1,
      arbitrary: fc.constantFrom('，', '\n', 'a', '⿰', '⿲', '\ud87e', '\udc00', '\u0000', '\uffff'),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }).map((unit) => String.fromCharCode(unit)),
    },
  );
}

interface Suite {
  readonly cases: readonly {
    readonly id: string;
    readonly input: string;
    readonly expected: Readonly<Record<string, string>>;
  }[];
}

const OPENCC = path.join(SHARED, 'corpus/opencc');

describe.skipIf(!existsSync(OPENCC))(
  "OpenCC's own suite (skipped where it is not beside the project)",
  () => {
    /** Characters that opencc-js leaves out on purpose: few fonts have what they become (its release notes, 1.3.2). */
    const LEFT_OUT = [
      'BYVoid_OpenCC_PR_1228_existing_behaviors',
      'BYVoid_OpenCC_PR_1229_existing_behaviors',
      'BYVoid_OpenCC_PR_464_xi_vs_xi',
    ];
    it('comes out as expected, but for three rare characters', () => {
      const errors: ParseError[] = [];
      const file = readFileSync(path.join(OPENCC, 'testcases.json'), 'utf8');
      const { cases } = parse(file, errors, { allowTrailingComma: true }) as Suite;
      expect(errors).toEqual([]);
      const isConfig = (name: string): name is ConfigName =>
        (CONFIG_NAMES as readonly string[]).includes(name);
      let passed = 0;
      const failed: string[] = [];
      for (const { id, input, expected } of cases) {
        for (const [config, output] of Object.entries(expected)) {
          if (!isConfig(config)) throw new Error(`there is no configuration ${config}`);
          if (engine.plain(input, config) === output) passed++;
          else failed.push(id);
        }
        for (const config of CONFIG_NAMES) expectSame(input, config);
      }
      expect(failed).toEqual(LEFT_OUT);
      expect(passed).toBe(540);
    });
    it.each(['s2t', 's2tw', 's2twp', 's2hk', 's2hkp'] as const)('%s makes its golden file', (config) => {
      const input = readFileSync(path.join(OPENCC, 'golden/input/us_constitution_zhs.txt'), 'utf8');
      const golden = path.join(OPENCC, `golden/output/us_constitution_zhs.${config}.txt`);
      expect(engine.plain(input, config)).toBe(readFileSync(golden, 'utf8'));
    });
  },
);

describe.skipIf(!existsSync(path.join(SHARED, 'corpus/seeds')))(
  'the real reports (skipped where they are not beside the project)',
  () => {
    it.each(filesBelow(path.join(SHARED, 'corpus/seeds')))('%s in every configuration', (name) => {
      const text = readFileSync(path.join(SHARED, 'corpus/seeds', name), 'utf8');
      for (const config of CONFIG_NAMES) expectSame(text, config);
    });
  },
);

describe('bundles', () => {
  interface Bundle {
    readonly file: string;
    readonly inputs: readonly string[];
  }
  it('have the compiled tables in the place of opencc-js and the compiler', () => {
    const described = readJson('dist/bundles.json') as readonly Bundle[];
    const converting = described.filter(({ inputs }) =>
      inputs.some((input) => input.endsWith('opencc/engine.ts')),
    );
    expect(converting.map(({ file }) => file).sort()).toEqual(['cli.js', 'core.browser.js', 'server.js']);
    for (const { inputs } of described) {
      expect(inputs.filter((input) => /opencc-js|opencc\/compile\//.test(input))).toEqual([]);
    }
  });
});
