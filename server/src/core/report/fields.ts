import { CharacterClass } from '../script/characters.js';
import { Clue, type ClueSource } from './clues.js';
import type { ShadowLine } from './shadow-lines.js';

/** What a label in a metadata line announces. `other` labels (views, font size) end the value before them. */
export type FieldKind = 'date' | 'source' | 'publisher' | 'author' | 'editor' | 'other';

/** A labelled field of one line; offsets are into the folded line. */
export interface Field {
  readonly kind: FieldKind;
  readonly label: string;
  readonly labelStart: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** Labels that stand before a colon or a vertical bar. Longer ones first within a kind. */
const LABELS: readonly { readonly kind: FieldKind; readonly words: string }[] = [
  {
    kind: 'date',
    words:
      '发布时间|发布日期|发稿时间|发稿日期|发表时间|发表日期|文章日期|发文日期|成文日期|生成日期|更新时间|更新日期|录入时间|上传时间|添加时间|上版日期|刊登时间|张贴日期|刊发时间|刊登日期|日期|时间',
  },
  {
    kind: 'source',
    words: '信息来源|文章来源|稿件来源|新闻来源|消息来源|资料来源|内容来源|稿源|转载自|转自|摘自|来源|出处',
  },
  { kind: 'publisher', words: '发布机构|发布机关|发布单位|发稿单位|主办单位|主办|承办|供稿单位|供稿' },
  {
    kind: 'editor',
    words:
      '责任编辑|本条编辑|本期编辑|本版编辑|值班编辑|网络编辑|新媒体编辑|实习编辑|编辑|责编|编审|审核|终审|初审|复审|一审|二审|三审|校对|责任校对|监制|审校|审签|值班主任|总值班',
  },
  {
    kind: 'author',
    words:
      '文字记者|本报记者|本网记者|全媒体记者|融媒体记者|融媒记者|摄影记者|首席记者|见习记者|实习记者|特约记者|记者|作者|撰稿|撰文|通讯员|摄影|摄像|文/图|图/文|文图|图文|供图',
  },
  {
    kind: 'other',
    words:
      '图片来源|照片来源|视频来源|字号|字体|浏览次数|浏览量|浏览|点击量|点击数|点击率|点击|阅读量|阅读次数|阅读数|阅读|访问量|人气|打印|分享到|分享|关闭|评论数|评论|收藏|体裁分类|主题分类|索引号|文号|名称|管理维护|技术支持|文字|语音播报',
  },
];
/** Labels that need no colon: a space, a bracket or the value itself may follow. */
const BARE: readonly { readonly kind: FieldKind; readonly words: string }[] = [
  { kind: 'date', words: '发表于|发布于|刊发于' },
  { kind: 'source', words: '来源于' },
  {
    kind: 'author',
    words:
      '(?:新?客户端|全媒体|融媒体?|本报|本网|本台|首席|见习|实习|特约|文字|摄影)?(?:记者|通讯员)(?!站|节|会|招待会)|实习生',
  },
  { kind: 'other', words: '字号|字体|浏览次数|分享到' },
];

const BARE_GROUPS = BARE.map((_, i) => `bare${String(i)}`);
const kindOf = new Map<string, FieldKind>();
for (const { kind, words } of LABELS) for (const word of words.split('|')) kindOf.set(word, kind);
const labelled = LABELS.flatMap(({ words }) => words.split('|')).sort((a, b) => b.length - a.length);
const pattern = new RegExp(
  `(?<labelled>${labelled.join('|')}|(?<![\\u4e00-\\u9fff])[文图])\\s?[:|丨]|(?<brace>[【\\[(])\\s*(?:字号|字体|打印|关闭)|(?<=^|[\\s\\d()【】〔〈\\[\\],、]|[\\u4e00-\\u9fff])(?:${BARE.map(
    ({ words }, i) => `(?<bare${String(i)}>${words})`,
  ).join('|')})`,
  'g',
);

/** How the words begin that need no colon, and those of `[字号` with the bracket left off. */
export const labelClues: ClueSource = {
  clue: Clue.label,
  pairs: '表于 布于 发于 源于 记者 通讯 实习 字号 字体 浏览 分享 打印 关闭'.split(' '),
};

/** The labelled fields of a line, in order; each value runs to the next label or the line's end. */
export function scanFields({ folded: line, classes, clues }: ShadowLine): readonly Field[] {
  // Nearly no headline holds anything that a label is made with.
  if ((classes & CharacterClass.colon) === 0 && (clues & Clue.label) === 0) return NONE;
  const found: { kind: FieldKind; label: string; labelStart: number; valueStart: number }[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) {
    const groups = match.groups ?? {};
    const label = groups.labelled ?? match[0];
    const bare = BARE_GROUPS.findIndex((name) => groups[name] !== undefined);
    const kind =
      bare >= 0
        ? (BARE[bare]?.kind ?? 'other')
        : (kindOf.get(label) ?? (label === '文' || label === '图' ? 'author' : 'other'));
    found.push({ kind, label, labelStart: match.index, valueStart: match.index + match[0].length });
  }
  return found.map(({ kind, label, labelStart, valueStart }, i) => {
    const valueEnd = found[i + 1]?.labelStart ?? line.length;
    return { kind, label, labelStart, valueStart, valueEnd };
  });
}

const NONE: readonly Field[] = [];
