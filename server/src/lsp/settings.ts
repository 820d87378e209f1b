import type { Connection } from 'vscode-languageserver';
import type { Project } from '../core/project-file.js';
import { ruleIds } from '../core/rules/index.js';
import type { Language } from '../core/rules/rule.js';
import { parseRuleSettings, type Settings } from '../core/settings.js';
import type { LexiconKnowledge, LexiconReader } from './lexicon-source.js';
import type { OfficialsKnowledge, OfficialsSource } from './officials-source.js';
import type { FoundProject, ProjectSource } from './ports.js';

/** Settings of one report, with the project file they come from. */
export interface DocumentSettings extends Settings {
  readonly project: string | undefined;
  /** The project's officials file, which need not exist yet; undefined without a project. */
  readonly officials: OfficialsKnowledge | undefined;
  /** Leads to the user's own entries; undefined where the project names no lexicon files. */
  readonly phraseEntry?: LexiconKnowledge['entryOf'];
}

export interface SettingsStore {
  /**
   * Of an open report the same object until something changes (a new day does), so that it can key a cache. Those of
   * anything else are read anew.
   */
  get(uri: string): Promise<DocumentSettings>;
  /** Drops what is known of one report, or of all. */
  forget(uri?: string): void;
  /** The language of what is said about a file, or about no file in particular. */
  language(uri: string | undefined): Promise<Language>;
  segmenterEnabled(): Promise<boolean>;
  yearHintsEnabled(uri: string): Promise<boolean>;
}

interface SettingsDeps {
  readonly connection: Connection;
  readonly projects: ProjectSource;
  /** Whether a report is open: only then is there news of what its settings depend on, and an end of them. */
  readonly isOpen: (uri: string) => boolean;
  readonly canConfigure: () => boolean;
  readonly locale: () => Language;
  /** The present day, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Reads officials files, where the platform can. */
  readonly officials?: OfficialsSource;
  /** Reads lexicon files, where the platform can. */
  readonly lexicons?: LexiconReader;
  /** Hears of every project that governs a report, and of the language in which to speak of it. */
  readonly onProject?: (project: FoundProject, language: Language) => void;
}

/**
 * Reads settings in one place: the project file's where there is one, else VS Code's `reportCorpus` section.
 * A wrong value is left out, the rest still applies: one of VS Code's is logged, one of a file is shown on the file.
 */
export function createSettingsStore({
  connection,
  projects,
  isOpen,
  canConfigure,
  locale,
  today,
  officials,
  lexicons,
  onProject,
}: SettingsDeps): SettingsStore {
  const known = new Map<string, { readonly settings: Promise<DocumentSettings>; readonly day: string }>();
  const warned = new Set<string>();
  const warnOnce = (message: string): void => {
    if (!warned.has(message)) connection.console.warn(message);
    warned.add(message);
  };
  const section = async (uri: string | undefined): Promise<Record<string, unknown>> => {
    if (!canConfigure()) return {};
    const item = { section: 'reportCorpus', ...(uri === undefined ? {} : { scopeUri: uri }) };
    const value: unknown = await connection.workspace.getConfiguration(item);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  };
  const load = async (uri: string): Promise<DocumentSettings> => {
    const [editor, project] = await Promise.all([section(uri), projects.find(uri)]);
    const language = languageOf(editor.language, locale());
    if (project !== undefined) {
      const { project: read } = project;
      onProject?.(project, language);
      const [known, own] = await Promise.all([
        officials?.of(project.uri, read.officials, language),
        lexicons?.of(project.uri, read.lexicons, language),
      ]);
      return {
        ...fromProject(read, language, project.uri, known),
        ...(own === undefined ? {} : { lexicon: own.lexicon, phraseEntry: own.entryOf }),
        today: today(),
      };
    }
    const { rules, problems } = parseRuleSettings(editor.rules, ruleIds);
    for (const { message } of problems) warnOnce(`reportCorpus.rules: ${message[language]}`);
    const words = editor.protected;
    const script = editor.script;
    return {
      language,
      rules,
      script: script === 'simplified' || script === 'traditional' ? script : 'any',
      protected: Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [],
      today: today(),
      project: undefined,
      officials: undefined,
    };
  };
  return {
    get(uri) {
      const day = today();
      const last = known.get(uri);
      if (last?.day === day) return last.settings;
      const settings = load(uri);
      if (!isOpen(uri)) return settings;
      const entry = { settings, day };
      known.set(uri, entry);
      // A failed read (a closed connection, say) must not stay.
      settings.catch(() => {
        if (known.get(uri) === entry) known.delete(uri);
      });
      return settings;
    },
    forget(uri) {
      if (uri === undefined) known.clear();
      else known.delete(uri);
    },
    async language(uri) {
      return languageOf((await section(uri)).language, locale());
    },
    async yearHintsEnabled(uri) {
      const hints = (await section(uri)).inlayHints;
      return (hints as { years?: unknown } | undefined)?.years !== false;
    },
    async segmenterEnabled() {
      const segmenter = (await section(undefined)).segmenter;
      return (segmenter as { enabled?: unknown } | undefined)?.enabled !== false;
    },
  };
}

function languageOf(chosen: unknown, locale: Language): Language {
  return chosen === 'zh-cn' || chosen === 'en' ? chosen : locale;
}

function fromProject(
  project: Project,
  language: Language,
  uri: string,
  officials: OfficialsKnowledge | undefined,
): DocumentSettings {
  return {
    language,
    rules: project.rules,
    script: project.script,
    protected: project.protected,
    furniture: project.furniture,
    project: uri,
    officials,
    // A file that is not there knows nobody; then nobody is unknown either.
    ...(officials?.text === undefined ? {} : { people: officials.people }),
  };
}
