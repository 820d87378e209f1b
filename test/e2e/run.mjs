/*
 * The end-to-end tests: bundles test/e2e/suite/*.test.ts, installs the VSIX in a real VS Code and runs them there;
 * then damages an installed copy on purpose and expects the suite to notice.
 * usage: node test/e2e/run.mjs --vsix FILE [--out RESULTS.json] [--grep REGEX]
 * With --grep only the tests whose "suite › name" matches run, and the damaged copy is left out.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { SourceMap } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findDesktop } from '../vscode-host/desktop.mjs';
import { ensureHost } from '../vscode-host/install.mjs';
import { runSuite } from '../vscode-host/run-suite.mjs';

const here = import.meta.dirname;
const root = resolve(here, '../..');
const artifacts = join(root, 'dist/e2e');

/** One file with every test in it: VS Code's extension host loads no TypeScript. */
async function bundle() {
  const { build } = await import('esbuild');
  const files = readdirSync(join(here, 'suite'), { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .sort();
  const lines = files.map((name) => `import ${JSON.stringify(`./suite/${name.replaceAll('\\', '/')}`)};`);
  const outfile = join(artifacts, 'suite.cjs');
  await build({
    stdin: {
      contents: [...lines, `export { runAll as run } from './support/runner';`].join('\n'),
      resolveDir: here,
      sourcefile: 'index.ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    charset: 'utf8',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  return outfile;
}

/** VS Code ignores source maps, so a failure would name lines of the bundle: this names those of the tests. */
function original(stack) {
  const map = join(artifacts, 'suite.cjs.map');
  if (!existsSync(map)) return stack;
  const sources = new SourceMap(JSON.parse(readFileSync(map, 'utf8')));
  return stack.replace(/[^\s()]*suite\.cjs:(\d+):(\d+)/g, (all, line, column) => {
    const { originalSource, originalLine } = sources.findEntry(line - 1, column - 1);
    if (originalSource === undefined) return all;
    return `${relative(root, resolve(artifacts, originalSource))}:${originalLine + 1}`;
  });
}

/** The folder that VS Code opens: a copy of the sample corpus, so that tests may change it. */
function fill(folder) {
  const corpus = join(root, 'test/fixtures/corpus');
  if (existsSync(corpus)) cpSync(corpus, folder, { recursive: true });
}

const show = ({ suite, name, status, ms, error, screenshot }) => {
  const mark = { passed: '✓', failed: '✗', skipped: '-' }[status];
  console.log(`  ${mark} ${suite} › ${name} (${ms} ms)`);
  if (error) console.log(original(error).replace(/^/gm, '      '));
  if (screenshot) console.log(`      screenshot: ${screenshot}`);
};

/** The suite as a list of results in which a run that broke off is a failure too. */
async function whole(how) {
  const { results, problem, exit } = await runSuite({ ...how, artifacts, onResult: show });
  const failed = results.some((one) => one.status === 'failed');
  const broke = problem ?? (exit !== 0 && !failed ? `VS Code ended the run with ${exit}` : undefined);
  if (!broke) return results;
  const last = { suite: 'e2e', name: 'the suite runs to its end', status: 'failed', ms: 0, error: broke };
  show(last);
  return [...results, last];
}

/** The suite must fail when the extension cannot work; else its green means nothing. */
async function broken(how) {
  const began = performance.now();
  const name = 'the suite fails when the language server is missing from the installed extension';
  const { results, problem, exit } = await runSuite({
    ...how,
    artifacts: join(artifacts, 'broken'),
    env: { REPORT_CORPUS_E2E_GREP: '^installed › ', REPORT_CORPUS_E2E_TIMEOUT: '8000' },
    afterInstall: (extensions) => {
      const ours = readdirSync(extensions).find((folder) => folder.startsWith('report-corpus.'));
      renameSync(join(extensions, ours, 'dist/server.js'), join(extensions, ours, 'dist/server.js.gone'));
    },
  });
  const status = (part) => results.find((one) => one.name.includes(part))?.status;
  const wrong = [
    problem && `it did not run to its end: ${problem}`,
    status('the one from the VSIX') !== 'passed' && 'the damaged extension was not even found',
    status('without a date line') !== 'failed' && 'the diagnostics test did not fail',
    exit === 0 && 'VS Code ended the run as passed',
  ].filter(Boolean);
  const result = {
    suite: 'e2e',
    name,
    status: wrong.length ? 'failed' : 'passed',
    ms: Math.round(performance.now() - began),
  };
  if (wrong.length)
    result.error = [...wrong, ...results.map((one) => `${one.status}: ${one.name}`)].join('\n');
  show(result);
  return result;
}

const { values } = parseArgs({
  options: { vsix: { type: 'string' }, out: { type: 'string' }, grep: { type: 'string' } },
});
if (!values.vsix || !existsSync(values.vsix)) {
  console.error('usage: node test/e2e/run.mjs --vsix FILE [--out RESULTS.json] [--grep REGEX]');
  process.exit(2);
}
rmSync(artifacts, { recursive: true, force: true });
mkdirSync(artifacts, { recursive: true });

const found = await findDesktop();
const desktop = 'executable' in found ? found : undefined;
const host = desktop ? undefined : ensureHost();
console.log(`VS Code: ${desktop ? desktop.from : `${host.version}, delivered by npm (${found.why})`}`);

const how = { host, desktop, vsix: resolve(values.vsix), tests: await bundle(), fill };
const env = values.grep ? { REPORT_CORPUS_E2E_GREP: values.grep } : {};
const results = await whole({ ...how, env });
if (!values.grep) results.push(await broken(how));
if (values.out) writeFileSync(values.out, JSON.stringify(results, null, 1) + '\n');
process.exit(results.some((one) => one.status === 'failed') ? 1 : 0);
