// The word segmenter's native module: is it there, does it load, and the part of it that is shipped.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyIfNewer, ROOT, sizeOf } from './project.mjs';

const source = join(ROOT, 'node_modules/nodejieba');
const binary = 'build/Release/nodejieba.node';
const dictionaries = 'submodules/cppjieba/dict';
const unused = 'idf.utf8';

/** What stops working without the module. The product itself goes on: see the Segmenter port. */
export const LOST_WITHOUT =
  'Without it "expand selection" finds words with the coarser Intl.Segmenter; everything else works.';

/** Whether the compiled module loads in this Node. Asked of a process of its own: a bad module can abort it. */
export function nodejiebaLoads(folder = source) {
  if (!existsSync(join(folder, binary))) return false;
  const child = spawnSync(process.execPath, ['-e', `require(${JSON.stringify(join(folder, binary))})`]);
  return child.status === 0;
}

/**
 * Copies what runs (9 files of 632) to `dist/nodejieba`: the loader, the compiled module, the dictionaries.
 * @returns {{ ok: true, bytes: number } | { ok: false, why: string }}
 */
export function copyNodejieba(dist) {
  const target = join(dist, 'nodejieba');
  const compiled = existsSync(join(source, binary));
  if (!compiled) {
    rmSync(target, { recursive: true, force: true });
    return {
      ok: false,
      why: existsSync(source) ? 'nodejieba is not compiled' : 'nodejieba is not installed',
    };
  }
  for (const file of ['index.js', 'package.json', 'LICENSE', binary])
    copyIfNewer(join(source, file), join(target, file));
  for (const name of readdirSync(join(source, dictionaries)).filter((file) => file.endsWith('.utf8')))
    if (name !== unused) copyIfNewer(join(source, dictionaries, name), join(target, 'dict', name));
  // Only keyword extraction (TF-IDF) reads this one, which nothing here does. The loader aborts without a
  // well-formed file, so one line stands in its place: 5.8 MB, 0.3 s and 20 MB of memory less.
  writeFileSync(join(target, 'dict', unused), '的 1.0\n');
  return { ok: true, bytes: sizeOf(target) };
}

const MACHINES = {
  // ELF e_machine
  elf: { 0x3e: 'x64', 0xb7: 'arm64', 0x28: 'armhf' },
  // Mach-O cputype
  mach: { 0x01000007: 'x64', 0x0100000c: 'arm64' },
  // COFF Machine
  pe: { 0x8664: 'x64', 0xaa64: 'arm64' },
};

/**
 * The VS Code target that a compiled module is for, read from its header: what lies in node_modules may have been
 * compiled elsewhere. glibc and musl look alike in it, so for Linux the machine's own kind is assumed.
 * @param {Buffer} module @param {string} machine this machine's target
 */
export function platformOf(module, machine) {
  if (module.subarray(0, 4).equals(Buffer.from('\x7fELF', 'latin1'))) {
    const system = machine.startsWith('alpine') ? 'alpine' : 'linux';
    return `${system}-${MACHINES.elf[module.readUInt16LE(18)] ?? 'unknown'}`;
  }
  if (module.readUInt32LE(0) === 0xfeedfacf)
    return `darwin-${MACHINES.mach[module.readUInt32LE(4)] ?? 'unknown'}`;
  if (module.subarray(0, 2).toString('latin1') === 'MZ') {
    const header = module.readUInt32LE(0x3c);
    return `win32-${MACHINES.pe[module.readUInt16LE(header + 4)] ?? 'unknown'}`;
  }
  return 'an unknown platform';
}
