import { build, type BuildOptions } from 'esbuild';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launch, type Client, type LaunchOptions } from './client.js';

/** The project's folder. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const FILES = ['server.js', 'segmenter.js'] as const;
const SOURCES = ['server/src', 'server/data', 'esbuild.mjs', 'package.json'];

/** What esbuild.mjs exports; it is plain JavaScript. */
interface BuildPlan {
  readonly bundles: () => { readonly name: string }[];
  readonly options: (bundle: { readonly name: string }) => BuildOptions;
}

/** The server under test, in a folder of its own, so that a build that runs meanwhile changes nothing. */
export interface ServerUnderTest {
  /** Holds server.js, segmenter.js and, where it was compiled, nodejieba. */
  readonly folder: string;
  /** A new empty folder that goes with the server. */
  scratch(): string;
  launch(options?: Omit<LaunchOptions, 'server'> & { readonly server?: string }): Promise<Client>;
}

/** Makes the server ready for the tests of a file; every client that a test leaves running is stopped behind it. */
export function useServer(): ServerUnderTest {
  const clients = new Set<Client>();
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'report-corpus-protocol-'));
    await provide(folder);
  });
  afterEach(async () => {
    await Promise.all([...clients].map((client) => client.kill()));
    clients.clear();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get folder() {
      return folder;
    },
    scratch: () => mkdtempSync(join(folder, 'scratch-')),
    async launch(options) {
      const client = await launch({ server: join(folder, 'server.js'), ...options });
      clients.add(client);
      return client;
    },
  };
}

/** What `npm run build` left, when it is of the sources as they are now; else the same bundles built afresh. */
async function provide(folder: string): Promise<void> {
  const dist = join(ROOT, 'dist');
  const built = Math.min(...FILES.map((name) => changedAt(join(dist, name))));
  if (built > Math.max(...SOURCES.map((path) => changedAt(join(ROOT, path))))) {
    for (const name of [...FILES, 'conversion'])
      cpSync(join(dist, name), join(folder, name), { recursive: true });
  } else {
    const plan = (await import(pathToFileURL(join(ROOT, 'esbuild.mjs')).href)) as BuildPlan;
    const { bundles, options } = plan;
    for (const bundle of bundles().filter(({ name }) => FILES.some((file) => file === name))) {
      await build({ ...options(bundle), outfile: join(folder, bundle.name), sourcemap: false });
    }
  }
  const words = join(dist, 'nodejieba');
  if (existsSync(words)) cpSync(words, join(folder, 'nodejieba'), { recursive: true });
}

/** When anything at or below the path was last changed, in milliseconds; 0 when it is not there. */
function changedAt(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}
