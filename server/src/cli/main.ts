import { join } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { createConversionEngine } from '../core/script/opencc/index.js';
import { createReportService } from '../core/service.js';
import { createTranscoder } from '../platform/node/transcoder.js';
import { runCli } from './run-cli.js';
import { createProcessTerminal } from './terminal.js';

runCli(process.argv.slice(2), {
  terminal: createProcessTerminal(),
  version: packageJson.version,
  pages: join(__dirname, 'rules'),
  createService: () => createReportService(undefined, { transcoder: createTranscoder() }),
  createEngine: () => createConversionEngine(),
}).then(
  (code) => {
    // Not process.exit(): a pipe may still hold output. A failure of the output itself has set the code before.
    process.exitCode ??= code;
  },
  (error: unknown) => {
    process.exitCode = 2;
    console.error(error);
  },
);
