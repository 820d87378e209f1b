// Every test there is: npm test [-- --only unit,lint] [--grep REGEX]
// The last line is `N passed, N failed`; a suite that could not run, or broke off, is a failure and never a silence.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { install } from './install.mjs';
import { runCaptured, run, ROOT, since } from './lib/project.mjs';
import { readE2e, readVitest } from './lib/results.mjs';

const SUITES = ['package', 'typecheck', 'lint', 'unit', 'contract', 'protocol', 'e2e'];
const VITEST = ['unit', 'contract', 'protocol'];
/** These look at what was built. */
const NEEDS_PACKAGE = ['contract', 'protocol', 'e2e'];

const { values } = parseArgs({ options: { only: { type: 'string' }, grep: { type: 'string' } } });
const asked = values.only?.split(',').map((name) => name.trim()) ?? SUITES;
const unknown = asked.filter((name) => !SUITES.includes(name));
if (unknown.length > 0) {
  console.error(`There is no suite ${unknown.join(', ')}. Suites: ${SUITES.join(', ')}.`);
  process.exit(2);
}
const chosen = SUITES.filter(
  (name) => asked.includes(name) || (name === 'package' && asked.some((one) => NEEDS_PACKAGE.includes(one))),
);
const partial = chosen.length < SUITES.length || values.grep !== undefined;

/** @type {Record<string, { passed: number, failed: number, skipped: number, note?: string, time?: string }>} */
const outcome = {};
const one = (ok, note) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, ...(note && { note }) });
const heading = (name) => console.log(`\n── ${name} ${'─'.repeat(Math.max(3, 70 - name.length))}`);
const binary = (name) => join(ROOT, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const shell = process.platform === 'win32';

/** Runs a suite when it was chosen; whatever it throws is its one failure. */
async function suite(name, body) {
  if (!chosen.includes(name)) return;
  heading(name);
  const began = performance.now();
  try {
    outcome[name] = await body();
  } catch (error) {
    console.error(error.message);
    outcome[name] = one(false, 'did not run');
  }
  outcome[name].time = since(began);
}

/** Programs that only say yes or no, one after another; their words are shown when all have ended. */
async function check(...commands) {
  let ok = true;
  for (const [name, ...args] of commands) {
    const { code, output } = await runCaptured(binary(name), args, { shell });
    if (output.trim()) console.log(output.trim());
    ok &&= code === 0;
  }
  return one(ok);
}

async function vitest(scratch) {
  const projects = VITEST.filter((name) => chosen.includes(name));
  if (projects.length === 0) return;
  heading(projects.join(', '));
  const began = performance.now();
  const file = join(scratch, 'vitest.json');
  const code = await run(
    binary('vitest'),
    [
      ...['run', '--config', 'test/vitest.config.mts'],
      ...projects.flatMap((name) => ['--project', name]),
      ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', file],
      ...(values.grep ? ['-t', values.grep] : []),
    ],
    { shell },
  );
  const counted = existsSync(file) ? readVitest(JSON.parse(readFileSync(file, 'utf8')), ROOT) : {};
  for (const name of projects) {
    const count = counted[name];
    const idle = !count || (count.passed + count.failed === 0 && !values.grep);
    outcome[name] = idle
      ? { passed: 0, failed: 1, skipped: count?.skipped ?? 0, note: 'no test ran' }
      : count;
  }
  // An error outside any test (a promise nobody awaited) fails the run without failing a test.
  if (code !== 0 && projects.every((name) => outcome[name].failed === 0))
    outcome[projects[0]] = { ...outcome[projects[0]], failed: 1, note: `vitest ended with ${code}` };
  outcome[projects.at(-1)].time = since(began);
}

const began = performance.now();
const scratch = mkdtempSync(join(tmpdir(), 'report-corpus-test-'));
try {
  heading('install');
  await install();

  let vsix;
  await suite('package', async () => {
    const { makeVsix } = await import('./package.mjs');
    vsix = await makeVsix();
    return one(true);
  });
  await suite('typecheck', () => check(['tsc', '-b']));
  await suite('lint', () =>
    check(['eslint', '.'], ['prettier', '--check', '--log-level', 'warn', '.'], ['knip', '--no-progress']),
  );
  await vitest(scratch);
  await suite('e2e', async () => {
    if (!vsix) throw new Error('There is no VSIX to install.');
    mkdirSync(join(ROOT, 'dist'), { recursive: true });
    const out = join(scratch, 'e2e.json');
    const args = [
      'test/e2e/run.mjs',
      '--vsix',
      vsix,
      '--out',
      out,
      ...(values.grep ? ['--grep', values.grep] : []),
    ];
    const code = await run(process.execPath, args);
    if (!existsSync(out)) throw new Error(`The end-to-end tests broke off (${code}).`);
    const counted = readE2e(JSON.parse(readFileSync(out, 'utf8')));
    return code !== 0 && counted.failed === 0
      ? { ...counted, failed: 1, note: `ended with ${code}` }
      : counted;
  });
} catch (error) {
  console.error(error.message);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

heading('summary');
const total = { passed: 0, failed: 0, skipped: 0 };
for (const name of chosen) {
  const { passed, failed, skipped, note, time } = outcome[name] ?? one(false, 'did not run');
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const more = [skipped && `${skipped} skipped`, note, time].filter(Boolean).join(', ');
  console.log(
    `${failed ? '✗' : '✓'} ${name.padEnd(10)} ${passed} passed, ${failed} failed${more && ` (${more})`}`,
  );
}
console.log(`in ${since(began)}`);
if (partial) {
  const left = SUITES.filter((name) => !chosen.includes(name));
  const what = [
    left.length && `not run: ${left.join(', ')}`,
    values.grep && `only tests matching ${values.grep}`,
  ];
  console.log(`A PARTIAL RUN: ${what.filter(Boolean).join('; ')}`);
}
if (total.skipped > 0) console.log(`${total.skipped} skipped: each says why`);
console.log(`${partial ? 'partial: ' : ''}${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
