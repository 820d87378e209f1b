import type { Message } from '../rules/rule.js';
import type { ReadProblem } from './problem.js';

/** A file of the user's as it was found: its text without a byte order mark, or why there is none. */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  /** A folder or a device. */
  | { readonly kind: 'no-file' }
  /** No UTF-8. A text with U+FFFD in it is never made of it. */
  | { readonly kind: 'undecodable' }
  /** `code` is the system's word for what went wrong (`EACCES`). */
  | { readonly kind: 'unreadable'; readonly code: string };

export function textOf(content: FileContent): string | undefined {
  return content.kind === 'text' ? content.text : undefined;
}

/** Whether two readings of a file came to the same. */
export function isSameContent(a: FileContent, b: FileContent): boolean {
  if (a.kind === 'unreadable' && b.kind === 'unreadable') return a.code === b.code;
  return a.kind === b.kind && textOf(a) === textOf(b);
}

/** What a file is there for. */
type Role = 'project' | 'officials' | 'lexicon';

interface Words {
  readonly name: Message;
  /** What is done without it. */
  readonly without: Message;
  /** How to come by one; undefined where none is needed. */
  readonly make: Message | undefined;
  /** What may be mended in its stead. */
  readonly otherwise: Message;
}

const NOTHING: Message = { en: '', 'zh-cn': '' };

const ROLES: Readonly<Record<Role, Words>> = {
  project: {
    name: { en: 'project file', 'zh-cn': '项目文件' },
    without: { en: ', so the defaults apply', 'zh-cn': '，改用默认设置' },
    make: undefined,
    otherwise: NOTHING,
  },
  officials: {
    name: { en: 'officials file', 'zh-cn': '官员名单' },
    without: NOTHING,
    make: { en: 'collect the officials to make it', 'zh-cn': '请收集官员以生成该文件' },
    otherwise: {
      en: ', or correct "officials" in the project file',
      'zh-cn': '，或改正项目文件中的 "officials"',
    },
  },
  lexicon: {
    name: { en: 'lexicon file', 'zh-cn': '词表' },
    without: NOTHING,
    make: { en: 'write it', 'zh-cn': '请创建该文件' },
    otherwise: {
      en: ', or correct "lexicons" in the project file',
      'zh-cn': '，或改正项目文件中的 "lexicons"',
    },
  },
};

/** What is wrong with a file that gives no text, for the file as a whole. One that is missing was named somewhere. */
export function problemsWithoutText(
  role: Role,
  content: Exclude<FileContent, { readonly kind: 'text' }>,
): readonly ReadProblem[] {
  const message = messageOf(ROLES[role], content);
  return message === undefined ? [] : [{ severity: 'error', path: '', start: 0, end: 0, message }];
}

function messageOf(
  { name, without, make, otherwise }: Words,
  content: Exclude<FileContent, { readonly kind: 'text' }>,
): Message | undefined {
  switch (content.kind) {
    case 'missing':
      return (
        make && {
          en: `the project file names this ${name.en}, but it is not there; ${make.en}${otherwise.en}`,
          'zh-cn': `项目文件列有此${name['zh-cn']}，但文件不存在；${make['zh-cn']}${otherwise['zh-cn']}`,
        }
      );
    case 'no-file':
      return {
        en: `the ${name.en} is a folder or a device${without.en}; put a file in its place${otherwise.en}`,
        'zh-cn': `${name['zh-cn']}是文件夹或设备${without['zh-cn']}；请换成文件${otherwise['zh-cn']}`,
      };
    case 'undecodable':
      return {
        en: `the ${name.en} is not UTF-8${without.en}; save it as UTF-8`,
        'zh-cn': `${name['zh-cn']}不是 UTF-8${without['zh-cn']}；请存为 UTF-8`,
      };
    case 'unreadable':
      return {
        en: `the ${name.en} cannot be read (${content.code})${without.en}; make it readable${otherwise.en}`,
        'zh-cn': `${name['zh-cn']}无法读取（${content.code}）${without['zh-cn']}；请使其可读${otherwise['zh-cn']}`,
      };
  }
}
