import { describe, expect, it } from 'vitest';
import { readMarked } from './testing/marked-text.js';
import { defaultProject, newProjectFile, parseProjectFile } from './project-file.js';

/** The problems of a file, each with the words it stands on. */
function problems(text: string): string[] {
  return parseProjectFile(text).problems.map(
    ({ message, start, end }) => `${text.slice(start, end)} ← ${message.en}`,
  );
}
const project = (text: string): ReturnType<typeof parseProjectFile>['project'] =>
  parseProjectFile(text).project;

describe('parseProjectFile', () => {
  it('reads everything, comments and trailing commas included', () => {
    const { project: read, problems: found } = parseProjectFile(
      `// corpus
      {
        "$schema": "./report-corpus.schema.json",
        "version": 1, "include": ["news/**/*.txt"], "exclude": [], "script": "simplified",
        "rules": { "mixed-script": "off", "pinyin-residue": { "severity": "error" }, "missing-headline": {} }, /* more */
        "protected": ["后里"], "officials": "officials.json", "lexicons": ["a.json"], "furniture": ["f.json"],
        "encoding": "gb18030",
      }`,
    );
    expect(found).toEqual([]);
    expect(read).toEqual({
      include: ['news/**/*.txt'],
      exclude: [],
      script: 'simplified',
      rules: {
        'mixed-script': { severity: 'off' },
        'pinyin-residue': { severity: 'error' },
        'missing-headline': {},
      },
      protected: ['后里'],
      officials: 'officials.json',
      lexicons: ['a.json'],
      furniture: ['f.json'],
      encoding: 'gb18030',
    });
  });
  it('fills in defaults', () => {
    expect(parseProjectFile('{ "version": 1 }')).toEqual({ project: defaultProject, problems: [] });
    expect(defaultProject.include).toEqual(['**/*.txt']);
  });
  it('takes a byte order mark for nothing', () => {
    expect(problems('\ufeff{ "version": 1 }')).toEqual([]);
  });
  it('accepts the file that "initialise" writes', () => {
    expect(parseProjectFile(newProjectFile())).toEqual({ project: defaultProject, problems: [] });
  });
});

describe('a broken file', () => {
  it.each([
    '',
    '   ',
    'nonsense',
    '[]',
    '[["include", ["x"]]]',
    '"text"',
    'null',
    '{',
    '{ "version": 1, "script": ',
    '{ version: 1 }',
    '{"a" "b"}',
  ])('%j gives problems and a project', (text) => {
    const { project: read, problems: found } = parseProjectFile(text);
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

describe('a file with too many levels', () => {
  it.each(['[', '{"a":', '{"rules":['])('of %j has one problem, and the defaults', (level) => {
    const text = level.repeat(200_000);
    const { project: read, problems: found } = parseProjectFile(text);
    expect(read).toEqual(defaultProject);
    expect(found.map(({ message }) => message.en)).toEqual([
      expect.stringMatching(/inside each other, so nothing in this file is read/),
    ]);
  });
  it('may have brackets in its texts and comments', () => {
    const brackets = '[{'.repeat(200);
    expect(
      problems(`{ "version": 1, /* ${brackets} */ "furniture": ["${brackets}\\"${brackets}"] }`),
    ).toEqual([]);
  });
});

describe('a wrong key or value is reported at its place and the rest still applies', () => {
  it.each([
    [
      'unknown key',
      '{ "version": 1, ⟦"scirpt"⟧: "simplified" }',
      /unknown key "scirpt"; did you mean "script"/,
    ],
    ['script', '{ "version": 1, "script": ⟦"both"⟧ }', /any, simplified, traditional/],
    ['script of another type', '{ "version": 1, "script": ⟦1⟧ }', /script/],
    ['include', '{ "version": 1, "include": ⟦"*.txt"⟧ }', /must be a list/],
    ['one entry of include', '{ "version": 1, "include": ["*.txt", ⟦1⟧] }', /must be a text/],
    ['an empty pattern', '{ "version": 1, "include": [⟦""⟧] }', /at least 1 character/],
    ['an empty pattern', '{ "version": 1, "exclude": [⟦""⟧] }', /at least 1 character/],
    ['a group in a pattern', '{ "version": 1, "exclude": ["a", ⟦"+(*)x"⟧] }', /\{a,b\}/],
    ['rule', '{ "version": 1, "rules": { ⟦"no-such"⟧: "off" } }', /unknown key "no-such"/],
    [
      'severity',
      '{ "version": 1, "rules": { "mixed-script": ⟦"loud"⟧ } }',
      /off, hint, information, warning, error/,
    ],
    [
      'a number for a rule',
      '{ "version": 1, "rules": { "mixed-script": ⟦1⟧ } }',
      /a text in .* or an object/,
    ],
    [
      'severity in an object',
      '{ "version": 1, "rules": { "mixed-script": { "severity": ⟦"of"⟧ } } }',
      /did you mean "off"/,
    ],
    [
      'a key of a rule',
      '{ "version": 1, "rules": { "mixed-script": { ⟦"severty"⟧: "off" } } }',
      /did you mean "severity"/,
    ],
    ['rules', '{ "version": 1, "rules": ⟦"off"⟧ }', /rules/],
    ['version', '{ "version": ⟦2⟧ }', /version/],
    ['encoding', '{ "version": 1, "encoding": ⟦"utf8"⟧ }', /did you mean "utf-8"/],
    ['officials', '{ "version": 1, "officials": ⟦[⟧"officials.json"] }', /must be a text/],
    ['an absolute path', '{ "version": 1, "officials": ⟦"/data/officials.json"⟧ }', /relative to this file/],
    [
      'a Windows path',
      '{ "version": 1, "lexicons": ["a.json", ⟦"words\\\\b.json"⟧] }',
      /relative to this file/,
    ],
    ['an address', '{ "version": 1, "lexicons": [⟦"https://a/b.json"⟧] }', /relative to this file/],
    ['an empty path', '{ "version": 1, "officials": ⟦""⟧ }', /relative to this file/],
    ['a lexicon named twice', '{ "version": 1, "lexicons": ["a.json", ⟦"a.json"⟧] }', /already: delete it/],
    [
      'a key that stands twice',
      '{ "version": 1, "script": "any", ⟦"script"⟧: "simplified" }',
      /stands twice/,
    ],
  ])('%s', (_, marked, message) => {
    const { text, spans } = readMarked(marked);
    const found = parseProjectFile(text).problems;
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
  it.each([
    ...['/a', './a', '../a', 'a/', 'a//b', 'a/../b', 'a\\b', '!drafts/**'],
    ...['+(*)x', '**/+(a|*a)z', '!(a)', '?(a|b)', '{1..9}.txt'],
  ])('a pattern like %j', (pattern) => {
    const text = JSON.stringify({ version: 1, include: ['a.txt', pattern] });
    expect(problems(text)).toEqual([expect.stringMatching(/does not fit; write a path below this file/)]);
    expect(project(text).include).toEqual(['a.txt']);
  });
  it.each(['*.txt', '**/*', '.a/b', '要闻(2020)/*(1).txt', 'a!.txt', '{a,b/c}', '[!a]*', 'a..b'])(
    'not a pattern like %j',
    (pattern) => {
      expect(problems(JSON.stringify({ version: 1, exclude: [pattern] }))).toEqual([]);
    },
  );
  it('patterns that are too long together', () => {
    const many = Array.from({ length: 5000 }, (_, i) => `f${String(i)}`);
    const text = JSON.stringify({ version: 1, include: many });
    expect(problems(text)[0]).toMatch(
      /^"f\d+" ← the patterns of one list may have 16384 characters together/,
    );
    expect(project(text).include.length).toBeLessThan(5000);
    expect(project(text).include[0]).toBe('f0');
  });
  it('the other patterns stay; without a good one no file is included', () => {
    expect(project('{ "version": 1, "include": ["a/*.txt", 1, "!(x)", "b.txt"] }').include).toEqual([
      'a/*.txt',
      'b.txt',
    ]);
    expect(project('{ "version": 1, "include": [""], "exclude": [""] }')).toMatchObject({
      include: [],
      exclude: [],
    });
  });
  it('the other rules stay', () => {
    const rules = `{ "mixed-script": 1, "no-such": "off", "__proto__": "off", "html-markup": { "severity": "off", "x": 1 },
      "missing-headline": { "severity": "loud" } }`;
    expect(project(`{ "version": 1, "rules": ${rules} }`).rules).toEqual({
      'html-markup': { severity: 'off' },
    });
  });
  it('of a key that stands twice the last counts', () => {
    expect(project('{ "version": 1, "script": "any", "script": "simplified" }').script).toBe('simplified');
  });
  it('the rest', () => {
    expect(project('{ "version": 1, "oops": 1, "script": "traditional", "include": 5 }')).toMatchObject({
      script: 'traditional',
      include: defaultProject.include,
    });
  });
});
