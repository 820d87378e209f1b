import {
  getNodePath,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { Message } from '../rules/rule.js';
import type { ReadProblem } from './problem.js';

/** A file's syntax tree, and what is wrong with its syntax. Offsets are UTF-16 units into the file. */
export interface JsonText {
  readonly root: Node | undefined;
  readonly problems: readonly ReadProblem[];
}

/**
 * Reads JSON with comments and trailing commas; never throws. Of several syntax errors only the first is named:
 * the others mostly follow from it. What stands before it is in the tree all the same.
 */
export function readJson(text: string): JsonText {
  const errors: ParseError[] = [];
  // A byte order mark is white space to us and an error to the parser; the offsets stay.
  const root = parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true });
  const problems = errors.slice(0, 1).map(({ error, offset, length }): ReadProblem => {
    const code = printParseErrorCode(error);
    return {
      severity: 'error',
      path: '',
      start: Math.min(offset, text.length),
      end: Math.min(offset + length, text.length),
      message: {
        en: `not valid JSON here (${code}): mend this first, the rest of the file may not be read`,
        'zh-cn': `此处不是有效的 JSON（${code}）：请先改正，否则其余内容可能无法读取`,
      },
    };
  });
  return { root, problems };
}

/** `officials[2].posts[0].from`: the path to a node, for people. */
export function pathOf(node: Node): string {
  return getNodePath(node)
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('');
}

/** A problem at a node: of an object or a list only its bracket is marked, not all that it holds. */
export function problemAt(node: Node, severity: ReadProblem['severity'], message: Message): ReadProblem {
  const isWhole = node.type === 'object' || node.type === 'array';
  return {
    severity,
    path: pathOf(node),
    start: node.offset,
    end: node.offset + (isWhole ? 1 : node.length),
    message,
  };
}

/** The value of a node as plain data. */
export function valueOf(node: Node): unknown {
  return getNodeValue(node) as unknown;
}

/** The node of a property of an object, or undefined. */
export function property(node: Node | undefined, key: string): Node | undefined {
  return node?.children?.find((child) => child.children?.[0]?.value === key)?.children?.[1];
}

/** Whether no error stands inside a node. */
export function isSound(node: Node, problems: readonly ReadProblem[]): boolean {
  return !problems.some(
    ({ severity, start }) =>
      severity === 'error' && start >= node.offset && start < node.offset + node.length,
  );
}
