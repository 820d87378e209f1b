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
  const problems: ReadProblem[] = [];
  check(root, schema, schema, problems);
  return problems;
}

const TYPES: Readonly<Record<NonNullable<Schema['type']>, Message>> = {
  object: { en: 'an object { … }', 'zh-cn': '对象 { … }' },
  array: { en: 'a list [ … ]', 'zh-cn': '列表 [ … ]' },
  string: { en: 'a text in double quotation marks', 'zh-cn': '用双引号括起的文字' },
  number: { en: 'a number', 'zh-cn': '数字' },
  boolean: { en: 'true or false', 'zh-cn': 'true 或 false' },
};

function check(node: Node, given: Schema, whole: Schema, problems: ReadProblem[]): void {
  const schema = resolve(given, whole);
  const report = (message: Message, at = node, severity: ReadProblem['severity'] = 'error'): void => {
    problems.push(problemAt(at, severity, message));
  };
  const name = nameOf(node);
  if (schema.type !== undefined && node.type !== schema.type) {
    const { en, 'zh-cn': zh } = TYPES[schema.type];
    report({ en: `${name.en} must be ${en}`, 'zh-cn': `${name['zh-cn']} 应为${zh}` });
    return;
  }
  if (schema.const !== undefined && valueOf(node) !== schema.const) {
    const right = JSON.stringify(schema.const);
    report({ en: `${name.en} must be ${right}`, 'zh-cn': `${name['zh-cn']} 应为 ${right}` });
  }
  if (node.type === 'string') checkText(node, schema, report);
  if (node.type === 'object') checkObject(node, schema, whole, problems, report);
  if (node.type === 'array') checkList(node, schema, whole, problems, report);
  if (schema.oneOf !== undefined) checkChoice(node, schema.oneOf, whole, report);
}

type Report = (message: Message, at?: Node, severity?: ReadProblem['severity']) => void;

function checkText(node: Node, schema: Schema, report: Report): void {
  const value = String(node.value);
  const name = nameOf(node);
  if (schema.enum !== undefined && !schema.enum.includes(value)) {
    const near = nearest(value, schema.enum);
    const list = schema.enum.join(', ');
    report({
      en: `${name.en} must be one of ${list}${near === undefined ? '' : `; did you mean "${near}"?`}`,
      'zh-cn': `${name['zh-cn']} 应为 ${list} 之一${near === undefined ? '' : `；是否应为 "${near}"？`}`,
    });
  }
  if (schema.minLength !== undefined && value.length < schema.minLength) {
    const least = schema.minLength;
    report({
      en: `${name.en} needs at least ${least} character${least === 1 ? '' : 's'}: write it out or delete the key`,
      'zh-cn': `${name['zh-cn']} 至少要有 ${least} 个字符：请写明，或删除这个键`,
    });
  } else if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value)) {
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

function checkObject(
  node: Node,
  schema: Schema,
  whole: Schema,
  problems: ReadProblem[],
  report: Report,
): void {
  const known = Object.keys(schema.properties ?? {});
  const seen = new Set<string>();
  for (const child of node.children ?? []) {
    const [keyNode, value] = child.children ?? [];
    if (keyNode === undefined) continue;
    const key = String(keyNode.value);
    if (seen.has(key))
      report(
        {
          en: `"${key}" stands twice; only the last counts: delete one`,
          'zh-cn': `"${key}" 重复；只有最后一个有效：请删除一个`,
        },
        keyNode,
      );
    seen.add(key);
    if (schema.propertyNames?.pattern !== undefined && !new RegExp(schema.propertyNames.pattern).test(key)) {
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
      if (value !== undefined) check(value, inner, whole, problems);
    } else if (schema.additionalProperties === false) {
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
      check(value, schema.additionalProperties, whole, problems);
    }
  }
  for (const key of schema.required ?? []) {
    if (!seen.has(key))
      report({ en: `"${key}" is missing here: add it`, 'zh-cn': `此处缺少 "${key}"：请补上` });
  }
}

function checkList(node: Node, schema: Schema, whole: Schema, problems: ReadProblem[], report: Report): void {
  const items = node.children ?? [];
  const name = nameOf(node);
  if (schema.minItems !== undefined && items.length < schema.minItems) {
    const least = schema.minItems;
    report({
      en: `${name.en} needs at least ${least} ${least === 1 ? 'entry' : 'entries'}: add or delete the key`,
      'zh-cn': `${name['zh-cn']} 至少要有 ${least} 项：请补足，或删除这个键`,
    });
  }
  const seen = new Set<string>();
  for (const item of items) {
    if (schema.items !== undefined) check(item, schema.items, whole, problems);
    if (schema.uniqueItems !== true) continue;
    const written = JSON.stringify(valueOf(item));
    if (seen.has(written))
      report({ en: 'this stands in the list already: delete it', 'zh-cn': '列表中已有此项：请删除' }, item);
    seen.add(written);
  }
}

/** `oneOf` stands in our schemas only for "exactly one of these keys". */
function checkChoice(node: Node, choices: readonly Schema[], whole: Schema, report: Report): void {
  const fitting = choices.filter((choice) => {
    const found: ReadProblem[] = [];
    check(node, choice, whole, found);
    return found.length === 0;
  });
  if (fitting.length === 1) return;
  const keys = choices.flatMap(({ required }) => required ?? []).map((key) => `"${key}"`);
  report({
    en: `needs exactly one of ${keys.join(', ')}`,
    'zh-cn': `${keys.join('、')} 须有且只有一个`,
  });
}

function resolve(schema: Schema, whole: Schema): Schema {
  const name = schema.$ref?.replace(/^#\/definitions\//, '');
  return name === undefined ? schema : (whole.definitions?.[name] ?? {});
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
