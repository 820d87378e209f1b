// How fast script conversion is, beside opencc-js, OpenCC itself and simplecc, on the same text in the same run.
// usage: node test/bench/conversion.mjs [--quick]      (npm run bench runs it too)
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { ConverterBuilder } from 'opencc-js/core';
import * as preset from 'opencc-js/preset';
import { bundles, options } from '../../esbuild.mjs';
import { loadConverters } from './peers.mjs';
import { bytes, reportTexts } from './texts.mjs';

const root = resolve(import.meta.dirname, '../..');
const CONFIGS = ['t2s', 's2t', 'tw2sp', 's2tw', 'tw2s', 's2twp'];
/** The bars of the engine: how many times as fast as opencc-js, and as fast as the other converters. */
const BARS = { t2s: 10, s2t: 6, tw2sp: 5 };
const OTHERS = 3;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const locale = (config) => {
  const [from, to] = config.split('2');
  if (from === 's') return { from: 'cn', to };
  return to === 'sp' ? { from: `${from}p`, to: 'cn' } : { from, to: to === 's' ? 'cn' : to };
};
const oracle = (config) => ConverterBuilder(preset)(locale(config));

/** How often each of the two runs before it counts: until the compiler of the machine has done with it. */
const WARM = 4;

/** The median of `theirs / ours`, pair by pair, and of either in milliseconds; both in turns, warm. */
function paired(ours, theirs, rounds, loops) {
  const time = (work) => {
    const began = performance.now();
    for (let i = 0; i < loops; i++) work();
    return (performance.now() - began) / loops;
  };
  for (let i = 0; i < WARM; i++) {
    time(ours);
    time(theirs);
  }
  const pairs = Array.from({ length: rounds }, () => [time(ours), time(theirs)]);
  return {
    ours: median(pairs.map(([one]) => one)),
    theirs: median(pairs.map(([, other]) => other)),
    ratio: median(pairs.map(([one, other]) => other / one)),
  };
}

/** Reports up to a number of bytes, as one text. */
function sized(reports, size) {
  let text = '';
  let total = 0;
  for (let i = 0; total < size; i++) {
    text += reports[i % reports.length];
    total += bytes(reports[i % reports.length]);
  }
  return Buffer.from(text)
    .subarray(0, size)
    .toString()
    .replace(/\ufffd+$/, '');
}

/** Text in which every key of a configuration's dictionaries is as likely as another; the same at every run. */
function wideVocabulary(config, size) {
  const { segmentation = [], conversionChain } = preset.configs[config];
  const keys = [...segmentation, ...conversionChain.flat()].flatMap((dictionary) =>
    dictionary.split('|').map((entry) => entry.split(' ')[0]),
  );
  let state = 1;
  let text = '';
  for (let length = 0; length < size;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const key = keys[state % keys.length];
    text += state % 7 === 0 ? `${key}，` : key;
    length += bytes(key);
  }
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

/** Name spans as a reader of reports would find them: three characters, one in about two hundred. */
const nameSpans = (text) =>
  Array.from({ length: Math.floor(text.length / 200) }, (_, i) => ({
    start: i * 200 + 90,
    end: i * 200 + 93,
  }));

function speeds({ engine, reports, quick, row }) {
  const peers = loadConverters();
  const simplified = reports.map((text) => engine.plain(text, 't2s'));
  const texts = (config) => {
    const own = config.startsWith('s2') ? simplified : simplified.map((text) => engine.plain(text, 's2tw'));
    const [small, document, large] = [5e3, 1e6, quick ? 3e6 : 10e6].map((size) => sized(own, size));
    return [
      ['5 KB', small, 200],
      ['1 MB', document, 1],
      [quick ? '3 MB' : '10 MB', large, 1],
      ['1 MB, wide vocabulary', wideVocabulary(config, 1e6), 1],
    ];
  };
  for (const config of CONFIGS) {
    for (const [label, text, loops] of texts(config)) {
      const ours = () => engine.plain(text, config);
      const rounds = quick ? 5 : text.length > 2e6 ? 5 : 9;
      const rate = (time) => `${(bytes(text) / 1e3 / time).toFixed(0)} MB/s`;
      const reference = oracle(config);
      if (reference(text) !== ours()) throw new Error(`${config} differs from opencc-js on ${label}`);
      const bar = (factor) => (factor === undefined ? '' : `, the bar is ${factor}`);
      const against = (peer, convert, factor) => {
        const { ours: mine, theirs, ratio } = paired(ours, () => convert(text), rounds, loops);
        row(`${config}, ${label}`, rate(mine), rate(theirs), `${ratio.toFixed(1)} x ${peer}${bar(factor)}`);
      };
      against('opencc-js', reference, BARS[config]);
      for (const peer of peers) {
        const convert = started(peer, config, text);
        if (convert !== undefined) against(peer.name, convert, OTHERS);
        else if (label === '5 KB') row(`${config}`, '', '–', `${peer.name} does not know ${config}`);
      }
      const names = nameSpans(text);
      const aligned = (what, work) => {
        const { ours: mine, theirs, ratio } = paired(work, () => reference(text), rounds, loops);
        const half = BARS[config] === undefined ? undefined : BARS[config] / 2;
        const note = `${ratio.toFixed(1)} x opencc-js, which has none${bar(half)}; ${names.length} names`;
        row(`${config}, ${label}, ${what}`, rate(mine), rate(theirs), note);
      };
      aligned('aligned', () => engine.convert(text, config, { names }).output.length);
      aligned('with exact edits', () => engine.convert(text, config, { names }).edits().length);
      aligned('with segments', () => {
        let alternatives = 0;
        for (const segment of engine.convert(text, config, { names }).segments())
          alternatives += segment.alternatives.length;
        return alternatives;
      });
    }
  }
}

/** A peer's conversion by a configuration, or undefined where it has none. */
function started({ converter }, config, text) {
  try {
    const convert = converter(config);
    convert(text.slice(0, 100));
    return convert;
  } catch {
    return undefined;
  }
}

/** Module load and first conversion, each in a process of its own, in turns. */
function readiness({ folder, engineFile, quick, row }) {
  const write = (name, source) => {
    const file = join(folder, name);
    writeFileSync(file, source);
    return file;
  };
  const cases = [
    ['t2s', 'opencc-js', '{ from: "t", to: "cn" }', '漢語', 8],
    ['t2s', 'opencc-js/t2cn', '{ from: "t", to: "cn" }', '漢語', 8],
    ['s2t', 'opencc-js', '{ from: "cn", to: "t" }', '汉语', 20],
    ['s2t', 'opencc-js/cn2t', '{ from: "cn", to: "t" }', '汉语', 20],
  ];
  for (const [config, module, how, text, bar] of cases) {
    const peerFile = createRequire(import.meta.url).resolve(module);
    const ours = write(
      `ready-${config}.cjs`,
      `const began = performance.now();
      const engine = require(${JSON.stringify(engineFile)}).createConversionEngine();
      engine.plain('${text}', '${config}');
      console.log(performance.now() - began);`,
    );
    const theirs = write(
      `ready-${config}-peer.cjs`,
      `const began = performance.now();
      const { Converter } = require(${JSON.stringify(peerFile)});
      Converter(${how})('${text}');
      console.log(performance.now() - began);`,
    );
    const run = (file) => Number(spawnSync(process.execPath, [file], { encoding: 'utf8' }).stdout);
    const pairs = Array.from({ length: quick ? 5 : 15 }, () => [run(ours), run(theirs)]);
    const ratio = median(pairs.map(([one, other]) => other / one));
    row(
      `${config} ready (module and first conversion)`,
      `${median(pairs.map(([one]) => one)).toFixed(2)} ms`,
      `${median(pairs.map(([, other]) => other)).toFixed(1)} ms`,
      `${ratio.toFixed(1)} x ${module}, the bar is ${bar}; a process each`,
    );
  }
}

/** One large file through the command line and through the shortest script that uses opencc-js. */
async function largeFile({ folder, reports, quick, row }) {
  const cli = bundles().find(({ name }) => name === 'cli.js');
  const cliFile = join(folder, 'cli.js');
  await esbuild.build({ ...options(cli, { production: true }), outfile: cliFile });
  const text = sized(reports, quick ? 10e6 : 100e6);
  const source = join(folder, 'large.txt');
  const script = join(folder, 'script.cjs');
  const peerFile = createRequire(import.meta.url).resolve('opencc-js/t2cn');
  writeFileSync(
    script,
    `const { readFileSync, writeFileSync } = require('node:fs');
    const { Converter } = require(${JSON.stringify(peerFile)});
    const file = process.argv[2];
    writeFileSync(file, Converter({ from: 't', to: 'cn' })(readFileSync(file, 'utf8')));`,
  );
  const preload = join(folder, 'peak.cjs');
  writeFileSync(
    preload,
    `process.on('exit', () => require('node:fs').writeSync(2, '\\npeak ' + process.resourceUsage().maxRSS + '\\n'));`,
  );
  const run = (args) => {
    writeFileSync(source, text);
    const began = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['-r', preload, ...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${args[0]} failed: ${stderr}`);
    return { time: performance.now() - began, peak: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024 };
  };
  const ways = [
    ['convert --plain', [cliFile, 'convert', '--plain', '--config', 't2s', source]],
    ['convert', [cliFile, 'convert', '--config', 't2s', source]],
  ];
  for (const [name, args] of ways) {
    const pairs = Array.from({ length: quick ? 1 : 3 }, () => [run(args), run([script, source])]);
    const of = (index, key) => median(pairs.map((pair) => pair[index][key]));
    const say = (index) => `${(of(index, 'time') / 1000).toFixed(2)} s, ${of(index, 'peak').toFixed(0)} MB`;
    row(
      `${name}, one file of ${(bytes(text) / 1e6).toFixed(0)} MB`,
      say(0),
      say(1),
      `${median(pairs.map(([one, other]) => other.time / one.time)).toFixed(1)} x a script with opencc-js, the bar is 8; memory 1/${(of(1, 'peak') / of(0, 'peak')).toFixed(1)}`,
    );
  }
}

/**
 * @param {{ folder: string, reports: string[], quick: boolean,
 *   row(what: string, ours: string, peer: string, note: string): void }} how `folder`: an empty one for what is built
 */
export async function conversionFigures(how) {
  const { folder, quick } = how;
  // As it is shipped: minified, with its tables in files beside it.
  const server = bundles().find(({ name }) => name === 'server.js');
  const engineFile = join(folder, 'engine.cjs');
  const entry = 'server/src/core/script/opencc/index.ts';
  await esbuild.build({ ...options({ ...server, entry }, { production: true }), outfile: engineFile });
  const { createConversionEngine } = createRequire(import.meta.url)(engineFile);
  const engine = createConversionEngine();
  readiness({ ...how, engineFile });
  speeds({ ...how, engine });
  if (!quick) await largeFile(how);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = mkdtempSync(join(tmpdir(), 'report-corpus-conversion-'));
  try {
    const corpus = resolve(root, '../shared/corpus');
    const { source, reports } = reportTexts(existsSync(corpus) ? corpus : '');
    console.log(`texts: ${source}; Node ${process.version}; ours, peer, medians of pairs in turns`);
    const row = (...cells) => console.log(cells.join('  |  '));
    await conversionFigures({ folder, reports, quick: process.argv.includes('--quick'), row });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
