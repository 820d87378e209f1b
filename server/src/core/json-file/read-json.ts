import {
  createScanner,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { Message } from '../rules/rule.js';
import type { ReadProblem } from './problem.js';

/** What is wrong where the parser stops, by its codes. */
const EXPECTED: Readonly<Record<string, Message>> = {
  PropertyNameExpected: {
    en: 'a key in double quotes is expected',
    'zh-cn': '此处应为双引号中的键',
  },
  ValueExpected: { en: 'a value is expected', 'zh-cn': '此处应为值' },
  ColonExpected: {
    en: 'a colon is expected behind the key',
    'zh-cn': '键后应有冒号',
  },
  CommaExpected: {
    en: 'a comma is missing in front of this',
    'zh-cn': '此处之前缺少逗号',
  },
  CloseBraceExpected: { en: 'a closing } is missing', 'zh-cn': '缺少右花括号 }' },
  CloseBracketExpected: { en: 'a closing ] is missing', 'zh-cn': '缺少右方括号 ]' },
  EndOfFileExpected: {
    en: 'the file should end in front of this',
    'zh-cn': '文件应在此处之前结束',
  },
  UnexpectedEndOfComment: { en: 'the comment does not end', 'zh-cn': '注释没有结束' },
  UnexpectedEndOfString: {
    en: 'the string lacks its closing quote',
    'zh-cn': '字符串缺少后引号',
  },
};
/** The scanner's words for what is no JSON at all: symbols, numbers, escapes, control characters. */
const OTHER: Message = { en: 'this is no part of JSON', 'zh-cn': '这不属于 JSON' };

/** A file's syntax tree, and what is wrong with its syntax. Offsets are UTF-16 units into the file. */
export interface JsonText {
  readonly root: Node | undefined;
  readonly problems: readonly ReadProblem[];
}

/** Levels of objects and lists in a file. Ours have five; the parser and all that walk the tree recurse. */
const MOST_LEVELS = 100;

/**
 * Reads JSON with comments and trailing commas; never throws. Of several syntax errors only the first is named:
 * the others mostly follow from it. What stands before it is in the tree all the same; of a file with too many levels
 * there is no tree.
 */
export function readJson(given: string): JsonText {
  const errors: ParseError[] = [];
  // A byte order mark is white space to us and an error to the parser; the offsets stay.
  const text = given.replace(/^\ufeff/, ' ');
  const tooDeep = findTooDeep(text);
  if (tooDeep !== undefined) return { root: undefined, problems: [tooDeep] };
  const root = parseTree(text, errors, { allowTrailingComma: true });
  // Of what is no JSON at all the parser says so first, and what it had expected there next.
  const expected = errors.slice(0, 2).map(({ error }) => EXPECTED[printParseErrorCode(error)]);
  const wrong = expected.find((message) => message !== undefined) ?? OTHER;
  const problems = errors.slice(0, 1).map(({ offset, length }): ReadProblem => {
    return {
      severity: 'error',
      path: '',
      start: Math.min(offset, text.length),
      end: Math.min(offset + length, text.length),
      message: {
        en: `not valid JSON here: ${wrong.en}; mend this first, the rest of the file may not be read`,
        'zh-cn': `此处不是有效的 JSON：${wrong['zh-cn']}；请先改正，否则其余内容可能无法读取`,
      },
    };
  });
  return { root, problems };
}

/** The bracket that opens one level too many. */
function findTooDeep(text: string): ReadProblem | undefined {
  const scanner = createScanner(text, true);
  let levels = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const sign = text[start];
    if (sign === ']' || sign === '}') levels--;
    else if ((sign === '[' || sign === '{') && ++levels > MOST_LEVELS)
      return {
        severity: 'error',
        path: '',
        start,
        end: start + 1,
        message: {
          en: `more than ${MOST_LEVELS} objects and lists inside each other, so nothing in this file is read: delete some`,
          'zh-cn': `对象和列表的嵌套超过 ${MOST_LEVELS} 层：此文件的内容均未读取；请减少嵌套`,
        },
      };
  }
  return undefined;
}

/** `officials[2].posts[0].from`: the path to a node, for people. */
function pathOf(node: Node): string {
  const steps: string[] = [];
  for (let at: Node | undefined = node; at !== undefined; at = at.parent) {
    if (at.type === 'property') steps.unshift(`.${String(at.children?.[0]?.value)}`);
    else if (at.parent?.type === 'array') steps.unshift(`[${indexIn(at.parent, at)}]`);
  }
  return steps.join('').replace(/^\./, '');
}

/** Items ascend by offset: a list of a hundred thousand is not searched from its beginning. */
function indexIn({ children = [] }: Node, { offset }: Node): number {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((children[middle]?.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
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

/** The node of a property of an object, or undefined; of a key that stands twice the last counts, as in its value. */
export function property(node: Node | undefined, key: string): Node | undefined {
  if (node?.type !== 'object') return undefined;
  return node.children?.findLast((child) => child.children?.[0]?.value === key)?.children?.[1];
}

/** A test whether no error stands inside a node; it costs as little with a hundred thousand problems as with one. */
export function createSoundTest(problems: readonly ReadProblem[]): (node: Node) => boolean {
  const starts = problems
    .filter(({ severity }) => severity === 'error')
    .map(({ start }) => start)
    .sort((a, b) => a - b);
  return ({ offset, length }) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return (starts[low] ?? Infinity) >= offset + length;
  };
}
