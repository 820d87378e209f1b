/*
 * A test runner of one page, for tests that run inside VS Code's extension host.
 * A framework would bring reporters and globals; what is needed here is order, a limit for each test,
 * and every result told as soon as it is known, so that a suite that hangs still says where.
 */
import { tell } from './bridge';

type Body = () => Promise<void> | void;
interface Test {
  readonly suite: string;
  readonly name: string;
  readonly body: Body;
  readonly timeout: number;
}

const tests: Test[] = [];
const afterEachTest: { readonly suite: string; readonly body: Body }[] = [];
const beforeEachTest: { readonly suite: string; readonly body: Body }[] = [];
let current = '';

/** Groups the tests that `body` declares. */
export function suite(name: string, body: () => void): void {
  const outer = current;
  current = outer ? `${outer} › ${name}` : name;
  body();
  current = outer;
}

/** How long a test may take that does not say so itself. */
const patience = () => Number(process.env.REPORT_CORPUS_E2E_TIMEOUT ?? 20_000);

/** Declares a test; `timeout` in milliseconds. Tests run one after another, in the order of their declaration. */
export function test(name: string, body: Body, { timeout = patience() }: { timeout?: number } = {}): void {
  tests.push({ suite: current, name, body, timeout });
}

/** Runs before each test of the suite it stands in, and of the suites inside it. */
export function beforeEach(body: Body): void {
  beforeEachTest.push({ suite: current, body });
}

/** Runs after each test of the suite it stands in, and of the suites inside it, also after a failed one. */
export function afterEach(body: Body): void {
  afterEachTest.push({ suite: current, body });
}

class Skipped extends Error {}

/** Ends the running test as skipped: what it needs is not there. It is counted and shown, with the reason. */
export function skip(reason: string): never {
  throw new Skipped(reason);
}

const covers = (outer: string, inner: string) =>
  outer === '' || inner === outer || inner.startsWith(`${outer} › `);

function within(milliseconds: number, what: string, body: Body): Promise<void> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => {
      failed(new Error(`${what} did not end within ${milliseconds} ms`));
    }, milliseconds);
    Promise.resolve()
      .then(body)
      .then(done, failed)
      .finally(() => {
        clearTimeout(timer);
      });
  });
}

const explain = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

async function runOne({ suite: group, name, body, timeout }: Test): Promise<boolean> {
  const began = performance.now();
  const outcome: { status: 'passed' | 'failed' | 'skipped' } = { status: 'passed' };
  let error: string | undefined;
  const attempt = async (what: string, step: Body) => {
    try {
      await within(timeout, what, step);
    } catch (reason) {
      if (reason instanceof Skipped) {
        outcome.status = 'skipped';
        error ??= reason.message;
      } else {
        outcome.status = 'failed';
        error = [error, explain(reason)].filter(Boolean).join('\n');
      }
    }
  };
  await attempt('The test', async () => {
    for (const hook of beforeEachTest) if (covers(hook.suite, group)) await hook.body();
    await body();
  });
  for (const hook of afterEachTest)
    if (covers(hook.suite, group)) await attempt('The cleaning up', hook.body);
  await tell({
    action: 'result',
    suite: group,
    name,
    ...outcome,
    ms: Math.round(performance.now() - began),
    error,
  });
  return outcome.status !== 'failed';
}

/**
 * Runs what was declared, or only what REPORT_CORPUS_E2E_GREP (a regular expression over "suite › name") matches.
 * Throws at the end when a test failed or none ran: VS Code then ends the run as failed.
 */
export async function runAll(): Promise<void> {
  const grep = new RegExp(process.env.REPORT_CORPUS_E2E_GREP ?? '', 'u');
  const chosen = tests.filter((one) => grep.test(`${one.suite} › ${one.name}`));
  let failed = 0;
  for (const one of chosen) if (!(await runOne(one))) failed += 1;
  await tell({ action: 'end' });
  if (chosen.length === 0) throw new Error('No test ran.');
  if (failed > 0) throw new Error(`${failed} of ${chosen.length} tests failed.`);
}
