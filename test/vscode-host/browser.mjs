/*
 * A Chromium for the page that is VS Code: one of the machine, else the one inside an npm package,
 * which needs neither a browser on the machine nor root.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** Quiet, and without what only a desktop has. The page is our own, so no sandbox is needed where root forbids one. */
export const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

const unpackTar = (packed, folder) => {
  mkdirSync(folder, { recursive: true });
  const tar = spawnSync('tar', ['-x', '-C', folder], { input: brotliDecompressSync(readFileSync(packed)) });
  if (tar.status !== 0) throw new Error(`tar: ${tar.error?.message ?? tar.stderr}`);
};

/** Unpacks once, beside the package; complete or not at all. */
function fromNpm(host) {
  const folder = join(host.folder, 'chromium');
  if (!existsSync(folder)) {
    if (process.arch !== 'x64')
      throw new Error('npm delivers a Chromium for x64 only: install one, or set CHROMIUM.');
    const part = `${folder}.part-${process.pid}`;
    const packed = join(host.chromiumPackage, 'bin');
    try {
      unpackTar(join(packed, 'al2023.tar.br'), part);
      unpackTar(join(packed, 'swiftshader.tar.br'), part);
      unpackTar(join(packed, 'fonts.tar.br'), join(part, 'fonts'));
      writeFileSync(join(part, 'chromium'), brotliDecompressSync(readFileSync(join(packed, 'chromium.br'))), {
        mode: 0o755,
      });
      if (!existsSync(folder)) renameSync(part, folder);
    } finally {
      rmSync(part, { recursive: true, force: true });
    }
  }
  return {
    path: join(folder, 'chromium'),
    env: {
      // Its own copies of the three libraries that a bare machine lacks.
      LD_LIBRARY_PATH: [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter),
      // Where the machine has no fonts at all, text must still have a width.
      ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
    from: 'the npm package @sparticuz/chromium',
    // This build was cut down for servers: the headless shell, in one piece.
    args: ['--headless=shell', '--no-zygote', '--disable-setuid-sandbox', '--in-process-gpu'],
  };
}

/**
 * $CHROMIUM, else a browser on the PATH, else the one from npm. REPORT_CORPUS_BROWSER=npm insists on the last.
 * @returns {{ path: string, env: Record<string, string>, args: string[], from: string }}
 */
export function findBrowser(host) {
  if (process.env.REPORT_CORPUS_BROWSER !== 'npm') {
    const named = process.env.CHROMIUM;
    if (named && !existsSync(named)) throw new Error(`CHROMIUM names ${named}, which does not exist.`);
    const path = named ?? NAMES.map(onPath).find(Boolean);
    if (path) return { path, env: {}, args: [], from: path };
  }
  return fromNpm(host);
}

/** Starts it headless, through playwright-core. */
export async function launch(host) {
  const browser = findBrowser(host);
  const launched = await host.playwright().chromium.launch({
    executablePath: browser.path,
    args: [...ARGUMENTS, ...browser.args],
    env: { ...process.env, ...browser.env },
  });
  return { browser: launched, from: `${browser.from} (${launched.version()})` };
}
