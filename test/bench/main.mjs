// npm run bench [-- --quick]: how fast a check, a conversion and the server are, beside their peers in the same run.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { ConverterBuilder } from 'opencc-js/core';
import * as preset from 'opencc-js/preset';
import { bundles, options } from '../../esbuild.mjs';
import { copyNodejieba } from '../../.scripts/lib/nodejieba.mjs';
import { conversionFigures } from './conversion.mjs';
import { childOf, residentMegabytes, startServer } from './server.mjs';
import { measureChecks } from './checks.mjs';
import { measureScale } from './scale.mjs';
import { bytes, repeated, reportTexts } from './texts.mjs';

const root = resolve(import.meta.dirname, '../..');
const quick = process.argv.includes('--quick');
const LARGE = quick ? 1e6 : 10e6;
const PAIRS = quick ? 3 : 5;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const timed = async (work) => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** Milliseconds of the two in turns, so that both see the same machine; one round of each warms up. */
async function paired(ours, theirs, rounds) {
  await ours();
  await theirs();
  const times = [[], []];
  for (let i = 0; i < rounds; i++) {
    times[0].push(await timed(ours));
    times[1].push(await timed(theirs));
  }
  return times.map(median);
}

const rows = [];
const row = (what, ours, peer = '', note = '') => rows.push([what, ours, peer, note]);
const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const rate = (size, value) => `${(size / 1e6 / (value / 1000)).toFixed(2)} MB/s`;
const times = (ours, theirs) => `${(theirs / ours).toFixed(1)} x as fast`;

function table() {
  const width = (text) => [...text].reduce((sum, c) => sum + (c > '\u2e7f' ? 2 : 1), 0);
  const all = [['', 'report-corpus', 'peer', ''], ...rows];
  const widths = [0, 1, 2].map((i) => Math.max(...all.map((cells) => width(cells[i]))));
  for (const cells of all)
    console.log(
      cells
        .map((cell, i) => cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - width(cell))))
        .join('  ')
        .trimEnd(),
    );
}

async function conversions(service, large) {
  const build = ConverterBuilder(preset);
  const texts = large.slice(0, Math.ceil(large.length / (quick ? 1 : 5)));
  const size = texts.reduce((sum, text) => sum + bytes(text), 0);
  for (const [to, from, target] of [
    ['simplified', 't', 'cn'],
    ['traditional', 'cn', 't'],
  ]) {
    const plain = build({ from, to: target });
    const result = await paired(
      () => texts.forEach((text) => service.convert(text, { to, protected: [] }, {})),
      () => texts.forEach((text) => plain(text)),
      PAIRS,
    );
    row(
      `convert ${from} -> ${target}, ${(size / 1e6).toFixed(0)} MB`,
      rate(size, result[0]),
      rate(size, result[1]),
      `${times(...result)}; ours reads the report and keeps names`,
    );
  }
}

async function serverTimes(file, reports) {
  const firsts = [];
  for (let i = 0; i < PAIRS; i++) {
    const server = await startServer(file);
    firsts.push(
      await timed(async () => {
        await server.open('untitled:first.report', reports[0]);
        await server.pull('untitled:first.report');
      }),
    );
    if (i === PAIRS - 1) {
      const again = [];
      for (let n = 0; n < 20; n++) {
        const uri = `untitled:${n}.report`;
        again.push(
          await timed(async () => {
            await server.open(uri, reports[(n + 1) % reports.length]);
            await server.pull(uri);
          }),
        );
      }
      row('open a report -> diagnostics, first', ms(median(firsts)), '', 'process started, nothing warm');
      row('open a report -> diagnostics, later', ms(median(again)), '', 'median of 20');
      await keystrokes(server, reports);
    }
    await server.stop();
  }
}

/** How many keystrokes count, after as many that only warm the compilers up: whoever types has typed before. */
const KEYSTROKES = 20;

async function keystrokes(server, reports) {
  for (const size of [5e3, 1e6]) {
    const uri = `untitled:typed-${size}.report`;
    const text = repeated(reports, size).join('\n');
    await server.open(uri, text);
    await server.pull(uri);
    const all = [];
    for (let i = 0; i < 2 * KEYSTROKES; i++) {
      const start = { line: 3, character: 0 };
      const change =
        i % 2
          ? { range: { start, end: { line: 3, character: 1 } }, text: '' }
          : { range: { start, end: start }, text: '会' };
      all.push(
        await timed(async () => {
          await server.change(uri, i + 2, [change]);
          await server.pull(uri);
        }),
      );
    }
    row(
      `keystroke in ${size < 1e6 ? '5 KB' : '1 MB'} -> diagnostics`,
      ms(median(all.slice(KEYSTROKES))),
      '',
      `with transport, without a client’s delay${size < 1e6 ? '' : '; the bar is 40 ms'}; warm: the first ${KEYSTROKES} took ${ms(median(all.slice(0, KEYSTROKES)))}`,
    );
  }
}

async function memory(file, reports) {
  const server = await startServer(file);
  const uris = reports.slice(-5).map((text, i) => [`untitled:${i}.report`, text]);
  for (const [uri, text] of uris) {
    await server.open(uri, text);
    await server.pull(uri);
  }
  const megabytes = (pid) => (pid === undefined ? undefined : residentMegabytes(pid));
  const say = (value) => (value === undefined ? 'unknown here' : `${value.toFixed(0)} MB`);
  row('server memory, 5 reports open', say(megabytes(server.pid)), '', 'resident');
  let state;
  const until = performance.now() + 20_000;
  do {
    await server.request('textDocument/selectionRange', {
      textDocument: { uri: uris[0][0] },
      positions: [{ line: 0, character: 1 }],
    });
    state = (await server.request('reportCorpus/segmenter')).state;
    if (state === 'loading') await new Promise((next) => setTimeout(next, 50));
  } while (state === 'loading' && performance.now() < until);
  if (state === 'nodejieba') {
    const [own, words] = [megabytes(server.pid), megabytes(childOf(server.pid))];
    const sum = own === undefined || words === undefined ? undefined : own + words;
    row(
      '… with the segmenter',
      say(sum),
      '',
      `the server ${say(own)}, the segmenter’s process ${say(words)}`,
    );
  } else row('… with the segmenter', '–', '', `nodejieba does not run here (${state})`);
  await server.stop();
}

const folder = mkdtempSync(join(tmpdir(), 'report-corpus-bench-'));
try {
  // As they are shipped: minified bundles of the sources as they are now.
  for (const bundle of bundles().filter(({ name }) => ['server.js', 'segmenter.js'].includes(name)))
    await esbuild.build({ ...options(bundle, { production: true }), outfile: join(folder, bundle.name) });
  const core = bundles().find(({ name }) => name === 'core.browser.js');
  const coreFile = join(folder, 'core.mjs');
  await esbuild.build({ ...options(core, { production: true }), outfile: coreFile });
  copyNodejieba(folder);
  const { createReportService } = await import(pathToFileURL(coreFile).href);
  const service = createReportService();

  const corpus = resolve(root, '../shared/corpus');
  const { source, reports } = reportTexts(existsSync(corpus) ? corpus : '');
  const large = repeated(reports, LARGE);
  console.log(
    `texts: ${source}, ${(reports.reduce((sum, text) => sum + bytes(text), 0) / 1000).toFixed(0)} KB, repeated where more is said`,
  );
  console.log(`machine: ${cpus()[0]?.model.trim()}, ${cpus().length} processors, Node ${process.version}`);
  console.log(
    'peers: autocorrect-node, zhlint, textlint (check), opencc-js (conversion); medians of runs in turns\n',
  );

  await measureChecks({ service, reports, large, quick, row, ms, rate, times, paired });
  // Behind the checks: many tries would cost these their compiled code.
  await measureScale({ service, reports, quick, row, rate, paired, bytes });
  await conversions(service, large);
  await conversionFigures({ folder, reports, quick, row });
  await serverTimes(join(folder, 'server.js'), reports);
  await memory(join(folder, 'server.js'), reports);
  table();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
