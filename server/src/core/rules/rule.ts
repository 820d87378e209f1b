import type { Language } from '../language.js';
import type { EditKind, TextEdit } from '../text/edit.js';
import type { Span } from '../text/span.js';
import type { Report } from '../report/types.js';
import type { Converter } from '../script/converter.js';
import type { Transcoder } from '../encoding/transcoder.js';
import type { KnownPeople } from '../officials-file/index.js';

export type { Language };
export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type RuleGroup =
  'structure' | 'script' | 'residue' | 'furniture' | 'encoding' | 'text' | 'people' | 'phrases';

/**
 * `exact` provably removes or restores machine residue and cannot touch wording; `review` is right almost always
 * but removes or changes text; `suggest` needs a person. Unattended runs apply `exact` only, never `suggest`.
 */
export type FixClass = 'exact' | 'review' | 'suggest';

/** A text in both languages; `{name}` stands for an argument. */
export type Message = Readonly<Record<Language, string>>;
/** A function gives a value that takes work: it is called whenever somebody asks for the words, and never throws. */
export type MessageArguments = Readonly<Record<string, string | number | (() => string)>>;

/** A way to mend a finding. */
export interface Fix {
  readonly class: FixClass;
  /** Key into the rule's messages; the title of the code action. */
  readonly title: string;
  readonly arguments?: MessageArguments;
  /**
   * The edits, raw UTF-16 offsets, ascending, without overlaps. Computed when asked for. Each stands alone: where another fix
   * takes the place of one of them, the others are made without it.
   */
  edits(): readonly TextEdit[];
  /** For `suggest`: the text of the single edit is a snippet in the syntax of VS Code and LSP. */
  readonly snippet?: boolean;
}

/** What a rule's check yields; raw UTF-16 offsets. */
export interface RuleFinding {
  /** Key into the rule's messages. */
  readonly message: string;
  readonly arguments?: MessageArguments;
  readonly span: Span;
  /** All the places one finding stands for, ascending; absent when `span` is the only one. */
  readonly places?: readonly Span[] | undefined;
  /** Replaces the rule's default severity (never the user's choice `off`): doubtful cases say less loudly. */
  readonly severity?: Severity | undefined;
  readonly fix?: Fix | undefined;
}

/** What a check gives that has found nothing. */
export const NOTHING: readonly RuleFinding[] = Object.freeze([]);

/** What a check may look at; nothing else: no clock, no files, no other rule. */
export interface CheckContext {
  readonly report: Report;
  /** For the few messages that quote evidence in words. */
  readonly language: Language;
  /** Words that fixes must not convert. */
  readonly protected: readonly string[];
  /** The script that the corpus is kept in. */
  readonly script: 'simplified' | 'traditional' | 'any';
  /** The present day, `YYYY-MM-DD`, where the caller knows it: a publication date may not lie behind it. */
  readonly today: string | undefined;
  /** For fixes that convert; its dictionaries load on first use. */
  readonly converter: Converter;
  /** Encoding tables, where the platform has them. */
  readonly transcoder: Transcoder | undefined;
  /** Who stands in the project's officials file; undefined where the project has none. */
  readonly people?: KnownPeople | undefined;
}

export interface Rule {
  /** Kebab-case; also the folder, the setting key, `Diagnostic.code` and the page. Never reused. */
  readonly id: string;
  readonly group: RuleGroup;
  /** Default severity. */
  readonly severity: Severity;
  /** `slow` when it does more than look at what the parser found: the benchmark of fast rules leaves it out. */
  readonly cost?: 'slow';
  /** The strongest class among its fixes, or `none`. */
  readonly fix: FixClass | 'none';
  /** Whether its places render faded (text that is not part of the report). */
  readonly unnecessary?: boolean;
  /** Whether the places of a finding are worth a decoration of their own. */
  readonly decorate?: boolean;
  /** One line for lists: what the rule finds. */
  readonly summary: Message;
  readonly messages: Readonly<Record<string, Message>>;
  /** Kinds that the rule's edits carry. */
  readonly edits: readonly EditKind[];
  /**
   * Whether the report can hold what the rule finds: asked first and cheap, so that a rule costs nothing where it
   * has nothing to say. False only where `check` would find nothing; `check` is not called then.
   */
  readonly concerns?: (context: CheckContext) => boolean;
  /** An array, or a generator where findings come one by one. */
  check(context: CheckContext): Iterable<RuleFinding>;
}

/** Declares a rule; keeps the literal types of its id and messages. */
export function defineRule<const R extends Rule>(rule: R): R {
  return Object.freeze(rule);
}

/**
 * Fills `{name}` in a message; `{count:mark|marks}` gives the number with the form that goes with it.
 */
export function formatMessage(message: Message, language: Language, values: MessageArguments = {}): string {
  const template = message[language];
  let open = template.indexOf('{');
  if (open < 0) return template;
  let text = '';
  let from = 0;
  while (open >= 0) {
    const close = template.indexOf('}', open);
    if (close < 0) break;
    text += template.slice(from, open) + filled(template, open, close, values);
    from = close + 1;
    open = template.indexOf('{', from);
  }
  return text + template.slice(from);
}

/** What stands for the place between two braces; a name without value stays as it is. */
function filled(template: string, open: number, close: number, values: MessageArguments): string {
  const colon = template.indexOf(':', open);
  const hasForms = colon > 0 && colon < close;
  const given = values[template.slice(open + 1, hasForms ? colon : close)];
  const value = typeof given === 'function' ? given() : given;
  if (value === undefined) return template.slice(open, close + 1);
  if (!hasForms) return String(value);
  const bar = template.indexOf('|', colon);
  return `${String(value)} ${value === 1 ? template.slice(colon + 1, bar) : template.slice(bar + 1, close)}`;
}
