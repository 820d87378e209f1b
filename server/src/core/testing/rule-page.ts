import { createKnownPeople, type OfficialEntry } from '../officials-file/index.js';
import type { Settings } from '../settings.js';
import { readMarked, type MarkedText } from './marked-text.js';

/** An example of a page; `line` is the 1-based line of its fence. */
export interface BadExample extends MarkedText {
  readonly line: number;
  /** What the rule's own fixes make of it; absent where the page does not say. */
  readonly fixed: string | undefined;
  readonly settings: ExampleSettings;
}

/**
 * Settings that a rule needs to find anything: `text bad script=simplified today=2021-06-20 officials=市长陆明远`; of an
 * official the last three characters are the name.
 */
export type ExampleSettings = Partial<Pick<Settings, 'script' | 'today' | 'people'>>;

export interface GoodExample {
  readonly line: number;
  readonly settings: ExampleSettings;
  readonly text: string;
}

/** What the tests read from a `rule.md`. */
export interface RulePage {
  readonly title: string;
  readonly bad: readonly BadExample[];
  readonly good: readonly GoodExample[];
  /** The part under `## 中文`; empty when there is none. */
  readonly chinese: string;
  readonly text: string;
}

const FENCE =
  /^```text (bad|fixed|good)(?: script=(simplified|traditional))?(?: today=(\S+))?(?: officials=(\S+))?$/;
/** Characters that nobody sees stand in a page by their number: `\\u{200B}`. */
const ESCAPE = /\\u\{([0-9A-F]{1,6})\}/g;

/**
 * Reads a rule's page. A fence `text bad` holds a report with `⟦…⟧` around every place of the findings, `text
 * fixed` what fixing the example before it gives, `text good` a report that the rule has nothing to say about.
 * `\\u{200B}` in an example stands for that character.
 * @throws Error on a fence that does not close and on a `fixed` without a `bad`
 */
export function readRulePage(page: string): RulePage {
  const lines = page.split(/\r?\n/);
  const bad: BadExample[] = [];
  const good: GoodExample[] = [];
  for (let i = 0; i < lines.length; i++) {
    const [, kind, script, today, officials] = FENCE.exec(lines[i] ?? '') ?? [];
    if (kind === undefined) continue;
    const settings: ExampleSettings = {
      ...(script === 'simplified' || script === 'traditional' ? { script } : {}),
      ...(today === undefined ? {} : { today }),
      ...(officials === undefined ? {} : { people: createKnownPeople(readOfficials(officials)) }),
    };
    const line = i + 1;
    const close = lines.indexOf('```', i + 1);
    if (close < 0) throw new Error(`the fence in line ${String(line)} does not close`);
    const body = `${lines.slice(i + 1, close).join('\n')}\n`.replace(ESCAPE, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
    i = close;
    if (kind === 'good') good.push({ line, text: body, settings });
    else if (kind === 'bad') bad.push({ ...readMarked(body), line, fixed: undefined, settings });
    else {
      const last = bad.pop();
      if (last?.fixed !== undefined || last === undefined)
        throw new Error(`line ${String(line)}: no example to fix`);
      bad.push({ ...last, fixed: body });
    }
  }
  const chinese = page.split(/^## 中文$/m)[1] ?? '';
  return { title: /^# (.+)$/m.exec(page)?.[1] ?? '', bad, good, chinese, text: page };
}

/** `市长陆明远,副市长沈若兰`: entries of an officials file. */
function readOfficials(list: string): OfficialEntry[] {
  return list.split(',').map((one) => ({
    name: one.slice(-3),
    posts: one.length > 3 ? [{ post: one.slice(0, -3) }] : [],
  }));
}
