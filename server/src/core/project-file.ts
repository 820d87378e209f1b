import {
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
  getNodeValue,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { Message } from './rules/rule.js';
import type { Span } from './text/span.js';
import { parseRuleSettings, type RuleSetting, type SettingProblem } from './settings.js';

/** The name of the project file; the nearest one upwards from a file wins. */
export const PROJECT_FILE = 'report-corpus.json';

/** What a `report-corpus.json` says, with defaults filled in. */
export interface Project {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly script: 'simplified' | 'traditional' | 'any';
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly protected: readonly string[];
  /** The officials file, a path relative to this file with `/`; undefined where the key is absent. */
  readonly officials: string | undefined;
  /** Lexicon files, relative to this file; of two entries with one headword the later file's wins. */
  readonly lexicons: readonly string[];
  readonly furniture: readonly string[];
  readonly encoding: string;
}

/** Something wrong in the file; UTF-16 offsets into it. */
export interface ProjectProblem extends Span {
  readonly message: Message;
}

export const defaultProject: Project = Object.freeze({
  include: ['**/*.txt'],
  exclude: ['**/node_modules/**', '**/.*/**', '**/{requirements*,LICENSE*,README*,robots}.txt'],
  script: 'any',
  rules: {},
  protected: [],
  officials: undefined,
  lexicons: [],
  furniture: [],
  encoding: 'utf-8',
});

/** The text of a new project file: the defaults, ready to edit. */
export function newProjectFile(): string {
  const { include, exclude } = defaultProject;
  return `${JSON.stringify({ version: 1, include, exclude, script: 'any', rules: {} }, null, 2)}\n`;
}

const KEYS = new Set([
  '$schema',
  'version',
  'include',
  'exclude',
  'script',
  'rules',
  'protected',
  'officials',
  'lexicons',
  'furniture',
  'encoding',
]);

/**
 * Reads a project file (JSON with comments). Never throws: a wrong key or value is reported with its place and
 * the rest still applies; a file that is no JSON at all gives the defaults and the first syntax error.
 */
export function parseProjectFile(
  text: string,
  ruleIds: ReadonlySet<string>,
): { readonly project: Project; readonly problems: readonly ProjectProblem[] } {
  const errors: ParseError[] = [];
  // A byte order mark is white space to us and an error to the parser; the offsets stay.
  const root = parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true });
  const problems: ProjectProblem[] = errors.slice(0, 1).map(({ error, offset, length }) => ({
    message: {
      en: `not valid JSON: ${printParseErrorCode(error)}`,
      'zh-cn': `不是有效的 JSON：${printParseErrorCode(error)}`,
    },
    start: offset,
    end: offset + length,
  }));
  if (root?.type !== 'object') {
    if (problems.length === 0)
      problems.push({
        message: {
          en: 'the project file must hold a JSON object',
          'zh-cn': '项目文件的内容应为一个 JSON 对象',
        },
        start: 0,
        end: 0,
      });
    return { project: defaultProject, problems };
  }
  const report = (path: readonly (string | number)[], message: Message): void => {
    const node = findNodeAtLocation(root, [...path]) ?? root;
    problems.push({ message, start: node.offset, end: node.offset + node.length });
  };
  for (const property of root.children ?? []) {
    const key: unknown = property.children?.[0]?.value;
    if (typeof key === 'string' && !KEYS.has(key))
      report([key], { en: `unknown key "${key}"`, 'zh-cn': `未知的键 "${key}"` });
  }
  const value = (key: string): unknown => {
    const node: Node | undefined = findNodeAtLocation(root, [key]);
    return node === undefined ? undefined : (getNodeValue(node) as unknown);
  };
  if (value('version') !== 1) report(['version'], { en: '"version" must be 1', 'zh-cn': '"version" 应为 1' });
  const strings = (
    key: 'include' | 'exclude' | 'protected' | 'lexicons' | 'furniture',
  ): readonly string[] => {
    const found = value(key);
    if (found === undefined) return defaultProject[key];
    if (Array.isArray(found) && found.every((entry) => typeof entry === 'string')) return found;
    report([key], { en: `"${key}" must be a list of strings`, 'zh-cn': `"${key}" 应为字符串列表` });
    return defaultProject[key];
  };
  const oneString = <T extends string | undefined>(key: string, fallback: T): string | T => {
    const found = value(key);
    if (found === undefined) return fallback;
    if (typeof found === 'string') return found;
    report([key], { en: `"${key}" must be a string`, 'zh-cn': `"${key}" 应为字符串` });
    return fallback;
  };
  /** Whether a path is one of the corpus: relative, with `/`, so that it works on every machine. */
  const isRelative = (path: string, at: readonly (string | number)[]): boolean => {
    if (path !== '' && !/^[/~]|^[A-Za-z]:|\\|^\w+:\/\//.test(path)) return true;
    report(at, {
      en: `"${path}" is no path relative to this file: write it like lexicons/local.json, with /`,
      'zh-cn': `"${path}" 不是相对于本文件的路径：请写成 lexicons/local.json 的形式，用 / 分隔`,
    });
    return false;
  };
  const relativePath = (key: 'officials'): string | undefined => {
    const path = oneString(key, undefined);
    return path === undefined || isRelative(path, [key]) ? path : undefined;
  };
  const relativePaths = (key: 'lexicons'): readonly string[] => {
    const paths = strings(key);
    return paths.filter((path, index) => {
      if (!isRelative(path, [key, index])) return false;
      const isFirst = paths.indexOf(path) === index;
      if (!isFirst)
        report([key, index], {
          en: `"${path}" stands in "${key}" already: delete one`,
          'zh-cn': `"${key}" 中已有 "${path}"：请删除一个`,
        });
      return isFirst;
    });
  };
  const script = oneString('script', 'any');
  if (script !== 'any' && script !== 'simplified' && script !== 'traditional') {
    report(['script'], {
      en: '"script" must be simplified, traditional or any',
      'zh-cn': '"script" 应为 simplified、traditional 或 any',
    });
  }
  const { rules, problems: ruleProblems } = parseRuleSettings(value('rules'), ruleIds);
  ruleProblems.forEach(({ path, message }: SettingProblem) => {
    report(path, message);
  });
  return {
    project: {
      include: strings('include'),
      exclude: strings('exclude'),
      script: script === 'simplified' || script === 'traditional' ? script : 'any',
      rules,
      protected: strings('protected'),
      officials: relativePath('officials'),
      lexicons: relativePaths('lexicons'),
      furniture: strings('furniture'),
      encoding: oneString('encoding', 'utf-8'),
    },
    problems,
  };
}
