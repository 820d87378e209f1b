// Writes what follows from the rules: their table in README.md, the rules in the project file's schema and in VS Code's
// settings. README.md also has a table of the project file's keys and one of VS Code's settings.
// usage: node .scripts/generate-docs.mjs [--check]      --check: exit 1 when a committed file is stale
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { format } from 'prettier';
import { ROOT } from './lib/project.mjs';

/** The rules as the product has them, bundled to a module that Node can load. */
async function loadRules() {
  const folder = mkdtempSync(join(tmpdir(), 'report-corpus-rules-'));
  try {
    const outfile = join(folder, 'rules.mjs');
    await esbuild.build({
      entryPoints: [join(ROOT, 'server/src/core/rules/index.ts')],
      bundle: true,
      format: 'esm',
      platform: 'browser',
      outfile,
      logLevel: 'error',
    });
    return (await import(pathToFileURL(outfile).href)).rules;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const readJson = (name) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));

function table(rules) {
  const rows = rules.map(
    ({ id, group, severity, fix, summary }) =>
      `| [${id}](server/src/core/rules/${id}/rule.md) | ${group} | ${severity} | ${fix === 'none' ? '–' : fix} | ${summary.en} |`,
  );
  return [
    '| Rule | Group | Severity | Fix | What it finds |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

const code = (value) => (value === undefined ? '–' : `\`${JSON.stringify(value)}\``);

/** The keys of the project file, as its schema describes them: English first, then Chinese. */
function keysTable() {
  const { properties } = readJson('server/data/report-corpus.schema.json');
  const rows = Object.entries(properties).flatMap(
    ([key, { description, default: value, const: constant }]) => {
      if (description === undefined) return [];
      const english = description.replace(/\s*\p{Script=Han}[^]*$/u, '');
      return [`| \`${key}\` | ${code(value ?? constant)} | ${english} |`];
    },
  );
  return ['| Key | Default | What it says |', '| --- | --- | --- |', ...rows].join('\n');
}

/** VS Code's settings in the order in which it shows them. */
function settingsTable() {
  const texts = readJson('package.nls.json');
  const { properties } = readJson('package.json').contributes.configuration;
  const rows = Object.entries(properties)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([key, { default: value, markdownDescription }]) => {
      const description = texts[markdownDescription.slice(1, -1)];
      return `| \`${key}\` | ${code(value)} | ${description} |`;
    });
  return ['| Setting | Default | What it does |', '| --- | --- | --- |', ...rows].join('\n');
}

async function readme(text, rules) {
  let written = text;
  for (const [name, content] of [
    ['rules', table(rules)],
    ['keys', keysTable()],
    ['settings', settingsTable()],
  ]) {
    const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
    const [start, stop] = [written.indexOf(begin), written.indexOf(end)];
    if (start < 0 || stop < start) throw new Error(`README.md has no ${begin} … ${end}`);
    written = `${written.slice(0, start + begin.length)}\n\n${content}\n\n${written.slice(stop)}`;
  }
  return format(written, { parser: 'markdown', printWidth: 110 });
}

function schema(text, rules) {
  const parsed = JSON.parse(text);
  parsed.properties.rules.properties = Object.fromEntries(
    rules.map(({ id, severity, summary }) => [
      id,
      {
        $ref: '#/definitions/rule',
        default: severity,
        description: `${summary.en}. ${summary['zh-cn']}。`,
      },
    ]),
  );
  return `${JSON.stringify(parsed, null, 2)}\n`;
}

const SEVERITY = { type: 'string', enum: ['off', 'hint', 'information', 'warning', 'error'] };

/** The setting for folders without a project file: every rule by its id, wrong ids marked. */
function manifest(text, rules) {
  const parsed = JSON.parse(text);
  const setting = parsed.contributes.configuration.properties['reportCorpus.rules'];
  delete setting.additionalProperties;
  // Ids by `propertyNames`, values by one pattern for all: 26 copies of the same value schema would drown the file.
  setting.propertyNames = { enum: rules.map(({ id }) => id) };
  setting.patternProperties = {
    '^': {
      anyOf: [SEVERITY, { type: 'object', additionalProperties: false, properties: { severity: SEVERITY } }],
    },
  };
  setting.properties = Object.fromEntries(
    rules.map(({ id, severity, summary }) => [
      id,
      { description: `${summary.en} (${severity}). ${summary['zh-cn']}。` },
    ]),
  );
  return format(JSON.stringify(parsed, null, 2), { parser: 'json-stringify', printWidth: 110 });
}

const rules = await loadRules();
const stale = [];
for (const [name, write] of [
  ['README.md', readme],
  ['server/data/report-corpus.schema.json', schema],
  ['package.json', manifest],
]) {
  const file = join(ROOT, name);
  const before = readFileSync(file, 'utf8');
  const after = await write(before, rules);
  if (before === after) continue;
  stale.push(name);
  if (!process.argv.includes('--check')) writeFileSync(file, after);
}
if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`stale: ${stale.join(', ')}; run npm run generate`);
  process.exit(1);
}
console.log(stale.length === 0 ? 'generated files are up to date' : `written: ${stale.join(', ')}`);
