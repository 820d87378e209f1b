import { join } from 'node:path';
import { createConversionEngine } from '../../core/script/opencc/index.js';
import { createReportService, type ReportService } from '../../core/service.js';
import { createTranscoder } from '../../platform/node/transcoder.js';
import { createScratch, type Scratch } from '../../platform/node/files/testing/scratch.js';
import { runCli, type ExitCode } from '../run-cli.js';

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** The command line in a folder of its own. */
export interface CommandLine extends Scratch {
  run(...argv: readonly string[]): Promise<Ran>;
}

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly colours?: boolean;
  readonly service?: ReportService;
  /** The standard input, in the pieces in which it comes. */
  readonly input?: readonly (string | Uint8Array)[];
}

const engine = createConversionEngine();
const service = createReportService(undefined, { transcoder: createTranscoder() });

/** Runs the command line in this process, with a fresh folder as the current one. */
export function createCommandLine({
  env = {},
  colours = false,
  service: own = service,
  input = [],
}: Surroundings = {}): CommandLine {
  const scratch = createScratch();
  return {
    ...scratch,
    async run(...argv) {
      let out = '';
      let err = '';
      const code = await runCli(argv, {
        terminal: {
          out: (text) => {
            out += typeof text === 'string' ? text : Buffer.from(text).toString();
            return Promise.resolve();
          },
          err: (text) => {
            err += typeof text === 'string' ? text : Buffer.from(text).toString();
            return Promise.resolve();
          },
          input: async function* () {
            for (const piece of input) yield await Promise.resolve(Buffer.from(piece));
          },
          closed: false,
          colours,
          cwd: scratch.folder,
          env,
        },
        version: '1.2.3',
        pages: join(scratch.folder, 'pages'),
        createService: () => own,
        createEngine: () => engine,
      });
      return { code, out, err };
    },
  };
}

/** A report without any finding. */
export const CLEAN = `松岭市召开冬季供暖工作会议
2021-11-03 09:30　来源：松岭日报
11月2日，松岭市召开冬季供暖工作会议，部署下一步的工作。会议指出，要把各项措施落到实处。
编辑：何一鸣
`;

/** The same without date line and source line: two warnings. */
export const BARE = `松岭市召开冬季供暖工作会议
11月2日，松岭市召开冬季供暖工作会议，部署下一步的工作。会议指出，要把各项措施落到实处。
`;

/** Traditional text with certain pinyin notes (5) and folded marks (4). */
export const MIRRORED = `松嶺市召開會(huì)議
2021-11-03 09:30 來(lái)源:松嶺日報(bào)
11月2日,松嶺市召開冬季供暖工作會(huì)議,部署下一步的工作。會(huì)議指出,要把各項措施落到實處,不留死角。
`;
