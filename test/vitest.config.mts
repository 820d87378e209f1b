import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The three kinds of test that run without an editor; test/e2e has a runner of its own inside VS Code. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // A project without a test yet is no failure of the others; .scripts/test.mjs counts it as "did not run".
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['server/src/**/*.test.ts', 'client/src/**/*.test.ts', 'test/cli/**/*.test.ts'],
          // Property tests and processes on a machine that has other work too.
          testTimeout: 30_000,
        },
      },
      { test: { name: 'contract', include: ['test/contract/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'protocol', include: ['test/protocol/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
});
