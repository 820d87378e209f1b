import { describe, expect, it } from 'vitest';
import { defaultProject, newProjectFile, parseProjectFile } from '../../server/src/core/project-file.js';
import { ruleIds, rules } from '../../server/src/core/rules/index.js';
import { defaultSettings } from '../../server/src/core/settings.js';
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
    Record<string, { readonly properties?: Readonly<Record<string, { readonly default?: string }>> }>
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

describe('the project file', () => {
  const schema = readJson('server/data/report-corpus.schema.json') as Schema;
  it('has the keys of its schema', () => {
    const known = [...Object.keys(defaultProject), '$schema', 'version'];
    expect(Object.keys(schema.properties).sort()).toEqual(known.sort());
    for (const key of Object.keys(schema.properties)) {
      const { problems } = parseProjectFile(`{ "version": 1, "${key}": null }`, ruleIds);
      expect(problems.map(({ message }) => message.en).join()).not.toContain('unknown key');
    }
  });
  it('has the rules that there are, with their severities', () => {
    const listed = schema.properties.rules?.properties ?? {};
    expect(Object.keys(listed).sort()).toEqual([...ruleIds].sort());
    for (const { id, severity } of rules) expect(listed[id]?.default ?? severity).toBe(severity);
  });
  it('begins as its schema allows', () => {
    const keysOfNew = Object.keys(JSON.parse(newProjectFile()) as object);
    for (const key of keysOfNew) expect(Object.keys(schema.properties)).toContain(key);
  });
});
