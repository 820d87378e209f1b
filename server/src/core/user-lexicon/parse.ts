import type { Node } from 'jsonc-parser';
import schema from '../../../data/lexicon.schema.json' with { type: 'json' };
import type { LexiconSource } from '../features/hover.js';
import { checkSchema } from '../json-file/check-schema.js';
import { problemsWithoutText, type FileContent } from '../json-file/file-content.js';
import type { ReadProblem } from '../json-file/problem.js';
import { createSoundTest, problemAt, property, readJson, valueOf } from '../json-file/read-json.js';
import type { Schema } from '../json-file/schema.js';
import { simplifyCharacters } from '../script/characters.js';
import type { Span } from '../text/span.js';
import type { LexiconFile, LexiconPhrase, PostEntry } from './types.js';
import { expandVariants } from './variants.js';

const NOTHING = { phrases: [], posts: [], sources: {}, phrasePlaces: new Map<string, Span>() } as const;

/** Reads a lexicon file as it was found; nothing stands in one that gives no text. */
export function readLexiconFile(content: FileContent): LexiconFile {
  if (content.kind === 'text') return parseLexiconFile(content.text);
  return { ...NOTHING, problems: problemsWithoutText('lexicon', content) };
}

/**
 * Reads a lexicon file (JSON with comments), in the form of phrases.json and posts.json; both may stand in one file,
 * and of an entry only the words themselves are required. Never throws: each problem names its place and what to do;
 * entries with an error are left out, the others count.
 */
export function parseLexiconFile(text: string): LexiconFile {
  const { root, problems: syntax } = readJson(text);
  if (root === undefined) {
    return { ...NOTHING, problems: syntax.length > 0 ? syntax : [emptyFile()] };
  }
  const problems = [...syntax, ...checkSchema(root, schema as Schema)];
  const fitsSchema = createSoundTest(problems);
  const own: ReadProblem[] = [];
  const sourcesNode = property(root, 'sources');
  const sources = (sourcesNode === undefined ? {} : valueOf(sourcesNode)) as LexiconFile['sources'];
  const phrasePlaces = new Map<string, Span>();
  const read = <T extends LexiconPhrase | PostEntry>(
    list: string,
    key: 'phrase' | 'title',
    make: (node: Node) => T | undefined,
  ): T[] => {
    const known = new Set<string>();
    return (property(root, list)?.children ?? []).flatMap((node) => {
      const word = property(node, key);
      if (word === undefined || !fitsSchema(node)) return [];
      const found = [...checkHeadword(word), ...checkSource(node, sources)];
      const entry = make(node);
      const headword = entry === undefined ? '' : 'phrase' in entry ? entry.phrase : entry.title;
      if (entry === undefined) found.push(brokenVariants(word));
      else if (known.has(headword)) found.push(standsTwice(word, headword));
      known.add(headword);
      own.push(...found);
      if (entry === undefined || found.some(({ severity }) => severity === 'error')) return [];
      if (key === 'phrase')
        phrasePlaces.set(headword, { start: word.offset + 1, end: word.offset + word.length - 1 });
      return [entry];
    });
  };
  const phrases = read('phrases', 'phrase', readPhrase);
  const posts = read('posts', 'title', readPost);
  return {
    phrases,
    posts,
    sources,
    phrasePlaces,
    problems: [...problems, ...own].sort((a, b) => a.start - b.start),
  };
}

function readPhrase(node: Node): LexiconPhrase | undefined {
  const { phrase, variants, meaning, source, checked, ...rest } = valueOf(node) as Partial<LexiconPhrase>;
  const written = [phrase ?? '', ...(variants ?? [])].map((one) => expandVariants(simplifyCharacters(one)));
  if (written.includes(undefined)) return undefined;
  const [headword = '', ...others] = new Set(written.flatMap((forms) => forms ?? []));
  return {
    ...rest,
    phrase: headword,
    ...(others.length === 0 ? {} : { variants: others }),
    meaning: { zh: meaning?.zh ?? '', en: meaning?.en ?? '' },
    source: source ?? '',
    checked: checked ?? false,
  };
}

function readPost(node: Node): PostEntry {
  const { title = '', en = '', kind, source, checked, ...rest } = valueOf(node) as Partial<PostEntry>;
  return {
    ...rest,
    title: simplifyCharacters(title),
    en,
    kind: kind ?? 'post',
    source: source ?? '',
    checked: checked ?? false,
  };
}

function checkHeadword(node: Node): ReadProblem[] {
  const written = String(node.value);
  const simplified = simplifyCharacters(written);
  if (simplified === written) return [];
  return [
    problemAt(node, 'warning', {
      en: `write the word in Simplified, ${simplified}: it is found in both scripts`,
      'zh-cn': `请写成简体“${simplified}”：简繁均可识别`,
    }),
  ];
}

function checkSource(entry: Node, sources: Readonly<Record<string, LexiconSource>>): ReadProblem[] {
  const node = property(entry, 'source');
  const key = String(node?.value);
  const checked = property(entry, 'checked');
  if (node !== undefined && !(key in sources)) {
    return [
      problemAt(node, 'error', {
        en: `there is no source "${key}": add it under "sources" or name one that stands there`,
        'zh-cn': `没有名为 "${key}" 的出处：请在 "sources" 中补上，或改用已有的出处`,
      }),
    ];
  }
  if (checked?.value !== true || (node !== undefined && sources[key]?.url !== undefined)) return [];
  return [
    problemAt(checked, 'warning', {
      en: '"checked" says that somebody has read the source: name a source with a "url", or write false',
      'zh-cn': '"checked" 表示已核对出处：请注明带 "url" 的出处，或改为 false',
    }),
  ];
}

function brokenVariants(node: Node): ReadProblem {
  return problemAt(node, 'error', {
    en: 'the alternatives do not work out: in 内防扩散|反弹 what follows | replaces as many characters at the end, so it is shorter than the phrase; write {扩散|反弹} for alternatives elsewhere or of another length, and two phrases as two entries',
    'zh-cn':
      '可互换部分的写法有误：在 内防扩散|反弹 中，| 后的字替换结尾的同样多个字，因此须短于整条提法；其他位置或字数不同的写作 {扩散|反弹}，两条不同的提法请分写两条',
  });
}

function standsTwice(node: Node, headword: string): ReadProblem {
  return problemAt(node, 'error', {
    en: `${headword} stands in the file already: join the two entries`,
    'zh-cn': `文件中已有“${headword}”：请合并两条`,
  });
}

function emptyFile(): ReadProblem {
  return {
    severity: 'error',
    path: '',
    start: 0,
    end: 0,
    message: {
      en: 'the file is empty: begin with { "version": 1, "phrases": [] }',
      'zh-cn': '文件为空：请以 { "version": 1, "phrases": [] } 开头',
    },
  };
}
