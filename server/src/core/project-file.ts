import type { Node } from 'jsonc-parser';
import schema from '../../data/report-corpus.schema.json' with { type: 'json' };
import { checkSchema } from './json-file/check-schema.js';
import { problemsWithoutText, type FileContent } from './json-file/file-content.js';
import type { ReadProblem } from './json-file/problem.js';
import { createSoundTest, problemAt, property, readJson, valueOf } from './json-file/read-json.js';
import type { Schema } from './json-file/schema.js';
import { compileGlobs } from './project-globs.js';
import type { RuleSetting } from './settings.js';

/** The name of the project file; the nearest one upwards from a file wins. */
export const PROJECT_FILE = 'report-corpus.json';

/** What a `report-corpus.json` says, with defaults filled in. */
export interface Project {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly script: 'simplified' | 'traditional' | 'any';
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly protected: readonly string[];
  /** The officials file, a path relative to this file with `/`; undefined where the key is absent. */
  readonly officials: string | undefined;
  /** Lexicon files, relative to this file; of two entries with one headword the later file's wins. */
  readonly lexicons: readonly string[];
  readonly furniture: readonly string[];
  /** What a recoding takes files for that are not UTF-8 and look like nothing in particular; `utf-8`: it asks. */
  readonly encoding: ProjectEncoding;
}

export type ProjectEncoding = 'utf-8' | 'gb18030' | 'gbk' | 'big5' | 'big5-hkscs' | 'utf-16le' | 'utf-16be';

export const defaultProject: Project = Object.freeze({
  include: ['**/*.txt'],
  exclude: ['**/node_modules/**', '**/.*/**', '**/{requirements*,LICENSE*,README*,robots}.txt'],
  script: 'any',
  rules: {},
  protected: [],
  officials: undefined,
  lexicons: [],
  furniture: [],
  encoding: 'utf-8',
});

/** The text of a new project file: the defaults, ready to edit. */
export function newProjectFile(): string {
  const { include, exclude } = defaultProject;
  return `${JSON.stringify({ version: 1, include, exclude, script: 'any', rules: {} }, null, 2)}\n`;
}

/**
 * Reads a project file (JSON with comments). Never throws: a wrong key or value is reported with its place (UTF-16
 * offsets) and the rest still applies, of a list the other entries; a file that is no JSON at all gives the defaults
 * and the first syntax error.
 */
export function parseProjectFile(text: string): {
  readonly project: Project;
  readonly problems: readonly ReadProblem[];
} {
  const { root, problems: syntax } = readJson(text);
  if (root === undefined) return { project: defaultProject, problems: syntax };
  const problems = [...syntax, ...checkSchema(root, schema as Schema)];
  const isSound = createSoundTest(problems);
  /** A value of the form that the schema asks for, or the default. */
  const value = <K extends 'script' | 'officials' | 'encoding'>(key: K): Project[K] => {
    const node = property(root, key);
    return node === undefined || !isSound(node) ? defaultProject[key] : (valueOf(node) as Project[K]);
  };
  const entries = (key: ListKey): readonly Node[] | undefined => {
    const node = property(root, key);
    return node?.type === 'array' ? (node.children ?? []).filter(isSound) : undefined;
  };
  const list = (key: ListKey): readonly string[] =>
    entries(key)?.map((node) => String(node.value)) ?? defaultProject[key];
  const globs = (key: 'include' | 'exclude'): readonly string[] => {
    const wrong = compileGlobs(list(key)).problems;
    for (const [index, node] of (entries(key) ?? []).entries()) {
      const message = wrong.get(index);
      if (message !== undefined) problems.push(problemAt(node, 'error', message));
    }
    return list(key).filter((_, index) => !wrong.has(index));
  };
  const project: Project = {
    include: globs('include'),
    exclude: globs('exclude'),
    script: value('script'),
    rules: readRules(property(root, 'rules'), isSound),
    protected: list('protected'),
    officials: value('officials'),
    lexicons: list('lexicons'),
    furniture: list('furniture'),
    encoding: value('encoding'),
  };
  return { project, problems: problems.sort((a, b) => a.start - b.start) };
}

/**
 * Reads a project file as it was found. It governs its folder whatever it holds: without a text the defaults apply
 * there, and no project file further up.
 */
export function readProjectFile(content: FileContent): ReturnType<typeof parseProjectFile> {
  if (content.kind === 'text') return parseProjectFile(content.text);
  return { project: defaultProject, problems: problemsWithoutText('project', content) };
}

type ListKey = 'include' | 'exclude' | 'protected' | 'lexicons' | 'furniture';

/** What the file says of the rules that there are. */
function readRules(rules: Node | undefined, isSound: (node: Node) => boolean): Project['rules'] {
  const known: Readonly<Record<string, unknown>> = schema.properties.rules.properties;
  return Object.fromEntries(
    (rules?.children ?? []).flatMap(({ children = [] }) => {
      const [key, setting] = children;
      const id = String(key?.value);
      if (setting === undefined || !Object.hasOwn(known, id) || !isSound(setting)) return [];
      const said = valueOf(setting) as RuleSetting | NonNullable<RuleSetting['severity']>;
      return [[id, typeof said === 'string' ? { severity: said } : pickSeverity(said)]];
    }),
  );
}

/** Only what a rule knows: an unknown key beside it is a warning. */
function pickSeverity({ severity }: RuleSetting): RuleSetting {
  return severity === undefined ? {} : { severity };
}
