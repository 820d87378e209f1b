/*
 * The wire between a test suite, which runs inside VS Code's extension host, and this process, which holds the page.
 * HTTP on 127.0.0.1 behind a secret path: the suite POSTs `{ action, ... }` and gets `{ ok, value }` or `{ ok, error }`.
 *
 *   result     { suite, name, status: 'passed'|'failed'|'skipped', ms, error? }   one test has ended
 *   end        {}                                                  the suite has come to its end, passed or not
 *   log        { line }                                            a line for the person who runs the tests
 *   page       {}                                                  -> whether there is a page: the desktop has none
 *   screenshot { path }                                            a PNG; relative to the artifacts folder; -> its path
 *   press      { key }                                             `Control+.`, `Enter`: Playwright's names
 *   type       { text }                                            as typed on the keyboard
 *   click      { selector, button?, clickCount?, modifiers? }      hover { selector }      move { x, y }
 *   text       { selector } -> innerText of the first              count { selector } -> how many
 *   waitFor    { selector, state?, timeout? }                      state: attached | detached | visible | hidden
 *   evaluate   { expression } -> its JSON value in the page
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, resolve } from 'node:path';

const PATIENCE = 10_000;

const actions = {
  press: (page, { key }) => page.keyboard.press(key),
  type: (page, { text }) => page.keyboard.type(text),
  click: (page, { selector, button = 'left', clickCount = 1, modifiers = [] }) =>
    page.locator(selector).first().click({ button, clickCount, modifiers, timeout: PATIENCE }),
  hover: (page, { selector }) => page.locator(selector).first().hover({ timeout: PATIENCE }),
  move: (page, { x, y }) => page.mouse.move(x, y),
  text: (page, { selector }) => page.locator(selector).first().innerText({ timeout: PATIENCE }),
  count: (page, { selector }) => page.locator(selector).count(),
  waitFor: (page, { selector, state = 'visible', timeout = PATIENCE }) =>
    page.locator(selector).first().waitFor({ state, timeout }),
  evaluate: (page, { expression }) => page.evaluate(expression),
};

/**
 * @param {{ artifacts: string, onResult: (result: object) => void, onLog: (line: string) => void }} where
 * @returns the bridge's `url`, for the suite's environment; set its `page` as soon as there is one.
 */
export async function startBridge({ artifacts, onResult, onLog }) {
  const secret = `/${randomBytes(16).toString('hex')}`;
  const bridge = { url: '', page: undefined, atEnd: false, close: () => {} };

  const screenshot = async ({ path }) => {
    const file = resolve(artifacts, path);
    mkdirSync(dirname(file), { recursive: true });
    await bridge.page.screenshot({ path: file });
    return file;
  };

  const perform = async (request) => {
    switch (request.action) {
      case 'end':
        bridge.atEnd = true;
        return undefined;
      case 'log':
        return onLog(request.line);
      case 'page':
        return bridge.page !== undefined;
      case 'result':
        // What a person would have seen at that moment explains most failures.
        if (request.status === 'failed' && bridge.page) {
          const name = `failed-${request.suite}-${request.name}`
            .replace(/[^\p{L}\p{N}]+/gu, '-')
            .slice(0, 100);
          request.screenshot = await screenshot({ path: `${name}.png` }).catch(() => undefined);
        }
        return onResult(request);
      default: {
        if (!bridge.page) throw new Error(`No page: "${request.action}" works in the VS Code from npm only.`);
        if (request.action === 'screenshot') return screenshot(request);
        const action = Object.hasOwn(actions, request.action) ? actions[request.action] : undefined;
        if (!action) throw new Error(`The bridge knows no "${request.action}".`);
        return action(bridge.page, request);
      }
    }
  };

  const server = createServer((request, response) => {
    if (request.method !== 'POST' || request.url !== secret) {
      response.writeHead(404).end();
      return;
    }
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk) => (body += chunk));
    request.on('end', async () => {
      let answer;
      try {
        answer = { ok: true, value: (await perform(JSON.parse(body))) ?? null };
      } catch (error) {
        answer = { ok: false, error: String(error.message ?? error) };
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  bridge.url = `http://127.0.0.1:${server.address().port}${secret}`;
  bridge.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return bridge;
}
