import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { service } from '../../server/src/core/testing/service.js';
import { hasShared, inRoot, readJson, ROOT, SHARED } from './support/paths.js';

interface Source {
  readonly title: string;
  readonly url?: string;
  readonly document?: string;
}
interface Entry {
  readonly source: string;
  readonly checked?: boolean;
}
type Data = Readonly<Record<string, readonly Entry[]>> & {
  readonly sources: Readonly<Record<string, Source>>;
};

const LISTS = {
  'phrases.json': 'phrases',
  'posts.json': 'posts',
  'landmarks.json': 'landmarks',
  'furniture.json': 'lines',
} as const;

describe.each(Object.entries(LISTS))('server/data/%s', (file, list) => {
  const data = readJson('server/data', file) as Data;
  const entries = data[list] ?? [];
  const label = (entry: Entry): string => JSON.stringify(entry).slice(0, 80);

  it('has a source for every entry', () => {
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) expect(data.sources[entry.source], label(entry)).toBeDefined();
  });
  it('has an address or a document for every source, and no source that nothing names', () => {
    const used = new Set(entries.map(({ source }) => source));
    for (const [id, source] of Object.entries(data.sources)) {
      expect((source.url === undefined) !== (source.document === undefined), id).toBe(true);
      expect(used, id).toContain(id);
      if (source.url !== undefined) expect(URL.canParse(source.url), source.url).toBe(true);
    }
  });
  it('calls checked what has an address, and nothing else', () => {
    // Furniture patterns are observations of our own; nobody could check them elsewhere.
    const claims = entries.filter(({ checked }) => checked !== undefined);
    expect(claims).toHaveLength(list === 'lines' ? 0 : entries.length);
    for (const entry of claims)
      expect(entry.checked, label(entry)).toBe(data.sources[entry.source]?.url !== undefined);
  });
});

describe('the lexicons', () => {
  const { phrases } = readJson('server/data/phrases.json') as { phrases: readonly { phrase: string }[] };
  const { posts } = readJson('server/data/posts.json') as {
    posts: readonly { title: string; traditional: string }[];
  };
  const { lines } = readJson('server/data/furniture.json') as {
    lines: readonly { kind: string; pattern: string; example: string }[];
  };

  it('write headwords in Simplified', () => {
    for (const word of [...phrases.map(({ phrase }) => phrase), ...posts.map(({ title }) => title)]) {
      expect(service.parse(word).script.traditional, word).toBe(0);
    }
  });
  it('find every phrase by its own headword', () => {
    for (const { phrase } of phrases) {
      expect(
        service.parse(`要做到“${phrase}”。`).phrases.map((found) => found.phrase),
        phrase,
      ).toContain(phrase);
    }
  });
  it('write posts in Traditional as their Simplified title converts', () => {
    for (const { title, traditional } of posts) {
      const { shadow } = service.parse(traditional);
      expect(shadow.text, traditional).toBe(title);
    }
  });
  it.each(lines.map((line) => [line.pattern, line] as const))(
    'furniture %s matches its example, and a report that begins with it shows it',
    (pattern, { example }) => {
      expect(new RegExp(`^(?:${pattern})$`).test(example)).toBe(true);
      const [first] = service.parse(
        `${example}\n清溪市召开会议\n昨日,市委召开会议,研究部署有关工作。\n`,
      ).zones;
      expect(first?.kind).toMatch(/^(?:furniture|metadata)$/);
    },
  );
  // What looks alike and stops as a sentence does is text.
  it.each(
    lines.filter(({ kind }) => kind !== 'caption').map(({ pattern, example }) => [pattern, example] as const),
  )('furniture %s does not match a sentence that begins with its example', (_, example) => {
    const lead = '昨日,市委召开会议,研究部署有关工作。';
    const sentence = `${example}要由全市各级各部门认真落实。`;
    const last = '会议强调,要压实责任、排查隐患,确保群众生命财产安全。';
    const report = service.parse(`清溪市召开会议\n${lead}\n${sentence}\n${last}\n`);
    expect(report.zones.map(({ kind }) => kind)).not.toContain('furniture');
  });
});

describe('han-tables.json', () => {
  it('is what its generator makes of the dictionaries', () => {
    const { status, stderr } = spawnSync(process.execPath, ['.scripts/generate-han-tables.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
  it('has the sets that were measured', (context) => {
    context.skip(!hasShared, 'the measured sets are not on this machine');
    const measured = JSON.parse(readFileSync(path.join(SHARED, 'corpus/script-sets.json'), 'utf8')) as Record<
      string,
      string
    >;
    const ours = readJson('server/data/han-tables.json') as Record<string, string>;
    for (const key of ['simplifiedOnly', 'traditionalOnly']) {
      expect([...(ours[key] ?? '')].sort()).toEqual([...(measured[key] ?? '')].sort());
    }
  });
  it('maps one unit to one unit', () => {
    const { simplify } = readJson('server/data/han-tables.json') as {
      simplify: { from: string; to: string };
    };
    expect(simplify.from).toHaveLength(simplify.to.length);
    expect(simplify.from + simplify.to).not.toMatch(/[\ud800-\udfff]/);
    expect(inRoot('server/data')).not.toBe('');
  });
});
