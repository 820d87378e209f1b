import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { vi } from 'vitest';

/** The processes that a process has started and that still run. */
export function childrenOf(pid: number): number[] {
  return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
}

/** Resolves when none of the processes runs any more; fails after ten seconds. */
export async function gone(pids: readonly number[]): Promise<void> {
  await vi.waitUntil(() => !pids.some(runs), { timeout: 10_000, interval: 20 });
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A process that ended stays in the table until its parent asks for it.
  return !existsSync('/proc/self/stat') || statOf(pid)?.state !== 'Z';
}

function fromProc(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const stat = statOf(pid);
      return stat?.parent === parent && stat.state !== 'Z';
    });
}

/** `pid (command) state ppid …`; the command may hold spaces and brackets. */
function statOf(pid: number): { readonly state: string; readonly parent: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state = '', parent = ''] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

function fromPs(parent: number): number[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, ppid]) => ppid === parent)
    .flatMap(([pid]) => (pid === undefined ? [] : [pid]));
}
