import { describe, expect, it } from 'vitest';
import { checkSchema } from '../../server/src/core/json-file/check-schema.js';
import { readJson } from '../../server/src/core/json-file/read-json.js';
import { KEYWORDS, SILENT_KEYWORDS, type Schema } from '../../server/src/core/json-file/schema.js';
import { ORGAN_WORDS, parsePost } from '../../server/src/core/lexicon/composed-posts/index.js';
import { service } from '../../server/src/core/testing/service.js';
import { parseLexiconFile } from '../../server/src/core/user-lexicon/index.js';
import { read, readJson as readData } from './support/paths.js';

interface Phrase {
  readonly phrase: string;
  readonly traditional: string;
  readonly parts?: readonly string[];
  readonly variants?: readonly string[];
  readonly firstUse?: { readonly date: string };
  readonly source: string;
  readonly checked: boolean;
}
interface Post {
  readonly title: string;
  readonly kind: string;
  readonly organ: string;
  readonly rank: string;
  readonly checked: boolean;
}
interface Places {
  readonly current: readonly { readonly name: string; readonly divisions: readonly string[] }[];
  readonly former: readonly { readonly name: string; readonly divisions: readonly string[] }[];
}

const { phrases, sources: phraseSources } = readData('server/data/phrases.json') as {
  phrases: readonly Phrase[];
  sources: Record<string, unknown>;
};
const { posts } = readData('server/data/posts.json') as { posts: readonly Post[] };
const places = readData('server/data/places.json') as Places;
const byUnits = (words: readonly string[]): string[] =>
  [...words].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
const fold = (written: string): string => written.replace(/[、,，“”\s]/g, '');

/** Every keyword of a schema with where it stands; names of properties are no keywords. */
function keywords(schema: unknown, path = ''): string[] {
  if (Array.isArray(schema)) return schema.flatMap((one, i) => keywords(one, `${path}/${i}`));
  if (typeof schema !== 'object' || schema === null) return [];
  const named = /\/(?:properties|definitions)$/.test(path);
  return Object.entries(schema).flatMap(([key, value]) => {
    const inner = key === 'remedy' && !named ? [] : keywords(value, `${path}/${key}`);
    return named ? inner : [key, ...inner];
  });
}

describe('the schemas', () => {
  it.each(['report-corpus', 'officials', 'lexicon', 'places', 'word-borders'])(
    '%s.schema.json uses only what our own check obeys',
    (name) => {
      const used = new Set(keywords(readData('server/data', `${name}.schema.json`)));
      expect(used.size).toBeGreaterThan(5);
      expect([...used].filter((word) => !KEYWORDS.has(word) && !SILENT_KEYWORDS.has(word))).toEqual([]);
    },
  );
  it.each(['report-corpus', 'officials', 'lexicon'])(
    '%s.schema.json says what to do where a text does not fit',
    (name) => {
      const visit = (schema: unknown): void => {
        if (typeof schema !== 'object' || schema === null) return;
        const { pattern, remedy } = schema as Schema;
        if (typeof pattern === 'string') {
          expect(remedy?.en, pattern).toBeTruthy();
          expect(remedy?.['zh-cn'], pattern).toMatch(/[\u4e00-\u9fff]/);
        }
        Object.values(schema).forEach(visit);
      };
      visit(readData('server/data', `${name}.schema.json`));
    },
  );
  it.each(['phrases', 'posts', 'places', 'word-borders'])('%s.json fits its schema', (name) => {
    const { root, problems } = readJson(read('server/data', `${name}.json`));
    expect(problems).toEqual([]);
    const schema = readData('server/data', `${name}.schema.json`) as Schema;
    expect(root === undefined ? ['no JSON'] : checkSchema(root, schema)).toEqual([]);
  });
  it('a user may take the built-in files as they are, but for their place', () => {
    const own = read('server/data/phrases.json').replace('./phrases.schema.json', './lexicon.schema.json');
    const { problems, phrases: taken } = parseLexiconFile(own);
    expect(problems).toEqual([]);
    expect(taken).toHaveLength(phrases.length);
    expect(parseLexiconFile(read('server/data/posts.json')).problems).toEqual([]);
  });
});

describe('phrases.json', () => {
  it('has at least 250 phrases, sorted, none twice', () => {
    const words = phrases.map(({ phrase }) => phrase);
    expect(words.length).toBeGreaterThanOrEqual(250);
    expect(words).toEqual(byUnits(words));
    expect(new Set(words.map(fold)).size).toBe(words.length);
  });
  it('gives no wording to two phrases', () => {
    const owners = new Map<string, string>();
    for (const { phrase, variants = [] } of phrases) {
      for (const written of [phrase, ...variants]) {
        expect(owners.get(fold(written)) ?? phrase, written).toBe(phrase);
        owners.set(fold(written), phrase);
      }
    }
  });
  it('has the Traditional form of each, which reads as the phrase itself', () => {
    for (const { phrase, traditional } of phrases)
      expect(service.parse(traditional).shadow.text, traditional).toBe(phrase);
  });
  it('finds every wording under its headword', () => {
    for (const { phrase, traditional, variants = [] } of phrases) {
      for (const written of [phrase, traditional, ...variants]) {
        const quoted = written.includes('“') ? written : `“${written}”`;
        const found = service.parse(`要做到${quoted}。`).phrases;
        expect(
          found.map((mention) => mention.phrase),
          written,
        ).toContain(phrase);
      }
    }
  });
  it('finds no phrase to be a slip of another', () => {
    for (const { phrase, variants = [] } of phrases) {
      for (const written of [phrase, ...variants])
        expect(service.parse(`要做到${written}。`).nearPhrases, written).toEqual([]);
    }
  });
  it('counts its parts right where the name gives the number', () => {
    const digits = '一二三四五六七八九十';
    const bare = phrases.filter(
      ({ phrase, parts }) => parts !== undefined && /^[二三四五六七八九]个[^、，]+$/.test(phrase),
    );
    expect(bare.length).toBeGreaterThan(15);
    for (const { phrase, parts = [] } of bare)
      expect(parts, phrase).toHaveLength(digits.indexOf(phrase[0] ?? '') + 1);
  });
  it('has first uses that are no younger than the data', () => {
    const dated = phrases.filter(({ firstUse }) => firstUse !== undefined);
    expect(dated.length).toBeGreaterThan(phrases.length / 2);
    for (const { phrase, firstUse } of dated) {
      expect(Number(firstUse?.date.slice(0, 4)), phrase).toBeGreaterThan(1920);
      expect(Number(firstUse?.date.slice(0, 4)), phrase).toBeLessThan(2027);
    }
  });
  it('has its sources sorted by key', () => {
    expect(Object.keys(phraseSources)).toEqual(byUnits(Object.keys(phraseSources)));
  });
  it('has the counts that SOURCES.md states', () => {
    const checked = phrases.filter((entry) => entry.checked).length;
    const dated = phrases.filter(({ firstUse }) => firstUse !== undefined).length;
    const text = read('server/data/SOURCES.md');
    expect(
      text.includes(`| \`phrases.json\` | ${phrases.length} | ${checked} | ${phrases.length - checked} |`),
    ).toBe(true);
    expect(text.includes(`${phrases.length - dated} phrases have no first use`)).toBe(true);
  });
});

describe('posts.json', () => {
  it('has at least 250 titles, sorted, none twice', () => {
    const titles = posts.map(({ title }) => title);
    expect(titles.length).toBeGreaterThanOrEqual(250);
    expect(titles).toEqual(byUnits(titles));
    expect(new Set(titles).size).toBe(titles.length);
  });
  it('covers every kind of body and every rank', () => {
    expect(new Set(posts.map(({ organ }) => organ)).size).toBe(16);
    for (const region of ['taiwan', 'hongkong', 'macau'])
      expect(posts.filter(({ organ }) => organ === region).length, region).toBeGreaterThanOrEqual(5);
    expect(new Set(posts.map(({ rank }) => rank))).toEqual(new Set(['head', 'deputy', 'member', 'staff']));
  });
  it('has only titles that a composed title can end with', () => {
    for (const { title } of posts) expect(parsePost(title).at(-1)?.title, title).toBeDefined();
  });
  it('has the counts that SOURCES.md states', () => {
    const checked = posts.filter((entry) => entry.checked).length;
    expect(
      read('server/data/SOURCES.md').includes(
        `| \`posts.json\` | ${posts.length} | ${checked} | ${posts.length - checked} |`,
      ),
    ).toBe(true);
  });
  it('has bodies, each once, whose Traditional form reads as their word', () => {
    expect(new Set(ORGAN_WORDS.map(({ word }) => word)).size).toBe(ORGAN_WORDS.length);
    for (const { word, traditional } of ORGAN_WORDS)
      expect(service.parse(traditional).shadow.text, traditional).toBe(word);
  });
});

describe('places.json', () => {
  const lines = places.current.map(({ name, divisions }) => ({
    name,
    rows: divisions.map((row) => row.split(' ')),
  }));
  const mainland = lines.filter(({ name }) => !/^(?:台湾|香港|澳门)/.test(name));
  const prefectures = (list: typeof lines): string[] =>
    list.flatMap(({ rows }) => rows.flatMap(([head = '']) => (head === '-' ? [] : [head])));

  it('has the official numbers of divisions: 34, 333, and counties of the mainland', () => {
    expect(lines).toHaveLength(34);
    expect(prefectures(mainland)).toHaveLength(333);
    // 2,843 at county level on 30 June 2023, of which the two of 三沙市 have no name of the usual form.
    expect(mainland.flatMap(({ rows }) => rows.flatMap((row) => row.slice(1)))).toHaveLength(2841);
  });
  it('names nothing twice inside one division', () => {
    for (const { name, rows } of lines) {
      expect(new Set(rows.map(([head]) => head)).size, name).toBe(rows.length);
      for (const row of rows) expect(new Set(row).size, row.join(' ')).toBe(row.length);
    }
  });
  it('ends every name with a word that says what it is', () => {
    const all = [...places.current, ...places.former].flatMap(({ divisions }) =>
      divisions.flatMap((row) => row.split(' ')),
    );
    for (const name of all.filter((one) => one !== '-')) expect(name).toMatch(/[省市区县州盟旗镇乡]$/);
  });
  it('has as former only what is not there today', () => {
    for (const { name, divisions } of places.former) {
      const today = new Set(
        places.current
          .find((province) => province.name === name)
          ?.divisions.flatMap((row) => {
            const [head = '', ...counties] = row.split(' ');
            return counties.map((county) => `${head} ${county}`);
          }),
      );
      for (const row of divisions) {
        const [head = '', ...counties] = row.split(' ');
        for (const county of counties) expect(today, `${name} ${head}`).not.toContain(`${head} ${county}`);
      }
    }
  });
  it('is written in Simplified', () => {
    expect(service.parse(JSON.stringify(places.current)).script.traditional).toBe(0);
  });
});
