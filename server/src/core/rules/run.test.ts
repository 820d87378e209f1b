import { describe, expect, it } from 'vitest';
import { createConverter } from '../script/converter.js';
import { parse, settings } from '../testing/service.js';
import type { Settings } from '../settings.js';
import { rules } from './index.js';
import { defineRule, type Rule } from './rule.js';
import { createRunner, runRules } from './run.js';

const converter = createConverter();
const report = parse('清溪市召開(kāi)會(huì)議,壓實(shí)責任\n打印\n');

function rule(id: string, count: number, change: Partial<Rule> = {}): Rule {
  return defineRule({
    id,
    group: 'text',
    severity: 'warning',
    fix: 'none',
    edits: [],
    summary: { en: id, 'zh-cn': id },
    messages: { m: { en: 'number {n}', 'zh-cn': '第 {n} 个' } },
    *check() {
      for (let n = 0; n < count; n++)
        yield { message: 'm', arguments: { n }, span: { start: n, end: n + 1 } };
    },
    ...change,
  });
}
const run = (list: readonly Rule[], parts = {}): ReturnType<typeof runRules> =>
  runRules(list, report, settings(parts), converter);

describe('runRules', () => {
  it('gives the same findings in any order of the rules', () => {
    const view = (list: readonly Rule[]): unknown =>
      run(list).findings.map(({ rule: id, start, end, message }) => ({ id, start, end, message }));
    expect(view([...rules].reverse())).toEqual(view(rules));
  });
  it('skips a rule that throws, names it, and lets the others report', () => {
    const bad = rule('bad', 0, {
      check: () => {
        throw new Error('oops');
      },
    });
    const { findings, failures } = run([bad, rule('good', 1)]);
    expect(failures.map(({ rule: id }) => id)).toEqual(['bad']);
    expect(findings.map(({ rule: id }) => id)).toEqual(['good']);
  });
  it('skips one that throws in the middle', () => {
    const bad = rule('bad', 0, {
      *check() {
        yield { message: 'm', span: { start: 0, end: 1 } };
        throw new Error('oops');
      },
    });
    expect(run([bad])).toMatchObject({ findings: [], failures: [{ rule: 'bad' }] });
  });
  it('shows a hundred findings of a rule and then how many more there are', () => {
    const { findings } = run([rule('many', 130)]);
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)?.message).toBe('and 30 more of this kind');
    expect(run([rule('many', 130)], { language: 'zh-cn' }).findings.at(-1)?.message).toBe(
      '另有 30 处同类问题',
    );
    expect(run([rule('many', 100)]).findings).toHaveLength(100);
  });
  it('follows the settings', () => {
    expect(run([rule('one', 1)], { rules: { one: { severity: 'off' } } }).findings).toEqual([]);
    expect(run([rule('one', 1)], { rules: { one: { severity: 'hint' } } }).findings[0]?.severity).toBe(
      'hint',
    );
    expect(run([rule('one', 1)], { language: 'zh-cn' }).findings[0]?.message).toBe('第 0 个');
    expect(run([rule('one', 1)]).findings[0]).toMatchObject({ message: 'number 0', severity: 'warning' });
  });
  it('lets a finding speak less loudly than its rule, the user decides over both', () => {
    const quiet = rule('quiet', 0, {
      *check() {
        yield { message: 'm', span: { start: 0, end: 1 }, severity: 'information' };
      },
    });
    expect(run([quiet]).findings[0]?.severity).toBe('information');
    expect(run([quiet], { rules: { quiet: { severity: 'error' } } }).findings[0]?.severity).toBe('error');
  });
  it('hands protected words to the rule', () => {
    let seen: unknown;
    const curious = rule('curious', 0, {
      check: ({ protected: words }) => {
        seen = words;
        return [];
      },
    });
    run([curious], { protected: ['后里'] });
    expect(seen).toEqual(['后里']);
  });
  it('does not check what does not concern a rule', () => {
    let checked = 0;
    const check = (): [] => {
      checked++;
      return [];
    };
    run([rule('no', 0, { concerns: () => false, check }), rule('yes', 0, { concerns: () => true, check })]);
    expect(checked).toBe(1);
  });
  it('works out a value of a message when somebody asks for the words, in message and fix', () => {
    let asked = 0;
    const costly = (): string => String(++asked);
    const lazy = rule('lazy', 0, {
      check: () => [
        {
          message: 'm',
          arguments: { n: costly },
          span: { start: 0, end: 1 },
          fix: { class: 'suggest', title: 'm', arguments: { n: costly }, edits: () => [] },
        },
      ],
    });
    const [finding] = run([lazy]).findings;
    expect(finding?.fix?.class).toBe('suggest');
    expect(asked).toBe(0);
    expect([finding?.message, finding?.fix?.label]).toEqual(['number 1', 'number 2']);
  });
  it('makes the edits of a fix once, however often they are asked for', () => {
    let made = 0;
    const edits = (): readonly [] => {
      made++;
      return [];
    };
    const fixing = rule('fixing', 0, {
      check: () => [{ message: 'm', span: { start: 0, end: 1 }, fix: { class: 'exact', title: 'm', edits } }],
    });
    const [finding] = run([fixing]).findings;
    expect(made).toBe(0);
    expect(finding?.fix).toBe(finding?.fix);
    expect(finding?.fix?.edits()).toBe(finding?.fix?.edits());
    expect(made).toBe(1);
  });
  it('sorts many findings as it sorts few, by place and of one place by rule', () => {
    for (const count of [3, 40]) {
      const found = run([rule('b', count), rule('a', count)]).findings;
      expect(found.map(({ start, rule: id }) => `${String(start)}${id}`)).toEqual(
        Array.from({ length: count * 2 }, (_, i) => `${String(i >> 1)}${i % 2 === 0 ? 'a' : 'b'}`),
      );
    }
  });
});

describe('createRunner', () => {
  it('follows the settings of each call', () => {
    const runner = createRunner([rule('one', 1), rule('two', 1)]);
    const ids = (parts: Partial<Settings>): readonly string[] =>
      runner(report, { settings: settings(parts), converter }).findings.map(
        ({ rule: id, severity }) => `${id} ${severity}`,
      );
    expect(ids({})).toEqual(['one warning', 'two warning']);
    expect(ids({ rules: { one: { severity: 'off' } } })).toEqual(['two warning']);
    expect(ids({ rules: { two: { severity: 'error' } } })).toEqual(['one warning', 'two error']);
  });
});
