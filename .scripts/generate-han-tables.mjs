// Derives server/data/han-tables.json from the dictionaries that opencc-js ships (OpenCC, Apache-2.0).
// usage: node .scripts/generate-han-tables.mjs [--check]      --check: exit 1 when the committed file is stale
import { readFileSync, writeFileSync } from 'node:fs';
import { ConverterBuilder } from 'opencc-js/core';
import * as preset from 'opencc-js/preset';
import hkVariants from 'opencc-js/dict/HKVariants';
import hkVariantsRev from 'opencc-js/dict/HKVariantsRev';
import stCharacters from 'opencc-js/dict/STCharacters';
import tsCharacters from 'opencc-js/dict/TSCharacters';
import twVariants from 'opencc-js/dict/TWVariants';
import twVariantsRev from 'opencc-js/dict/TWVariantsRev';

const target = new URL('../server/data/han-tables.json', import.meta.url);

const pairs = (dictionary) => dictionary.split('|').map((line) => line.split(' '));
const mappedAway = (dictionary) => pairs(dictionary).filter(([from, to]) => from !== to);
const join = (characters) =>
  [...new Set(characters)].sort((a, b) => a.codePointAt(0) - b.codePointAt(0)).join('');

/** Characters that conversion maps away although they are legal in the other script too; measured on clean text. */
const legalInBoth = new Set('恒虱踪瓮霉厩麽并');
const alsoSimplified = new Set('拚捱麯麴菸榘苧薳');
/** Traditional forms that the 2013 standard list (通用规范汉字表) keeps, mostly for names, and 乾 of 乾坤. */
const keptByStandard = new Set('乾剋劄吒夥徵扞於昇氾祕脩蒐薹袷谿釐陞麽');
/** Simplified characters that are also the Traditional character of another word: 后 in 皇后, 里 in 公里. */
const keptInTraditional = new Set(
  '㐹万丑丰于云亘仆价伙余佣党准几凶划占厂厘叶吁后咨咸夸尸岩岳帘干广征愿挂据斗朴杠杰极柜涂涌淀游熏确种筑胜腊腌膻苹范荐虫蚝蜡蝎跖辟适郁采里雇',
);

const variants = [...pairs(twVariants), ...pairs(hkVariants)];
const regional = new Set(variants.map(([, to]) => to));
const simplifiedOnly = mappedAway(stCharacters)
  .map(([from]) => from)
  .filter((c) => !regional.has(c) && !legalInBoth.has(c) && !keptInTraditional.has(c));
const traditionalOnly = mappedAway(tsCharacters)
  .map(([from]) => from)
  .filter((c) => !alsoSimplified.has(c) && !keptByStandard.has(c));
const traditionalSet = new Set(traditionalOnly);
const simplifiedSet = new Set(simplifiedOnly);

// The shadow's table: one UTF-16 unit to one UTF-16 unit, so that offsets stay put.
const build = ConverterBuilder({ from: preset.from, to: preset.to });
const converters = ['t', 'hk'].map((from) => build({ from, to: 'cn' }));
const extra = new Map([
  ['陜', '陕'],
  ['吿', '告'],
  ['囯', '国'],
]);
let from = '';
let to = '';
for (let unit = 0x3400; unit <= 0xfaff; unit++) {
  if (unit > 0x9fff && unit < 0xf900) continue;
  const character = String.fromCharCode(unit);
  const simplified =
    extra.get(character) ?? converters.map((convert) => convert(character)).find((c) => c !== character);
  if (simplified?.length !== 1) continue;
  from += character;
  to += simplified;
}

// The forms of a character in OpenCC's own standard, Taiwan's and Hong Kong's, where they differ.
const standards = { opencc: new Set(), taiwan: new Set(), hongKong: new Set() };
const forms = (variants, reversed) => ({
  of: new Map(pairs(variants)),
  also: pairs(reversed).map(([form, base]) => [base, form]),
});
const regions = [
  [standards.taiwan, forms(twVariants, twVariantsRev)],
  [standards.hongKong, forms(hkVariants, hkVariantsRev)],
];
const bases = new Set(regions.flatMap(([, { of, also }]) => [...of.keys(), ...also.map(([base]) => base)]));
for (const base of bases) {
  standards.opencc.add(base);
  for (const [standard, { of }] of regions) standard.add(of.get(base) ?? base);
}
for (const [standard, { also }] of regions) for (const [, form] of also) standard.add(form);
const toSimplified = Object.fromEntries(['t', 'tw', 'hk'].map((from) => [from, build({ from, to: 'cn' })]));
/** Forms that only one region's configuration takes to Simplified. 着 and 幺 are other words of Simplified, 著 is one too. */
const onlyFrom = (region) =>
  [...(region === 'tw' ? standards.taiwan : standards.hongKong)].filter(
    (c) => !'著么'.includes(c) && toSimplified.t(c) === c && toSimplified[region](c) !== c,
  );
const onlyTaiwan = onlyFrom('tw');
const onlyHongKong = onlyFrom('hk');
/** Nothing that Simplified writes as well. */
const tells = new Set([...traditionalOnly, ...onlyTaiwan, ...onlyHongKong]);
const telling = (standard) => join([...standard].filter((c) => tells.has(c)));
const inAll = new Set(
  [...standards.opencc].filter((c) => standards.taiwan.has(c) && standards.hongKong.has(c)),
);
for (const standard of Object.values(standards)) for (const c of inAll) standard.delete(c);

const tables = {
  source:
    'Derived from the dictionaries of OpenCC (https://github.com/BYVoid/OpenCC, Apache-2.0) as shipped by opencc-js 1.4.2.',
  simplifiedOnly: join(simplifiedOnly),
  traditionalOnly: join(traditionalOnly),
  simplify: { from, to },
  ambiguousToTraditional: join(
    mappedAway(stCharacters)
      .map(([c]) => c)
      .filter((c) => !simplifiedSet.has(c)),
  ),
  ambiguousToSimplified: join(
    mappedAway(tsCharacters)
      .map(([c]) => c)
      .filter((c) => !traditionalSet.has(c)),
  ),
  standards: {
    opencc: telling(standards.opencc),
    taiwan: telling(standards.taiwan),
    hongKong: telling(standards.hongKong),
  },
  onlyFromTaiwan: join(onlyTaiwan.filter((c) => toSimplified.hk(c) === c)),
  onlyFromHongKong: join(onlyHongKong.filter((c) => toSimplified.tw(c) === c)),
};
const text = `${JSON.stringify(tables, null, 2)}\n`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('server/data/han-tables.json is stale: run node .scripts/generate-han-tables.mjs');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
  console.log(
    `han-tables.json: ${simplifiedOnly.length} simplified, ${traditionalOnly.length} traditional, ${from.length} mapped`,
  );
}
