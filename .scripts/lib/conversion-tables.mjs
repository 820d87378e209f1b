// The tables of server/src/core/script/opencc, compiled out of opencc-js's dictionaries when something is bundled.
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../server/src/core/script/opencc');
/** An absent configuration fails the build: the list is that of the compiler. */
let compiled;

/** The compiler is TypeScript: bundled in memory and loaded from there, once a process. */
async function compileAll(esbuild) {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `export { compileTable, TABLE_NAMES } from './compile/compile.js';`,
      resolveDir: FOLDER,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  });
  const source = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`;
  const { compileTable, TABLE_NAMES } = await import(source);
  return new Map(TABLE_NAMES.map((name) => [name, compileTable(name)]));
}

const imports = (names) =>
  names.map((name, i) => `import table${i} from 'conversion-table:${name}.bin';`).join('\n');
const record = (names) => `{ ${names.map((name, i) => `'${name}': table${i}`).join(', ')} }`;

/** Files in `conversion/` beside the bundle, read when a configuration is first used. */
const forNode = (names) => `
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
${imports(names)}
const files = ${record(names)};
export const tableBytes = (name) => readFileSync(join(__dirname, files[name]));`;

/** A browser has no files: the tables are in the bundle, decoded when a configuration is first used. */
const forBrowser = (names) => `
${imports(names)}
const texts = ${record(names)};
export const tableBytes = (name) => Uint8Array.from(atob(texts[name]), (c) => c.charCodeAt(0));`;

/** Puts compiled tables in the place of `table-bytes.ts`, which compiles them at run time. An esbuild plugin. */
export const conversionTables = {
  name: 'conversion-tables',
  setup(build) {
    const isNode = build.initialOptions.platform === 'node';
    build.onResolve({ filter: /\/table-bytes\.js$/ }, ({ resolveDir }) =>
      resolveDir === FOLDER ? { path: 'table-bytes', namespace: 'conversion-tables' } : undefined,
    );
    build.onResolve({ filter: /^conversion-table:/ }, ({ path }) => ({
      path: path.slice('conversion-table:'.length),
      namespace: 'conversion-table',
    }));
    build.onLoad({ filter: /.*/, namespace: 'conversion-tables' }, async () => {
      compiled ??= compileAll(build.esbuild);
      const names = [...(await compiled).keys()];
      return { contents: isNode ? forNode(names) : forBrowser(names), resolveDir: FOLDER };
    });
    build.onLoad({ filter: /.*/, namespace: 'conversion-table' }, async ({ path }) => ({
      contents: (await compiled).get(path.replace('.bin', '')),
      loader: isNode ? 'file' : 'base64',
    }));
  },
};
