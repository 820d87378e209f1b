import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createScratch } from '../../server/src/platform/node/files/testing/scratch.js';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

/** What only a process of its own can show: permissions, pipes, sudden death, the bundle itself. */
const ROOT = join(import.meta.dirname, '../..');
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const MIRRORED = '松嶺市召開會(huì)議\n11月2日,松嶺市召開供暖工作會(huì)議,來(lái)賓報(bào)告。\n';
const SIMPLIFIED = '松岭市召开会议\n11月2日,松岭市召开供暖工作会议,来宾报告。\n';
const FIXED = '松嶺市召開會議\n11月2日，松嶺市召開供暖工作會議，來賓報告。\n';

let installed = '';

beforeAll(async () => {
  // Built here, so that the tests never look at the bundle of yesterday; readable for whoever the tests become.
  installed = mkdtempSync(join(tmpdir(), 'report-corpus-cli-'));
  chmodSync(installed, 0o755);
  const { bundles, options } = (await import(join(ROOT, 'esbuild.mjs'))) as {
    bundles: () => { name: string }[];
    options: (bundle: { name: string }) => object;
  };
  const bundle = bundles().find(({ name }) => name === 'cli.js')!;
  await build({ ...options(bundle), metafile: false, sourcemap: false, outfile: join(installed, 'cli.js') });
  mkdirSync(join(installed, 'rules'));
  writeFileSync(join(installed, 'rules/mixed-script.md'), '# the page\n');
});

afterAll(() => {
  rmSync(installed, { recursive: true, force: true });
});

function run(
  folder: string,
  argv: readonly string[],
  options: { readonly uid?: number } = {},
): SpawnSyncReturns<string> {
  const { uid } = options;
  return spawnSync(process.execPath, [join(installed, 'cli.js'), ...argv], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    maxBuffer: 1 << 28,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
}

/** Drops root's right to read everything; elsewhere nobody is who we are. */
const asNobody = isRoot ? { uid: NOBODY } : {};

describe('the bundle', () => {
  test('runs with plain node, through a link as npm makes it, and finds the pages beside it', () => {
    const scratch = createScratch();
    symlinkSync(join(installed, 'cli.js'), scratch.path('report-corpus'));
    const { status, stdout } = spawnSync(
      process.execPath,
      [scratch.path('report-corpus'), 'explain', 'mixed-script'],
      {
        encoding: 'utf8',
      },
    );
    expect([status, stdout]).toEqual([0, '# the page\n']);
  });

  test('--version is that of the package', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(run(ROOT, ['--version']).stdout).toBe(`${version}\n`);
  });

  test('a long answer reaches the end of the pipe', () => {
    const scratch = createScratch();
    scratch.write('a.txt', '会议指出，要抓好落实。\n'.repeat(20_000));
    const { status, stdout } = run(scratch.folder, ['parse', 'a.txt']);
    expect(status).toBe(0);
    expect(stdout.length).toBeGreaterThan(500_000);
    expect(JSON.parse(stdout)).toHaveLength(1);
  });

  test('a reader that goes away is no error', async () => {
    const scratch = createScratch();
    for (let i = 0; i < 400; i++) scratch.write(`${i}.txt`, MIRRORED);
    const child = spawn(
      process.execPath,
      [join(installed, 'cli.js'), 'parse', ...readdirSync(scratch.folder)],
      {
        cwd: scratch.folder,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, err]).toEqual([0, '']);
  });
});

describe('permissions', () => {
  test('an unreadable file and an unreadable folder are named, the rest is reported', () => {
    const scratch = createScratch();
    chmodSync(scratch.folder, 0o755);
    chmodSync(scratch.write('secret.txt', MIRRORED), 0o000);
    scratch.write('closed/a.txt', MIRRORED);
    scratch.write('good.txt', MIRRORED);
    chmodSync(scratch.path('closed'), 0o000);
    try {
      const { status, stdout, stderr } = run(scratch.folder, ['check', '.', 'secret.txt'], asNobody);
      expect(status).toBe(2);
      expect(stdout).toMatch(/^\.\/good\.txt:/);
      expect(stdout).toMatch(/ of 1 file:/);
      expect(stderr).toContain('./secret.txt: may not be read (EACCES); give yourself the permission');
      expect(stderr).toContain('./closed: the folder cannot be listed (EACCES)');
    } finally {
      chmodSync(scratch.path('closed'), 0o755);
    }
  });

  test('a protected file is not replaced, although its folder would allow it', () => {
    const scratch = createScratch();
    chmodSync(scratch.folder, 0o777);
    const file = scratch.write('a.txt', MIRRORED);
    chmodSync(file, 0o444);
    const { status, stdout, stderr } = run(scratch.folder, ['fix', 'a.txt'], asNobody);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('a.txt: may not be written (EACCES); make the file and its folder writable');
    expect(readFileSync(file, 'utf8')).toBe(MIRRORED);
    expect(readdirSync(scratch.folder)).toEqual(['a.txt']);
  });

  test('a folder that takes no new file leaves its files whole', () => {
    const scratch = createScratch();
    const file = scratch.write('a.txt', MIRRORED);
    chmodSync(file, 0o666);
    chmodSync(scratch.folder, 0o555);
    try {
      const { status, stderr } = run(scratch.folder, ['fix', 'a.txt'], asNobody);
      expect(status).toBe(2);
      expect(stderr).toContain('a.txt: may not be written (EACCES)');
      expect(readFileSync(file, 'utf8')).toBe(MIRRORED);
    } finally {
      chmodSync(scratch.folder, 0o755);
    }
  });
});

describe('sudden death', () => {
  test('the next run removes what a killed one left, and a check does not', () => {
    const scratch = createScratch();
    scratch.write('a.txt', MIRRORED);
    const left = leftName(scratch.folder);
    writeFileSync(left, '半');
    run(scratch.folder, ['check', '.']);
    run(scratch.folder, ['fix', '--dry-run', '.']);
    expect(readdirSync(scratch.folder)).toHaveLength(2);
    const { status, stderr } = run(scratch.folder, ['fix', 'a.txt']);
    expect([status, stderr]).toEqual([
      0,
      '1 temporary file that an interrupted run left behind was removed.\n',
    ]);
    expect(readdirSync(scratch.folder)).toEqual(['a.txt']);
  });

  test('kill -9 at any moment leaves every file old or new', async () => {
    const scratch = createScratch();
    const names = Array.from({ length: 40 }, (_, i) => `${i}.txt`);
    let interrupted = 0;
    for (let round = 0; round < 6; round++) {
      for (const name of names) scratch.write(name, MIRRORED.repeat(50));
      const child = spawn(process.execPath, [join(installed, 'cli.js'), 'fix', '.'], { cwd: scratch.folder });
      const closed = new Promise((resolve) => child.on('close', resolve));
      // From the first line of output on it is in the middle of writing; each round a little later.
      let lines = 0;
      child.stdout.on('data', () => {
        if (lines++ === round) child.kill('SIGKILL');
      });
      await closed;
      const contents = names.map((name) => readFileSync(scratch.path(name), 'utf8'));
      const done = contents.filter((text) => text === FIXED.repeat(50)).length;
      const kept = contents.filter((text) => text === MIRRORED.repeat(50)).length;
      expect(done + kept).toBe(names.length);
      if (kept > 0) interrupted++;
    }
    expect(interrupted).toBeGreaterThan(0);
    expect(run(scratch.folder, ['fix', '.']).status).toBe(0);
    expect(readdirSync(scratch.folder).sort()).toEqual([...names].sort());
  });
});

/** Kills a run after so many milliseconds; whether it was still running. */
async function killAfter(folder: string, argv: readonly string[], delay: number): Promise<boolean> {
  const child = spawn(process.execPath, [join(installed, 'cli.js'), ...argv], {
    cwd: folder,
    stdio: 'ignore',
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), delay);
  const signal = await new Promise((resolve) =>
    child.on('close', (_, by) => {
      resolve(by);
    }),
  );
  clearTimeout(timer);
  return signal === 'SIGKILL';
}

describe('a conversion that is killed at a random moment', () => {
  test.each([
    ['many reports', ['convert', '--to', 'simplified', '.'], 60, 30],
    ['many reports, plainly', ['convert', '--config', 't2s', '--plain', '.'], 60, 30],
    ['one large file', ['convert', '--config', 't2s', '--plain', '.'], 1, 60_000],
  ] as const)('%s: each file is old or new', { timeout: 120_000 }, async (_, argv, count, repeats) => {
    const scratch = createScratch();
    const names = Array.from({ length: count }, (_, i) => `${i}.txt`);
    const original = MIRRORED.repeat(repeats);
    const reset = (): void => {
      for (const name of names) scratch.write(name, original);
    };
    reset();
    const began = performance.now();
    expect(run(scratch.folder, argv).status).toBe(0);
    const whole = performance.now() - began;
    const converted = readFileSync(scratch.path('0.txt'), 'utf8');
    expect(converted === original).toBe(false);
    let killed = 0;
    for (let round = 0; round < 6; round++) {
      reset();
      // The first third is the start of Node; each round falls anywhere in the rest.
      if (await killAfter(scratch.folder, argv, whole * (0.3 + 0.7 * Math.random()))) killed++;
      for (const name of names) {
        const text = readFileSync(scratch.path(name), 'utf8');
        expect(text === original || text === converted, `${name} in round ${round}`).toBe(true);
      }
    }
    expect(killed).toBeGreaterThan(0);
    reset();
    expect(run(scratch.folder, argv).status).toBe(0);
    expect(readdirSync(scratch.folder).sort()).toEqual([...names].sort());
    for (const name of names) expect(readFileSync(scratch.path(name), 'utf8') === converted).toBe(true);
  });
});

describe('a run that is told to end', () => {
  test.each([
    ['SIGINT', ['fix', '.'], 400, 1],
    ['SIGTERM', ['convert', '--to', 'simplified', '.'], 400, 1],
    ['SIGINT', ['convert', '--config', 't2s', '--plain', '.'], 1, 60_000],
  ] as const)(
    'by %s during %j removes what it has begun',
    { timeout: 120_000 },
    async (signal, argv, count, repeats) => {
      const original = MIRRORED.repeat(repeats);
      let atWork = 0;
      for (let round = 0; round < 5; round++) {
        const scratch = createScratch();
        const names = Array.from({ length: count }, (_, i) => `${i}.txt`);
        for (const name of names) scratch.write(name, original);
        const isTemporary = (name: string): boolean => name.endsWith('.tmp');
        const child = spawn(process.execPath, [join(installed, 'cli.js'), ...argv], {
          cwd: scratch.folder,
          stdio: 'ignore',
        });
        const ended = new Promise((resolve) => {
          child.on('close', (_, by) => {
            resolve(by);
          });
        });
        // As soon as a temporary file is seen the run is in the middle of writing; each round lets it go on a little longer.
        while (child.exitCode === null && !readdirSync(scratch.folder).some(isTemporary)) await pause(1);
        await pause(round);
        child.kill(signal);
        // By the signal itself: a shell makes 130 or 143 of it.
        if ((await ended) === signal) atWork++;
        expect(readdirSync(scratch.folder).filter(isTemporary), `round ${round}`).toEqual([]);
        expect(readdirSync(scratch.folder)).toHaveLength(count);
      }
      expect(atWork).toBeGreaterThan(0);
    },
  );

  test('one with a listener of its own is left to it', () => {
    const scratch = createScratch();
    const script = `
      import { build } from 'esbuild';
      const { outputFiles } = await build({
        entryPoints: [${JSON.stringify(join(ROOT, 'server/src/platform/node/files/temporary-files.ts'))}],
        bundle: true, format: 'esm', platform: 'node', write: false,
      });
      const { openTemporary } = await import('data:text/javascript,' + encodeURIComponent(outputFiles[0].text));
      const { handle } = await openTemporary(${JSON.stringify(scratch.folder)});
      process.on('SIGTERM', () => { console.log('orderly'); void handle.close().then(() => process.exit(7)); });
      setInterval(() => undefined, 1000);
      process.kill(process.pid, 'SIGTERM');
    `;
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([7, 'orderly\n']);
    expect(readdirSync(scratch.folder)).toEqual([]);
  });
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The name that a process which has ended gave its temporary file: asked of the code itself, in that process. */
function leftName(folder: string): string {
  const script = `
    import { build } from 'esbuild';
    const { outputFiles } = await build({
      entryPoints: [${JSON.stringify(join(ROOT, 'server/src/platform/node/files/temporary-files.ts'))}],
      bundle: true, format: 'esm', platform: 'node', write: false,
    });
    const { temporaryName } = await import('data:text/javascript,' + encodeURIComponent(outputFiles[0].text));
    console.log(temporaryName());
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return join(folder, stdout.trim());
}

describe('a pipe', () => {
  test('converts what comes through it, plainly and with care', () => {
    const through = (...argv: string[]): string =>
      spawnSync(process.execPath, [join(installed, 'cli.js'), ...argv, '--stdin'], {
        input: MIRRORED.repeat(3000),
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      }).stdout;
    expect(through('convert', '--config', 't2s', '--plain').startsWith('松岭市召开会(huì)议\n')).toBe(true);
    expect(through('convert', '--to', 'simplified') === SIMPLIFIED.repeat(3000)).toBe(true);
  });

  test('a reader that goes away ends the conversion', () => {
    const scratch = createScratch();
    scratch.write('big.txt', MIRRORED.repeat(100_000));
    const command = `"${process.execPath}" "${join(installed, 'cli.js')}" convert --config t2s --plain --stdin < big.txt | head -c 10`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: scratch.folder, encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['松岭市'.padEnd(3) + Buffer.from('召').subarray(0, 1).toString(), '']);
  });
});

describe('recode', () => {
  const GB18030 = Buffer.from(
    'cad0ceafd5d9bfaabbe1d2e9a3acd1d0bebfd2bbbcbeb6c8b5c4b9a4d7f7a1a3bbe1d2e9d6b8b3f6a3acd2aac2e4cab50d0a',
    'hex',
  );
  const TEXT = '市委召开会议，研究一季度的工作。会议指出，要落实\r\n';

  test('a dry run writes nothing; then the file is UTF-8 and a second run finds nothing to do', () => {
    const scratch = createScratch();
    const file = scratch.write('a.txt', GB18030);
    const dry = run(scratch.folder, ['recode', '--to', 'utf-8', '--dry-run', '.']);
    expect(dry).toMatchObject({ status: 0, stderr: '' });
    expect(dry.stdout).toContain('a.txt: would recode from GB18030 (confidence 99 %) to UTF-8');
    expect(readFileSync(file).equals(GB18030)).toBe(true);
    expect(run(scratch.folder, ['recode', '--to', 'utf-8', '.']).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(TEXT);
    expect(readdirSync(scratch.folder)).toEqual(['a.txt']);
    expect(run(scratch.folder, ['recode', '--to', 'utf-8', '.']).stdout).toBe(
      'Nothing to recode in 1 file.\n',
    );
  });

  test.runIf(isRoot)('a file that may not be written is left alone and reported', () => {
    const scratch = createScratch();
    chmodSync(scratch.folder, 0o777);
    const file = scratch.write('a.txt', GB18030);
    chmodSync(file, 0o444);
    const { status, stderr } = run(scratch.folder, ['recode', '--to', 'utf-8', 'a.txt'], { uid: NOBODY });
    expect(status).toBe(2);
    expect(stderr).toContain('a.txt: may not be written');
    expect(readFileSync(file).equals(GB18030)).toBe(true);
  });
});
