import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { service } from '../../server/src/core/testing/service.js';
import { filesBelow, inRoot, SHARED } from './support/paths.js';
import {
  baseline,
  baselineSets,
  falseAlarms,
  measure,
  mended,
  ours,
  PLANT_SIZES,
  restored,
} from './support/script-figures.js';
import { plant, scriptSet } from './support/script-set.js';

const set = scriptSet();
const planted = plant(set);
const clean = set.map(({ text }) => text);
const method = ours(service);
const measured = { ours: measure(method, planted), baseline: measure(baseline, planted) };

describe('the text set', () => {
  it('has texts of both scripts and plants of every size', () => {
    expect(set.filter(({ script }) => script === 'simplified').length).toBeGreaterThan(5);
    expect(set.filter(({ script }) => script === 'traditional').length).toBeGreaterThan(5);
    for (const size of PLANT_SIZES) expect(measured.ours[size].planted, size).toBeGreaterThan(40);
  });
  it('plants what it says', () => {
    for (const { size, original, text, stretches, changed } of planted) {
      expect(text).toHaveLength(original.text.length);
      const differing = [...text].flatMap((_, at) =>
        text.charAt(at) === original.text.charAt(at) ? [] : [at],
      );
      expect(differing).toEqual(changed);
      expect(stretches).toHaveLength(size === '3 characters' ? 3 : 1);
    }
  });
});

describe('the baseline', () => {
  const shared = path.join(SHARED, 'corpus/script-sets.json');
  it.skipIf(!existsSync(shared))(
    'has the sets that were measured (../shared/corpus/script-sets.json)',
    () => {
      const sets = JSON.parse(readFileSync(shared, 'utf8')) as {
        readonly simplifiedOnly: string;
        readonly traditionalOnly: string;
      };
      expect([...baselineSets.simplifiedOnly].sort()).toEqual([...sets.simplifiedOnly].sort());
      expect([...baselineSets.traditionalOnly].sort()).toEqual([...sets.traditionalOnly].sort());
    },
  );
});

describe('script verdict and runs', () => {
  it.each(PLANT_SIZES)('%s: detect no less than the baseline, and nearly all', (size) => {
    const { detected } = measured.ours[size];
    expect(detected).toBeGreaterThanOrEqual(measured.baseline[size].detected);
    expect(detected / measured.ours[size].planted).toBeGreaterThanOrEqual(size === '1 character' ? 0.95 : 1);
  });
  it.each(PLANT_SIZES)('%s: spans are no less exact than the baseline', (size) => {
    expect(measured.ours[size].exact).toBeGreaterThanOrEqual(measured.baseline[size].exact);
    expect(measured.ours[size].bordered).toBeGreaterThanOrEqual(measured.baseline[size].bordered);
  });
  it('a planted sentence or paragraph is one run with its very borders, nearly always', () => {
    for (const size of ['sentence', 'paragraph'] as const)
      expect(measured.ours[size].bordered / measured.ours[size].planted).toBeGreaterThan(0.9);
  });
  it('say nothing of the clean texts, whose names and quotations are in the other script', () => {
    expect(falseAlarms(baseline, clean)).toBeGreaterThan(0);
    expect(falseAlarms(method, clean)).toBe(0);
  });
  it('say nothing of the clean held-out reports', () => {
    const folder = inRoot('test/fixtures/held-out/clean');
    const reports = filesBelow(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
    expect(reports.length).toBeGreaterThan(200);
    expect(falseAlarms(method, reports)).toBe(0);
  });
  it.each(PLANT_SIZES)('%s: the fixes give the swapped characters back', (size) => {
    const some = planted.filter((one) => one.size === size);
    const { characters, of } = restored(service, some);
    // What they miss is legal in both scripts (于, 后), or has two forms and no word to go by.
    expect(characters / of).toBeGreaterThan(size === '1 character' || size === '3 characters' ? 0.9 : 0.97);
  });
  it('the fixes touch nothing else', () => {
    for (const one of planted.filter(({ size }) => size === '1 character' || size === '3 characters')) {
      const text = mended(service, one.text);
      const touched = [...text].flatMap((_, at) =>
        text.charAt(at) === one.text.charAt(at) || one.changed.includes(at) ? [] : [at],
      );
      expect(touched, one.original.file).toEqual([]);
    }
  });
});
