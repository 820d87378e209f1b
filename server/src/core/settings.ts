import type { KnownPeople } from './officials-file/index.js';
import type { Language, Message, Severity } from './rules/rule.js';
import type { Lexicon } from './user-lexicon/index.js';

/** What a user says of one rule. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
}

/** Everything that changes findings and their wording. */
export interface Settings {
  readonly language: Language;
  readonly script: 'simplified' | 'traditional' | 'any';
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Words that conversion never touches. */
  readonly protected: readonly string[];
  /** Lines of the corpus that are page furniture, in either script and width. */
  readonly furniture?: readonly string[];
  /** Phrases and posts of the corpus, laid over the built-in ones; absent where it has none of its own. */
  readonly lexicon?: Lexicon;
  /** The present day, `YYYY-MM-DD`; the core has no clock. */
  readonly today?: string;
  /** Who stands in the project's officials file; absent where the project has none. */
  readonly people?: KnownPeople;
}

export const defaultSettings: Settings = Object.freeze({
  language: 'en',
  script: 'any',
  rules: {},
  protected: [],
});

const SEVERITIES = new Set(['off', 'hint', 'information', 'warning', 'error']);

/** A value of a settings object that is not of its form; `path` leads to it. */
export interface SettingProblem {
  readonly path: readonly string[];
  /** What is wrong and what is allowed. */
  readonly message: Message;
}

/**
 * Reads the `rules` object of VS Code's settings. A wrong value is reported and left out; the rest still applies.
 * In a project file the schema says what is wrong.
 */
export function parseRuleSettings(
  value: unknown,
  ruleIds: ReadonlySet<string>,
): { readonly rules: Record<string, RuleSetting>; readonly problems: SettingProblem[] } {
  const rules: Record<string, RuleSetting> = {};
  const problems: SettingProblem[] = [];
  if (value === undefined || value === null) return { rules, problems };
  if (typeof value !== 'object' || Array.isArray(value)) {
    problems.push({
      path: ['rules'],
      message: { en: 'rules must be an object of rule ids', 'zh-cn': 'rules 应为以规则名为键的对象' },
    });
    return { rules, problems };
  }
  for (const [id, setting] of Object.entries(value)) {
    const path = ['rules', id];
    if (!ruleIds.has(id)) {
      problems.push({
        path,
        message: { en: `there is no rule "${id}"`, 'zh-cn': `没有名为 "${id}" 的规则` },
      });
      continue;
    }
    const read = readRuleSetting(setting);
    if (read === undefined)
      problems.push({
        path,
        message: {
          en: `rule "${id}" takes off, hint, information, warning or error`,
          'zh-cn': `规则 "${id}" 的值应为 off、hint、information、warning 或 error`,
        },
      });
    else rules[id] = read;
    for (const key of unknownKeys(setting))
      problems.push({
        path: [...path, key],
        message: { en: `rule "${id}" has no "${key}"`, 'zh-cn': `规则 "${id}" 没有 "${key}" 这一项` },
      });
  }
  return { rules, problems };
}

function unknownKeys(setting: unknown): readonly string[] {
  const isObject = typeof setting === 'object' && setting !== null && !Array.isArray(setting);
  return isObject ? Object.keys(setting).filter((key) => key !== 'severity') : [];
}

function readRuleSetting(value: unknown): RuleSetting | undefined {
  if (isSeverity(value)) return { severity: value };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { severity } = value as { readonly severity?: unknown };
  if (severity === undefined) return {};
  return isSeverity(severity) ? { severity } : undefined;
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return typeof value === 'string' && SEVERITIES.has(value);
}
