import type { Node } from 'jsonc-parser';
import type { Message } from '../rules/rule.js';
import type { ReadProblem } from './problem.js';
import { problemAt, valueOf } from './read-json.js';
import type { Schema } from './schema.js';

/**
 * Checks a syntax tree against a schema and says at every place what to do. An unknown key is a warning (the rest
 * of its object is good), everything else an error.
 *
 * Only what {@link Schema} declares is obeyed; the contract tests see to it that our schemas use nothing else.
 */
export function checkSchema(root: Node, schema: Schema): ReadProblem[] {
  const check: Check = { whole: schema, problems: [], patterns: new Map() };
  checkNode(root, schema, check);
  return check.problems;
}

/** What one run over a file keeps: a file may hold a hundred thousand entries, so nothing is made twice. */
interface Check {
  readonly whole: Schema;
  readonly problems: ReadProblem[];
  /** Patterns of the schema, each compiled once. */
  readonly patterns: Map<string, RegExp>;
}

function fits(text: string, pattern: string, { patterns }: Check): boolean {
  const known = patterns.get(pattern) ?? new RegExp(pattern);
  patterns.set(pattern, known);
  return known.test(text);
}

const TYPES: Readonly<Record<NonNullable<Schema['type']>, Message>> = {
  object: { en: 'an object { … }', 'zh-cn': '对象 { … }' },
  array: { en: 'a list [ … ]', 'zh-cn': '列表 [ … ]' },
  string: { en: 'a text in double quotation marks', 'zh-cn': '用双引号括起的文字' },
  number: { en: 'a number', 'zh-cn': '数字' },
  boolean: { en: 'true or false', 'zh-cn': 'true 或 false' },
};

function checkNode(node: Node, given: Schema, check: Check): void {
  const schema = resolve(given, check.whole);
  const report = (message: Message, at = node, severity: ReadProblem['severity'] = 'error'): void => {
    check.problems.push(problemAt(at, severity, message));
  };
  if (schema.type !== undefined && node.type !== schema.type) {
    const name = nameOf(node);
    const { en, 'zh-cn': zh } = TYPES[schema.type];
    report({ en: `${name.en} must be ${en}`, 'zh-cn': `${name['zh-cn']} 应为${zh}` });
    return;
  }
  if (schema.const !== undefined && valueOf(node) !== schema.const) {
    const name = nameOf(node);
    const right = JSON.stringify(schema.const);
    report({ en: `${name.en} must be ${right}`, 'zh-cn': `${name['zh-cn']} 应为 ${right}` });
  }
  if (node.type === 'string') checkText(node, schema, check, report);
  if (node.type === 'object') checkObject(node, schema, check, report);
  if (node.type === 'array') checkList(node, schema, check, report);
  if (schema.oneOf !== undefined) checkChoice(node, schema.oneOf, check, report);
  if (schema.anyOf !== undefined) checkTypes(node, schema.anyOf, check, report);
}

type Report = (message: Message, at?: Node, severity?: ReadProblem['severity']) => void;

function checkText(node: Node, schema: Schema, check: Check, report: Report): void {
  const value = String(node.value);
  if (schema.enum !== undefined && !schema.enum.includes(value)) {
    const name = nameOf(node);
    const near = nearest(value, schema.enum);
    const list = schema.enum.join(', ');
    report({
      en: `${name.en} must be one of ${list}${near === undefined ? '' : `; did you mean "${near}"?`}`,
      'zh-cn': `${name['zh-cn']} 应为 ${list} 之一${near === undefined ? '' : `；是否应为 "${near}"？`}`,
    });
  }
  if (schema.minLength !== undefined && value.length < schema.minLength) {
    const name = nameOf(node);
    const least = schema.minLength;
    report({
      en: `${name.en} needs at least ${least} character${least === 1 ? '' : 's'}: write it out or delete the key`,
      'zh-cn': `${name['zh-cn']} 至少要有 ${least} 个字符：请写明，或删除这个键`,
    });
  } else if (schema.pattern !== undefined && !fits(value, schema.pattern, check)) {
    const name = nameOf(node);
    const { en, 'zh-cn': zh } = schema.remedy ?? {
      en: `write it so that it fits ${schema.pattern}`,
      'zh-cn': `应符合 ${schema.pattern}`,
    };
    report({
      en: `${name.en}: "${value}" does not fit; ${en}`,
      'zh-cn': `${name['zh-cn']}：“${value}”不符合要求；${zh}`,
    });
  }
}

function checkObject(node: Node, schema: Schema, check: Check, report: Report): void {
  const seen: string[] = [];
  for (const child of node.children ?? []) {
    const [keyNode, value] = child.children ?? [];
    if (keyNode === undefined) continue;
    const key = String(keyNode.value);
    if (seen.includes(key))
      report(
        {
          en: `"${key}" stands twice; only the last counts: delete one`,
          'zh-cn': `"${key}" 重复；只有最后一个有效：请删除一个`,
        },
        keyNode,
      );
    seen.push(key);
    if (schema.propertyNames?.pattern !== undefined && !fits(key, schema.propertyNames.pattern, check)) {
      const { en, 'zh-cn': zh } = schema.propertyNames.remedy ?? {
        en: `use ${schema.propertyNames.pattern}`,
        'zh-cn': `应符合 ${schema.propertyNames.pattern}`,
      };
      report(
        { en: `the key "${key}" does not fit; ${en}`, 'zh-cn': `键 "${key}" 不符合要求；${zh}` },
        keyNode,
      );
    }
    const inner = schema.properties?.[key];
    if (inner !== undefined) {
      if (value !== undefined) checkNode(value, inner, check);
    } else if (schema.additionalProperties === false) {
      const known = Object.keys(schema.properties ?? {});
      const near = nearest(key, known);
      report(
        {
          en: `unknown key "${key}"${near === undefined ? `; known are ${known.join(', ')}` : `; did you mean "${near}"?`}`,
          'zh-cn': `未知的键 "${key}"${near === undefined ? `；可用的键：${known.join('、')}` : `；是否应为 "${near}"？`}`,
        },
        keyNode,
        'warning',
      );
    } else if (typeof schema.additionalProperties === 'object' && value !== undefined) {
      checkNode(value, schema.additionalProperties, check);
    }
  }
  for (const key of schema.required ?? []) {
    if (!seen.includes(key))
      report({ en: `"${key}" is missing here: add it`, 'zh-cn': `此处缺少 "${key}"：请补上` });
  }
}

function checkList(node: Node, schema: Schema, check: Check, report: Report): void {
  const items = node.children ?? [];
  if (schema.minItems !== undefined && items.length < schema.minItems) {
    const name = nameOf(node);
    const least = schema.minItems;
    report({
      en: `${name.en} needs at least ${least} ${least === 1 ? 'entry' : 'entries'}: add or delete the key`,
      'zh-cn': `${name['zh-cn']} 至少要有 ${least} 项：请补足，或删除这个键`,
    });
  }
  const seen = new Set<string>();
  for (const item of items) {
    if (schema.items !== undefined) checkNode(item, schema.items, check);
    if (schema.uniqueItems !== true) continue;
    const written = JSON.stringify(valueOf(item));
    if (seen.has(written))
      report({ en: 'this stands in the list already: delete it', 'zh-cn': '列表中已有此项：请删除' }, item);
    seen.add(written);
  }
}

/** `oneOf` stands in our schemas only for "exactly one of these keys". */
function checkChoice(node: Node, choices: readonly Schema[], check: Check, report: Report): void {
  const fitting = choices.filter((choice) => {
    const tried: Check = { ...check, problems: [] };
    checkNode(node, choice, tried);
    return tried.problems.length === 0;
  });
  if (fitting.length === 1) return;
  const keys = choices.flatMap(({ required }) => required ?? []).map((key) => `"${key}"`);
  report({
    en: `needs exactly one of ${keys.join(', ')}`,
    'zh-cn': `${keys.join('、')} 须有且只有一个`,
  });
}

/** `anyOf` stands in our schemas only for alternatives of different types: the one of the value's type counts. */
function checkTypes(node: Node, alternatives: readonly Schema[], check: Check, report: Report): void {
  const resolved = alternatives.map((one) => resolve(one, check.whole));
  const fitting = resolved.find(({ type }) => type === node.type);
  if (fitting !== undefined) {
    checkNode(node, fitting, check);
    return;
  }
  const name = nameOf(node);
  const types = resolved.flatMap(({ type }) => (type === undefined ? [] : [TYPES[type]]));
  report({
    en: `${name.en} must be ${types.map(({ en }) => en).join(' or ')}`,
    'zh-cn': `${name['zh-cn']} 应为${types.map((type) => type['zh-cn']).join('或')}`,
  });
}

function resolve(schema: Schema, whole: Schema): Schema {
  const { $ref } = schema;
  return $ref === undefined ? schema : (whole.definitions?.[$ref.slice('#/definitions/'.length)] ?? {});
}

/** What a message calls a value: its key, or its place in the list. */
function nameOf(node: Node): Message {
  const key: unknown = node.parent?.type === 'property' ? node.parent.children?.[0]?.value : undefined;
  if (typeof key === 'string') return { en: `"${key}"`, 'zh-cn': `"${key}"` };
  return node.parent === undefined
    ? { en: 'the file', 'zh-cn': '文件内容' }
    : { en: 'this entry', 'zh-cn': '此项' };
}

/** The known word that differs by at most two letters, for "did you mean". */
function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.min(2, Math.floor(word.length / 2));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of known) {
    const distance = editDistance(word, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Levenshtein's distance, row by row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
