// How well planted text of the other script is found, beside the measured baseline; the set is test/fixtures/script-set.
// usage: node .scripts/script-figures.mjs
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { ROOT } from './lib/project.mjs';

const ENTRY = `
  export { service } from './server/src/core/testing/service.ts';
  export * from './test/contract/support/script-figures.ts';
  export * from './test/contract/support/script-set.ts';
`;

// Below the project, so that what stays external is found.
mkdirSync(join(ROOT, 'dist'), { recursive: true });
const folder = mkdtempSync(join(ROOT, 'dist/figures-'));
try {
  const outfile = join(folder, 'figures.mjs');
  await esbuild.build({
    stdin: { contents: ENTRY, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    // The fixtures are found from where their reader stands.
    define: {
      'import.meta.url': JSON.stringify(pathToFileURL(join(ROOT, 'test/contract/support/paths.ts')).href),
    },
    outfile,
    logLevel: 'error',
  });
  const { service, scriptSet, plant, measure, baseline, ours, restored, falseAlarms, PLANT_SIZES } =
    await import(pathToFileURL(outfile).href);
  const set = scriptSet();
  const planted = plant(set);
  const methods = [
    ['baseline', baseline],
    ['report-corpus', ours(service)],
  ];
  const held = join(ROOT, 'test/fixtures/held-out/clean');
  const clean = readdirSync(held)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(held, name), 'utf8'));
  for (const script of ['simplified', 'traditional']) {
    const some = planted.filter(({ original }) => original.script === script);
    const figures = methods.map(([, method]) => measure(method, some));
    console.log(`\n${`${script} texts`.padEnd(20)}${methods.map(([name]) => name.padEnd(50)).join('')}`);
    for (const size of PLANT_SIZES) {
      const cells = figures.map((all) => {
        const { planted: of, detected, exact, bordered } = all[size];
        return `detected ${detected}/${of}, exact ${exact}${size === '3 characters' ? '' : `, borders ${bordered}`}`.padEnd(
          50,
        );
      });
      const { characters, of } = restored(
        service,
        some.filter((one) => one.size === size),
      );
      console.log(`${size.padEnd(20)}${cells.join('')}${characters}/${of} characters given back`);
    }
  }
  console.log('\nfalse alarms');
  for (const [name, method] of methods)
    console.log(
      `${name.padEnd(22)}${falseAlarms(
        method,
        set.map(({ text }) => text),
      )} of ${set.length} clean texts, ` +
        `${falseAlarms(method, clean)} of ${clean.length} held-out reports`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
