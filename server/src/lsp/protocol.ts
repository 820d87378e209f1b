/**
 * What client and server say to each other beyond LSP. Method names and plain interfaces only: the two sides
 * carry different copies of the protocol package. Positions are LSP positions (UTF-16).
 */

export interface WirePosition {
  readonly line: number;
  readonly character: number;
}

export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
}

export interface WireTextEdit {
  readonly range: WireRange;
  readonly newText: string;
}

/** Server to client, after every analysis of a report. */
export const DID_ANALYSE = 'reportCorpus/didAnalyse';

export interface DidAnalyseParams {
  readonly uri: string;
  /** The document version that was analysed. */
  readonly version: number;
  readonly script: {
    readonly verdict: 'simplified' | 'traditional' | 'mixed' | 'undetermined';
    readonly simplified: number;
    readonly traditional: number;
  };
  /** Findings at their severity, hints included. */
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: 'error' | 'warning' | 'information' | 'hint';
    readonly message: string;
    readonly range: WireRange;
    /** The rule's page, a `file:` address. */
    readonly page: string | undefined;
  }[];
  /** Places that one finding stands for, to be decorated; at most 5,000. */
  readonly places: readonly { readonly rule: string; readonly range: WireRange }[];
  /** Edits that `source.fixAll.reportCorpus` would make. */
  readonly fixable: number;
  /** The address of the project file that governs the report. */
  readonly project: string | undefined;
}

export type ConvertTarget = 'simplified' | 'traditional' | 'tw' | 'hk';

/** OpenCC's configurations that rewrite words as well as characters; only for what is shown before it is applied. */
export type PhraseTarget = 's2twp' | 's2hkp' | 'tw2sp' | 'hk2sp';

/** Client to server: what a script conversion of a text would change. Nothing is applied. */
export const CONVERT = 'reportCorpus/convert';

export interface ConvertParams {
  readonly to: ConvertTarget | PhraseTarget;
  /** An open document of the server's, or any text with its uri (for the project's protected words). */
  readonly uri: string;
  /** Given for documents that the server does not have open. */
  readonly text?: string;
  /** Selections; each is widened to whole pinyin notes. Absent: the whole text. */
  readonly ranges?: readonly WireRange[];
}

export interface ConvertReply {
  readonly edits: readonly WireTextEdit[];
  /** The version the edits belong to; absent when `text` was given. */
  readonly version?: number;
  readonly summary: ConvertSummary;
  /** What a person should look at; ranges are of the text before the conversion, ascending. */
  readonly names: readonly WireName[];
  readonly ambiguous: readonly WireAmbiguity[];
  readonly leftovers: readonly WireLeftover[];
}

/** One mention of a name in which a character with several targets kept its form. */
export interface WireName {
  readonly range: WireRange;
  /** As the text has it, without pinyin notes. */
  readonly name: string;
  readonly converted: string;
  /** What the bearer may write instead, the likeliest first; may be empty. */
  readonly alternatives: readonly string[];
}

/** A character that stands for several of the target script, where no word decides. */
export interface WireAmbiguity {
  readonly range: WireRange;
  readonly source: string;
  readonly chosen: string;
  /** The other targets, the likeliest first. */
  readonly alternatives: readonly string[];
}

/** A character of the other script that no converter handles. */
export interface WireLeftover {
  readonly range: WireRange;
  readonly character: string;
}

export interface ConvertSummary {
  readonly charactersChanged: number;
  readonly linesChanged: number;
  /** Stretches whose wording changes; 0 unless a phrase configuration was asked for. */
  readonly phrasesRewritten: number;
  readonly notesRemoved: number;
  /** Names with characters that have several targets and kept their form, as converted, each once; to be confirmed. */
  readonly names: readonly string[];
  /** Places where a character has several targets and no word decides. */
  readonly ambiguous: number;
  /** Characters of the other script that are left (no converter handles them), each once. */
  readonly leftovers: readonly string[];
}

/** Client to server: whether a text differs from an older one by declared kinds of edit only. */
export const VERIFY = 'reportCorpus/verify';

export interface VerifyParams {
  /** An open document of the server's, or any text with its uri (for the project's settings). */
  readonly uri: string;
  /** The older text. */
  readonly original: string;
  /** Given for documents that the server does not have open. */
  readonly text?: string;
}

/** `message` is in the language of the settings. */
export type VerifyReply =
  | { readonly verdict: 'same' }
  | {
      readonly verdict: 'declared';
      /** Changes by kind. */
      readonly counts: Readonly<Record<string, number>>;
      readonly message: string;
    }
  | {
      readonly verdict: 'undeclared';
      /** The first change that is of no declared kind. */
      readonly first: { readonly original: WireRange; readonly changed: WireRange };
      readonly message: string;
    };

/** Client to server: whether nodejieba serves word boundaries (for the status list). */
export const SEGMENTER = 'reportCorpus/segmenter';

export interface SegmenterReply {
  readonly state: 'idle' | 'loading' | 'nodejieba' | 'fallback';
  /** Why it fell back, in English. */
  readonly reason?: string;
}

/** The code action that applies fixes of class `exact`; below it, by group, are those that a person has asked for. */
export const FIX_ALL = 'source.fixAll.reportCorpus';

/** The code action that shows all fixes before they are applied. Not below `source.fixAll`: it is nothing for saving. */
export const FIX_WITH_PREVIEW = 'source.reportCorpus.fixWithPreview';

/** A command of our own client: opens a document again with the encoding of its bytes. Arguments: uri, encoding. */
export const REOPEN_WITH_ENCODING = 'reportCorpus.reopenWithEncoding';

/** What a document can be reopened with, by the second argument of the command. */
export type ReopenEncoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';

/** A command of our own client: proposes entries for the officials file. Argument: a report, to propose its people only. */
export const COLLECT_OFFICIALS_COMMAND = 'reportCorpus.collectOfficials';

/** Client to server: whom the corpus of a project file names that its officials file does not have. */
export const COLLECT_OFFICIALS = 'reportCorpus/collectOfficials';

export interface CollectOfficialsParams {
  /** The project file. */
  readonly project: string;
  /** Only the people of this open report. */
  readonly report?: string;
}

export type CollectOfficialsReply =
  | { readonly kind: 'no-project' }
  /** The officials file has to be mended first; the message names the place. */
  | { readonly kind: 'broken'; readonly file: string; readonly message: string }
  | {
      readonly kind: 'proposals';
      /** The officials file. */
      readonly file: string;
      readonly exists: boolean;
      /** Reports that were read. */
      readonly reports: number;
      /** False when somebody stopped the reading. */
      readonly complete: boolean;
      readonly proposals: readonly WireProposal[];
    };

/** A proposed entry, as a list shows it. */
export interface WireProposal {
  /** See `Proposal` of core/officials-file. */
  readonly kind: 'new' | 'more' | 'hand-made' | 'unclear';
  readonly name: string;
  /** Other writings of the name in the reports that the proposal rests on. */
  readonly forms: readonly string[];
  readonly place?: string;
  /** With their places. */
  readonly posts: readonly string[];
  /** `YYYY-MM-DD` of the earliest and the latest report that states a post; empty where none is dated. */
  readonly first: string;
  readonly last: string;
  readonly reports: number;
  /** Others of the same name. */
  readonly namesakes: number;
  /** For the server alone; comes back with `ADD_OFFICIALS`. */
  readonly proposal: unknown;
}

/** Client to server: the text of an officials file with confirmed proposals in it. Nothing is written. */
export const ADD_OFFICIALS = 'reportCorpus/addOfficials';

export interface AddOfficialsParams {
  /** The file's text as it is now; empty where there is no file yet. */
  readonly text: string;
  readonly proposals: readonly WireProposal[];
  /** The project file. */
  readonly project: string;
}

export type AddOfficialsReply =
  | { readonly kind: 'broken'; readonly message: string }
  | {
      readonly kind: 'merged';
      readonly text: string;
      readonly added: number;
      readonly extended: number;
      /** Entries made by hand, left as they are. */
      readonly kept: number;
    };

/** Client to server, at start. */
export interface InitializationOptions {
  /** The display language of VS Code, `zh-cn` or `en`. */
  readonly locale: 'zh-cn' | 'en';
  /** The folder of the rule pages, a `file:` address ending in `/`. */
  readonly pages: string;
}
