import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Language } from '../../../core/rules/rule.js';
import { fill } from '../../../core/text/fill.js';
import type { Watcher } from '../../../corpus/corpus.js';

const TEXTS = {
  en: { title: 'Reading the reports of the corpus', count: '{done} of {total}' },
  'zh-cn': { title: '正在读取语料库中的报道', count: '{done} / {total}' },
} as const;

/** Milliseconds of reading that nobody has to be told about. */
const QUIET = 500;
/** Milliseconds between two reports. */
const OFTEN = 200;

/** Shows long reading as progress of the window, with a way to stop it; what was read until then stays. */
export function createFillProgress({
  connection,
  shows,
  language,
}: {
  readonly connection: Connection;
  /** Whether the client shows progress that the server begins. */
  readonly shows: boolean;
  readonly language: () => Language;
}): Watcher {
  let reporter: WorkDoneProgressServerReporter | undefined;
  let over = false;
  let last = 0;
  const begin = async (): Promise<void> => {
    const created = await connection.window.createWorkDoneProgress();
    if (over) return;
    created.begin(TEXTS[language()].title, 0, undefined, true);
    reporter = created;
  };
  const timer = shows
    ? setTimeout(() => {
        begin().catch((error: unknown) => {
          connection.console.warn(`window/workDoneProgress/create: ${String(error)}`);
        });
      }, QUIET)
    : undefined;
  return {
    progress(done, total) {
      if (reporter === undefined || Date.now() - last < OFTEN) return;
      last = Date.now();
      const message = fill(TEXTS[language()].count, { done, total });
      reporter.report(Math.floor((done / total) * 100), message);
    },
    cancelled: () => reporter?.token.isCancellationRequested === true,
    ended() {
      over = true;
      clearTimeout(timer);
      reporter?.done();
    },
  };
}
