import { describe, expect, it } from 'vitest';
import tables from '../../../data/han-tables.json' with { type: 'json' };
import { converted, service } from '../testing/service.js';
import { configSource } from './opencc/compile/dictionaries.js';
import {
  kindOfZhu,
  PARTICLE_BEFORE,
  PARTICLE_BEHIND,
  REGIONAL_FORMS,
  toSimplifiedFrom,
  VARIANT_FORMS,
  VARIANT_WORDS,
  WRITING_BEFORE,
  WRITING_BEHIND,
} from './source-standard.js';

const { engine } = service.converter;

describe('the configuration for a text', () => {
  it.each([
    ['爲了羣衆，裏面', 't2s'],
    ['會議強調，要加強學習。', 't2s'],
    ['為了民眾，裡面', 'tw2s'],
    ['為了民眾，會議強調', 'tw2s'],
    ['行政團隊著手檢討', 'tw2s'],
    ['隨著疫情趨緩，帶著同理心面對。', 'tw2s'],
    ['他寫了許多名著，是著名的作家。', 't2s'],
    ['看着名著，隨著者回家。', 't2s'],
    ['食物及衞生局', 'hk2s'],
    ['為了裏面的市民', 'hk2s'],
    ['説明會在綫上舉行', 'hk2s'],
    ['衞生署署長說，說明會將舉行', 'hk2s'],
    ['屋簷下，痺症患者', 'tw2s'],
  ] as const)('%s goes by %s', (text, config) => {
    expect(toSimplifiedFrom(text)).toBe(config);
  });
});

describe('著', () => {
  it('is what the dictionaries say in each of the words', () => {
    for (const word of [
      ...Array.from(PARTICLE_BEHIND, (one) => `${one}著`),
      ...Array.from(PARTICLE_BEFORE, (one) => `著${one}`),
    ]) {
      expect(kindOfZhu(word, word.indexOf('著')), word).toBe('particle');
      expect(engine.plain(word, 'tw2s'), word).toContain('着');
      expect(engine.plain(word, 't2s'), word).toContain('著');
      // The way there, too, gives Taiwan's form.
      expect(engine.plain(engine.plain(word, 'tw2s'), 's2tw'), word).toContain('著');
    }
  });
  it('of writing is no particle', () => {
    const known = Array.from(WRITING_BEHIND, (one) => `著${one}`);
    for (const word of [...known, ...Array.from(WRITING_BEFORE, (one) => `${one}著`)])
      expect(kindOfZhu(word, word.indexOf('著')), word).toBe('writing');
    for (const word of known) expect(engine.plain(word, 'tw2s'), word).toContain('著');
    expect(kindOfZhu('有著名作家', 1)).toBe('writing');
    expect(kindOfZhu('重新著手', 2)).toBe('particle');
    expect(kindOfZhu('他著了', 1)).toBe(undefined);
  });
});

it('the forms of a region are those that only its configuration knows', () => {
  expect([...REGIONAL_FORMS.keys()].sort()).toEqual(
    [...tables.onlyFromTaiwan, ...tables.onlyFromHongKong].sort(),
  );
  for (const [form, target] of REGIONAL_FORMS) {
    const config = tables.onlyFromTaiwan.includes(form) ? 'tw2s' : 'hk2s';
    expect(engine.plain(form, config)).toBe(target);
    expect(engine.plain(form, 't2s')).toBe(form);
  }
});

describe('variants that conversion writes and never takes back', () => {
  const phrases = configSource('s2t').chain[0] ?? new Map<string, string>();
  it.each([...VARIANT_FORMS, ...VARIANT_WORDS])('%s', (form, target) => {
    expect(engine.plain(form, 'tw2s')).toBe(form);
    const variant = form.charAt(0);
    const isWritten = ([key, value]: readonly [string, string]): boolean =>
      value.includes(variant) && key.includes(target) && !key.includes(variant);
    expect([...phrases].some(isWritten)).toBe(true);
  });
  it('come back', () => {
    const text = '背负重任，接受熏陶，果树与民夫。';
    for (const to of ['tw', 'hk', 'traditional'] as const)
      expect(converted(converted(text, { to }), { to: 'simplified' })).toBe(text);
  });
});

describe('to Simplified', () => {
  it.each([
    [
      '總統府發言人今天表示，行政團隊著手檢討，隨著疫情趨緩，帶著同理心面對。',
      '总统府发言人今天表示，行政团队着手检讨，随着疫情趋缓，带着同理心面对。',
    ],
    ['食物及衞生局表示，敍述粧容，枱面上衹有糭子。', '食物及卫生局表示，叙述妆容，台面上只有粽子。'],
    ['衞生局說，隨著疫情趨緩，說明會將舉行。', '卫生局说，随着疫情趋缓，说明会将举行。'],
    ['沿著河岸，拙著《山》與名著、編著同列。', '沿着河岸，拙著《山》与名著、编著同列。'],
    ['隨(suí)著發(fā)展(zhǎn)，著眼長(zhǎng)遠(yuǎn)，衞(wèi)生局', '随着发展(zhǎn)，着眼长远，卫生局'],
    ['會議由衞國強主持，衹得如此。', '会议由卫国强主持，只得如此。'],
  ])('%s', (text, expected) => {
    expect(converted(text, { to: 'simplified' })).toBe(expected);
    expect(converted(expected, { to: 'simplified' })).toBe(expected);
  });
  it('goes by the standard that is named', () => {
    const text = '衞生局隨著疫情發展';
    expect(converted(text, { to: 'simplified', from: 'hk' })).toBe('卫生局随著疫情发展');
    expect(converted(text, { to: 'simplified', from: 'tw' })).toBe('衞生局随着疫情发展');
  });
});
