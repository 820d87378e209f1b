// Builds dist/: the bundles of esbuild.mjs, the rules' pages, the schemas and the pruned nodejieba.
// usage: node .scripts/build.mjs [--production] [--watch]
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyIfNewer, exists, kilobytes, ROOT, since } from './lib/project.mjs';
import { copyNodejieba } from './lib/nodejieba.mjs';

const dist = join(ROOT, 'dist');

/** The page of every rule, named by its id: diagnostics and `explain` open them. */
function copyRulePages() {
  const rules = join(ROOT, 'server/src/core/rules');
  const target = join(dist, 'rules');
  const pages = existsSync(rules)
    ? readdirSync(rules).filter((id) => existsSync(join(rules, id, 'rule.md')))
    : [];
  mkdirSync(target, { recursive: true });
  for (const id of pages) copyIfNewer(join(rules, id, 'rule.md'), join(target, `${id}.md`));
  for (const name of readdirSync(target)) if (!pages.includes(name.slice(0, -3))) rmSync(join(target, name));
  return pages.length;
}

const SCHEMAS = ['report-corpus', 'lexicon'].map((name) => `${name}.schema.json`);

/** Schemas that package.json contributes. */
function copySchemas() {
  const data = join(ROOT, 'server/data');
  if (!existsSync(data)) return;
  for (const name of SCHEMAS.filter((file) => existsSync(join(data, file))))
    copyIfNewer(join(data, name), join(dist, name));
  // What an earlier build left would go into the package.
  for (const name of readdirSync(dist))
    if (name.endsWith('.schema.json') && !SCHEMAS.includes(name)) rmSync(join(dist, name));
}

/** The licence of OpenCC's dictionaries, which the tables beside it are compiled from. */
function copyConversionLicence() {
  const target = join(dist, 'conversion');
  mkdirSync(target, { recursive: true });
  copyIfNewer(
    join(ROOT, 'node_modules/opencc-js/LICENSES/Apache-2.0.txt'),
    join(target, 'LICENSE-OpenCC.txt'),
  );
  writeFileSync(
    join(target, 'NOTICE.txt'),
    'The tables in this folder are compiled from the dictionaries of OpenCC (https://github.com/BYVoid/OpenCC),\n' +
      'as opencc-js 1.4.2 ships them, under the Apache License 2.0: see LICENSE-OpenCC.txt.\n',
  );
}

function copyAssets() {
  copySchemas();
  copyConversionLicence();
  return copyRulePages();
}

/** What each bundle weighs and which modules it loads from outside: the contract tests read it. */
function describe(results) {
  const described = results.map(({ bundle, metafile }) => {
    const outputs = Object.entries(metafile.outputs).filter(([file]) => !file.endsWith('.map'));
    const imports = outputs.flatMap(([, output]) =>
      output.imports.filter((i) => i.external).map((i) => i.path),
    );
    return {
      file: bundle.name,
      shipped: bundle.shipped,
      bytes: statSync(join(dist, bundle.name)).size,
      externals: [...new Set(imports)].sort(),
      inputs: Object.keys(metafile.inputs).sort(),
    };
  });
  writeFileSync(join(dist, 'bundles.json'), JSON.stringify(described, null, 1) + '\n');
  return described;
}

/**
 * @param {{ production?: boolean, watch?: boolean, quiet?: boolean }} [how]
 * @returns the bundles with their sizes in bytes; throws when one does not build.
 */
export async function build({ production = false, watch = false, quiet = false } = {}) {
  const began = performance.now();
  // Loaded here, not above: the scripts also run on a bare clone, before there is a node_modules.
  const [{ default: esbuild }, { bundles, options }] = await Promise.all([
    import('esbuild'),
    import('../esbuild.mjs'),
  ]);
  mkdirSync(dist, { recursive: true });
  const say = quiet ? () => {} : console.log;

  if (watch) {
    const report = (bundle) => ({
      name: 'report',
      setup: (b) =>
        b.onEnd(async ({ errors, warnings }) => {
          copyAssets();
          for (const line of await esbuild.formatMessages([...errors, ...warnings], { kind: 'error' }))
            say(line);
          say(
            `${new Date().toTimeString().slice(0, 8)} ${bundle.name} ${errors.length ? 'FAILED' : 'built'}`,
          );
        }),
    });
    const contexts = bundles().map((bundle) => {
      const { plugins, ...rest } = options(bundle, { production });
      return esbuild.context({ ...rest, plugins: [...plugins, report(bundle)] });
    });
    copyNodejieba(dist);
    for (const context of await Promise.all(contexts)) await context.watch();
    return [];
  }

  const settled = await Promise.allSettled(
    bundles().map(async (bundle) => {
      const { metafile, warnings } = await esbuild.build(options(bundle, { production }));
      for (const line of await esbuild.formatMessages(warnings, { kind: 'warning' })) console.warn(line);
      if (bundle.executable) chmodSync(join(dist, bundle.name), 0o755);
      if (production) rmSync(join(dist, `${bundle.name}.map`), { force: true });
      return { bundle, metafile };
    }),
  );
  const failures = settled.filter((one) => one.status === 'rejected');
  for (const { reason } of failures)
    console.error(
      (await esbuild.formatMessages(reason.errors ?? [{ text: String(reason) }], { kind: 'error' })).join(''),
    );
  if (failures.length > 0) throw new Error(`${failures.length} of ${settled.length} bundles did not build.`);

  const described = describe(settled.map((one) => one.value));
  const pages = copyAssets();
  const words = copyNodejieba(dist);
  for (const { file, bytes } of described) say(`  dist/${file.padEnd(18)} ${kilobytes(bytes)}`);
  say(`  dist/rules/${' '.repeat(12)} ${pages} pages`);
  say(`  dist/nodejieba/${' '.repeat(8)} ${words.ok ? kilobytes(words.bytes) : `absent: ${words.why}`}`);
  say(`built ${production ? '(production) ' : ''}in ${since(began)}`);
  return described;
}

if (process.argv[1] === import.meta.filename) {
  const has = (flag) => process.argv.includes(flag);
  if (!exists('node_modules/esbuild')) {
    console.error(
      'esbuild is not installed here: run `npm ci` (or `npm start`, `npm test`, which do it) first.',
    );
    process.exit(1);
  }
  try {
    await build({ production: has('--production'), watch: has('--watch') });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
