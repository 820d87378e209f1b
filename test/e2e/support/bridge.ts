/* The suite's end of test/vscode-host/bridge.mjs, where every action is described. */

type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };

/** Sends one action to the process that holds the page; throws with its words when it cannot be done. */
export async function tell(request: {
  readonly action: string;
  readonly [key: string]: unknown;
}): Promise<unknown> {
  const url = process.env.REPORT_CORPUS_E2E_BRIDGE;
  if (!url)
    throw new Error('REPORT_CORPUS_E2E_BRIDGE is not set: this suite is started by test/e2e/run.mjs.');
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(request) });
  const answer = (await response.json()) as Answer;
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

export interface ClickOptions {
  readonly button?: 'left' | 'right';
  readonly clickCount?: number;
  readonly modifiers?: readonly ('Alt' | 'Control' | 'Meta' | 'Shift')[];
}

/** The window as a person sees it. The desktop has no page: ask `available` and `skip` where it is needed. */
export const page = {
  available: async () => (await tell({ action: 'page' })) === true,
  /** A PNG under dist/e2e/; resolves with its path. */
  screenshot: async (name: string) => String(await tell({ action: 'screenshot', path: name })),
  press: (key: string) => tell({ action: 'press', key }),
  type: (text: string) => tell({ action: 'type', text }),
  click: (selector: string, options: ClickOptions = {}) => tell({ action: 'click', selector, ...options }),
  hover: (selector: string) => tell({ action: 'hover', selector }),
  move: (x: number, y: number) => tell({ action: 'move', x, y }),
  text: async (selector: string) => String(await tell({ action: 'text', selector })),
  count: async (selector: string) => Number(await tell({ action: 'count', selector })),
  waitFor: (selector: string, state: 'attached' | 'detached' | 'visible' | 'hidden' = 'visible') =>
    tell({ action: 'waitFor', selector, state }),
  evaluate: (expression: string) => tell({ action: 'evaluate', expression }),
};

/** A line for the person who runs the tests. */
export const log = (line: string) => tell({ action: 'log', line });
