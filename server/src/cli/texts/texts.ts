import type { FixClass, Language, Severity } from '../../core/rules/rule.js';
import type { EditKind } from '../../core/text/edit.js';
import type { EncodingGuess } from '../../core/encoding/detect.js';
import type { Undecodable } from '../../platform/node/files/decode.js';
import type { SourceEncoding } from '../../platform/node/files/recode.js';
import type { Unreadable } from '../../platform/node/files/read-report.js';
import type { NotWritten } from '../../platform/node/files/write-atomically.js';
import type { CommandName, UsageProblem } from '../arguments.js';
import { english } from './en.js';
import type { ConvertTexts } from './convert-texts.js';
import type { InitTexts } from './init-texts.js';
import type { ListTexts } from './list-texts.js';
import type { VerifyTexts } from './verify-texts.js';
import { chinese } from './zh-cn.js';

export type EditCounts = Readonly<Partial<Record<EditKind, number>>>;

/** The sum of a check. */
export interface CheckTotals {
  readonly files: number;
  readonly filesWithFindings: number;
  /** Findings that were listed, and those below what was to be shown. */
  readonly listed: Readonly<Record<Severity, number>>;
  readonly unlisted: Readonly<Record<Severity, number>>;
  readonly exact: number;
  readonly review: number;
}

/** What a recoded file was. */
export interface RecodedFile {
  readonly from: SourceEncoding;
  /** Whether the encoding was named, not guessed. */
  readonly named: boolean;
  readonly guess: EncodingGuess;
  /** Whether it had a byte order mark, which UTF-8 does without. */
  readonly bom: boolean;
}

/** The sum of a writing command. */
export interface WriteTotals {
  /** Files that could be read. */
  readonly files: number;
  readonly changed: number;
  readonly dryRun: boolean;
}

/** What was looked for in a folder. */
export interface LookedFor {
  /** Patterns of names that are reports, and of those that are none. */
  readonly patterns: readonly string[];
  readonly exclude: readonly string[];
  /** The project file that says so; undefined where the defaults hold. */
  readonly projectFile: string | undefined;
}

/** Everything the command line says, in one language. Every text is complete but for the file it speaks of. */
export interface Texts {
  readonly language: Language;
  readonly convert: ConvertTexts;
  readonly verify: VerifyTexts;
  readonly lists: ListTexts;
  readonly init: InitTexts;
  /** The help page: of one command, or of all. */
  help(command: CommandName | undefined): string;

  usage(problem: UsageProblem): string;
  badValue(option: string, value: string, allowed: readonly string[], nearest: string | undefined): string;
  missingOption(option: string, allowed: readonly string[]): string;
  noPaths(command: CommandName): string;
  noRule(): string;
  tooMany(command: CommandName, extra: string): string;
  unknownRule(given: string, nearest: string | undefined): string;
  ruleWithoutFix(rule: string, fix: FixClass | 'none'): string;
  seeHelp(command: CommandName | undefined): string;

  unreadable(reason: Unreadable, nearest: string | undefined): string;
  /** What is wrong with a file that is not UTF-8, and what to do about it. */
  notUtf8(file: Undecodable, name: string): string;
  /** The same of the standard input, which is no file that could be rewritten. */
  inputNotUtf8(input: Undecodable): string;
  /** Why a file that is not UTF-8 is not recoded without `--from`. */
  unsureEncoding(file: Undecodable): string;
  /** The bytes are not those of a text in the encoding. */
  lossyEncoding(from: SourceEncoding, guess: EncodingGuess): string;
  folderUnreadable(code: string | undefined): string;
  /** What is wrong with a project file or a file that it names; `message` comes from the core, remedy included. */
  userFileProblem(message: string): string;
  /** A folder in which nothing is a report. */
  noReports(looked: LookedFor): string;
  changedMeanwhile(): string;
  notWritten(reason: NotWritten): string;
  ruleFailed(rule: string, message: string): string;
  internal(message: string): string;

  checkSummary(totals: CheckTotals): string;
  fixed(counts: EditCounts, dryRun: boolean): string;
  fixSummary(counts: EditCounts, totals: WriteTotals): string;
  /** So many files had notes, which are gone now: with them goes what told of the mirror they came from. */
  mirrored(files: number): string;
  recoded(file: RecodedFile, dryRun: boolean): string;
  recodeSummary(totals: WriteTotals): string;
  otherNames(count: number): string;
  leftoversRemoved(count: number): string;
  fixClass(fix: FixClass | 'none'): string;
  /** A remark behind a text. */
  inBrackets(remark: string): string;
}

/** The texts of a language. */
export function textsFor(language: Language): Texts {
  return language === 'en' ? english : chinese;
}
