import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BARE, CLEAN, createCommandLine } from '../../server/src/cli/testing/run.js';
import { defaultProject, newProjectFile, parseProjectFile } from '../../server/src/core/project-file.js';
import { ruleIds, rules } from '../../server/src/core/rules/index.js';
import { defaultSettings } from '../../server/src/core/settings.js';
import { SOURCES } from '../../server/src/platform/node/files/recode.js';
import { createTranscoder } from '../../server/src/platform/node/transcoder.js';
import { filesBelow, inRoot, read, readJson } from './support/paths.js';

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly default?: unknown; readonly enum?: readonly string[] }>
      >;
    };
    readonly commands: readonly { readonly command: string }[];
  };
}
interface Schema {
  readonly properties: Readonly<
    Record<
      string,
      {
        readonly properties?: Readonly<Record<string, { readonly default?: string }>>;
        readonly default?: unknown;
        readonly enum?: readonly string[];
      }
    >
  >;
}

const manifest = readJson('package.json') as Manifest;
const contributed = manifest.contributes.configuration.properties;
const keys = Object.keys(contributed).map((key) => key.replace(/^reportCorpus\./, ''));
const sources = (folder: string): string =>
  filesBelow(inRoot(folder))
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
    .map((name) => read(folder, name))
    .join('\n');

describe("VS Code's settings", () => {
  it('are all of ours', () => {
    for (const key of Object.keys(contributed)) expect(key).toMatch(/^reportCorpus\./);
  });
  it('are read where they say so: every one that the server reads is contributed', () => {
    const code = read('server/src/lsp/settings.ts');
    const read1 = [...code.matchAll(/\beditor\.(\w+)/g), ...code.matchAll(/section\(\w+\)\)\.(\w+)/g)].map(
      ([, key]) => key,
    );
    expect(read1.length).toBeGreaterThan(3);
    for (const key of read1) expect(keys.map((name) => name.split('.')[0])).toContain(key);
  });
  it('are read by somebody, each', () => {
    const code = sources('server/src/lsp') + sources('client/src');
    // The language client reads trace.server by itself.
    for (const key of keys.filter((name) => name !== 'trace.server')) {
      const [first = '', last] = key.split('.');
      const wanted =
        last === undefined
          ? [new RegExp(`(?:editor\\.${first}\\b|'${first}')`)]
          : [new RegExp(`(?:'${key}'|section\\(\\w+\\)\\)\\.${first}\\b[^]{0,200}\\b${last}\\b)`)];
      for (const pattern of wanted) expect(code, key).toMatch(pattern);
    }
  });
  it('that the client reads are contributed', () => {
    const asked = [...sources('client/src').matchAll(/\.get(?:<[^>]*>)?\(\s*'([\w.]+)'\s*,/g)].map(
      ([, key]) => key ?? '',
    );
    const ours = asked.filter((key) => keys.some((name) => name.split('.')[0] === key.split('.')[0]));
    for (const key of ours) expect(keys).toContain(key);
  });
  it('have the defaults of the core', () => {
    expect(contributed['reportCorpus.script']?.default).toBe(defaultSettings.script);
    expect(contributed['reportCorpus.rules']?.default).toEqual(defaultSettings.rules);
    expect(contributed['reportCorpus.protected']?.default).toEqual(defaultSettings.protected);
    expect(contributed['reportCorpus.language']?.enum).toEqual(['auto', 'zh-cn', 'en']);
  });
});

/**
 * What each key of the project file changes: the command, what else stands in the folder, and what its output, or
 * the report after it, then says. With a value as good as none (`idle`) it must not say so.
 */
interface Effect {
  readonly value: unknown;
  readonly idle?: unknown;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly command: readonly string[];
  readonly says: RegExp;
}
const OWN_PHRASE = { version: 1, phrases: [{ phrase: '三清两洁', meaning: { zh: '要求', en: 'demand' } }] };
const OFFICIALS = { version: 1, officials: [{ name: '何书田', posts: [{ post: '市长', place: '松岭市' }] }] };
const EFFECTS: Readonly<Record<string, Effect>> = {
  include: { value: ['b.text'], files: { 'b.text': BARE }, command: ['check', '.'], says: /b\.text:1:1/ },
  exclude: {
    value: ['b.txt'],
    idle: ['x'],
    files: { 'b.txt': BARE },
    command: ['check', '.'],
    says: /^1 file checked/,
  },
  script: { value: 'traditional', command: ['check', 'a.txt'], says: /unexpected-script/ },
  rules: {
    value: { 'missing-date-line': 'error' },
    files: { 'a.txt': BARE },
    command: ['check', 'a.txt'],
    says: /error missing-date-line/,
  },
  protected: {
    value: ['会议'],
    command: ['convert', '--to', 'traditional', 'a.txt'],
    says: /会议/,
  },
  officials: {
    value: 'people.json',
    files: { 'people.json': JSON.stringify(OFFICIALS), 'a.txt': CLEAN.replace('会议指出', '市长何书天指出') },
    command: ['check', '--fail-on', 'hint', 'a.txt'],
    says: /何书田/,
  },
  lexicons: {
    value: ['own.json'],
    files: { 'own.json': JSON.stringify(OWN_PHRASE), 'a.txt': CLEAN.replace('各项措施', '三清两洁') },
    command: ['phrases', '--format', 'json', 'a.txt'],
    says: /"三清两洁"/,
  },
  furniture: {
    value: ['某某网版权所有'],
    files: { 'a.txt': `${CLEAN}某某网版权所有\n` },
    command: ['check', '--fail-on', 'hint', '--format', 'json', 'a.txt'],
    says: /page-furniture/,
  },
  encoding: {
    value: 'big5',
    files: { 'a.txt': createTranscoder().encode('榛狉', 'big5') },
    command: ['recode', '--to', 'utf-8', 'a.txt'],
    says: /recoded from Big5/,
  },
};

describe('the project file', () => {
  const schema = readJson('server/data/report-corpus.schema.json') as Schema;
  const keysOfProject = Object.keys(schema.properties).filter((key) => !['$schema', 'version'].includes(key));
  it('has the keys of its schema, and each is tested to have an effect', () => {
    expect(Object.keys(defaultProject).sort()).toEqual([...keysOfProject].sort());
    expect(Object.keys(EFFECTS).sort()).toEqual([...keysOfProject].sort());
  });
  it.each(Object.entries(EFFECTS))('%s', async (key, { value, idle, files = {}, command, says }) => {
    const run = async (content: object): Promise<string> => {
      const line = createCommandLine();
      line.write('a.txt', CLEAN);
      for (const [name, text] of Object.entries(files)) line.write(name, text);
      line.write('report-corpus.json', JSON.stringify({ version: 1, ...content }));
      const { out, err } = await line.run(...command);
      expect(err).not.toContain('report-corpus.json');
      return out + readFileSync(line.path('a.txt'), 'utf8');
    };
    expect(await run({ [key]: value })).toMatch(says);
    expect(await run(idle === undefined ? {} : { [key]: idle })).not.toMatch(says);
  });
  it('has the defaults that its schema states', () => {
    for (const [key, value] of Object.entries(defaultProject))
      if (schema.properties[key]?.default !== undefined)
        expect(schema.properties[key].default, key).toEqual(value);
  });
  it('has the encodings that files are recoded from', () => {
    expect(schema.properties.encoding?.enum).toEqual(['utf-8', ...SOURCES]);
  });
  it('has the rules that there are, with their severities', () => {
    const listed = schema.properties.rules?.properties ?? {};
    expect(Object.keys(listed).sort()).toEqual([...ruleIds].sort());
    for (const { id, severity } of rules) expect(listed[id]?.default ?? severity).toBe(severity);
  });
  it('begins as its schema allows', () => {
    expect(parseProjectFile(newProjectFile()).problems).toEqual([]);
  });
});
