import { describe, expect, it } from 'vitest';
import { readMarked } from './testing/marked-text.js';
import { defaultProject, newProjectFile, parseProjectFile } from './project-file.js';

const IDS = new Set(['pinyin-residue', 'mixed-script']);
/** The problems of a file, each with the words it stands on. */
function problems(text: string): string[] {
  return parseProjectFile(text, IDS).problems.map(
    ({ message, start, end }) => `${text.slice(start, end)} ← ${message.en}`,
  );
}
const project = (text: string): ReturnType<typeof parseProjectFile>['project'] =>
  parseProjectFile(text, IDS).project;

describe('parseProjectFile', () => {
  it('reads everything, comments and trailing commas included', () => {
    const { project: read, problems: found } = parseProjectFile(
      `// corpus
      {
        "$schema": "./report-corpus.schema.json",
        "version": 1, "include": ["news/**/*.txt"], "exclude": [], "script": "simplified",
        "rules": { "mixed-script": "off", "pinyin-residue": { "severity": "error", "least": 3 } }, /* more */
        "protected": ["后里"], "officials": "officials.json", "lexicons": ["a.json"], "furniture": ["f.json"],
        "encoding": "gb18030",
      }`,
      IDS,
    );
    expect(found).toEqual([]);
    expect(read).toEqual({
      include: ['news/**/*.txt'],
      exclude: [],
      script: 'simplified',
      rules: {
        'mixed-script': { severity: 'off' },
        'pinyin-residue': { severity: 'error', options: { least: 3 } },
      },
      protected: ['后里'],
      officials: 'officials.json',
      lexicons: ['a.json'],
      furniture: ['f.json'],
      encoding: 'gb18030',
    });
  });
  it('fills in defaults', () => {
    expect(parseProjectFile('{ "version": 1 }', IDS)).toEqual({ project: defaultProject, problems: [] });
    expect(defaultProject.include).toEqual(['**/*.txt']);
  });
  it('takes a byte order mark for nothing', () => {
    expect(problems('\ufeff{ "version": 1 }')).toEqual([]);
  });
  it('accepts the file that "initialise" writes', () => {
    expect(parseProjectFile(newProjectFile(), IDS)).toEqual({ project: defaultProject, problems: [] });
  });
});

describe('a broken file', () => {
  it.each([
    '',
    '   ',
    'nonsense',
    '[]',
    '"text"',
    'null',
    '{',
    '{ "version": 1, "script": ',
    '{ version: 1 }',
    '{"a" "b"}',
  ])('%j gives problems and a project', (text) => {
    const { project: read, problems: found } = parseProjectFile(text, IDS);
    expect(found.length).toBeGreaterThan(0);
    for (const { start, end } of found) expect(0 <= start && start <= end && end <= text.length).toBe(true);
    expect(read.include).toEqual(defaultProject.include);
  });
  it('still applies what stands before the break', () => {
    expect(project('{ "version": 1, "script": "simplified", "rules": ').script).toBe('simplified');
  });
  it('names one syntax error, not all that follow from it', () => {
    expect(
      problems('{ "version": 1 "script": "any" }').filter((problem) => problem.includes('not valid JSON')),
    ).toHaveLength(1);
  });
});

describe('a wrong key or value is reported at its place and the rest still applies', () => {
  it.each([
    ['unknown key', '{ "version": 1, "scirpt": ⟦"simplified"⟧ }', /unknown key "scirpt"/],
    ['script', '{ "version": 1, "script": ⟦"both"⟧ }', /simplified, traditional or any/],
    ['script of another type', '{ "version": 1, "script": ⟦1⟧ }', /script/],
    ['include', '{ "version": 1, "include": ⟦"*.txt"⟧ }', /list of strings/],
    ['one entry of include', '{ "version": 1, "include": ⟦["*.txt", 1]⟧ }', /list of strings/],
    ['rule', '{ "version": 1, "rules": { "no-such": ⟦"off"⟧ } }', /no rule "no-such"/],
    [
      'severity',
      '{ "version": 1, "rules": { "mixed-script": ⟦"loud"⟧ } }',
      /off, hint, information, warning or error/,
    ],
    ['rules', '{ "version": 1, "rules": ⟦"off"⟧ }', /rules/],
    ['version', '{ "version": ⟦2⟧ }', /version/],
    ['encoding', '{ "version": 1, "encoding": ⟦[]⟧ }', /string/],
    ['officials', '{ "version": 1, "officials": ⟦["officials.json"]⟧ }', /string/],
    ['an absolute path', '{ "version": 1, "officials": ⟦"/data/officials.json"⟧ }', /relative to this file/],
    [
      'a Windows path',
      '{ "version": 1, "lexicons": ["a.json", ⟦"words\\\\b.json"⟧] }',
      /relative to this file/,
    ],
    ['an empty path', '{ "version": 1, "officials": ⟦""⟧ }', /relative to this file/],
    ['a lexicon named twice', '{ "version": 1, "lexicons": ["a.json", ⟦"a.json"⟧] }', /already: delete one/],
  ])('%s', (_, marked, message) => {
    const { text, spans } = readMarked(marked);
    const found = parseProjectFile(text, IDS).problems;
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(spans[0] ?? {});
    expect(found[0]?.message.en).toMatch(message);
    expect(found[0]?.message['zh-cn']).toMatch(/[\u4e00-\u9fff]/);
  });
  it('a missing version', () => {
    expect(problems('{}')).toHaveLength(1);
  });
  it('the other lexicons stay', () => {
    expect(
      project('{ "version": 1, "lexicons": ["a.json", "C:/b.json", "../c.json", "a.json"] }').lexicons,
    ).toEqual(['a.json', '../c.json']);
    expect(project('{ "version": 1, "officials": "~/o.json" }').officials).toBeUndefined();
  });
  it('the rest', () => {
    expect(project('{ "version": 1, "oops": 1, "script": "traditional", "include": 5 }')).toMatchObject({
      script: 'traditional',
      include: defaultProject.include,
    });
  });
});
