import { isLossyDecoding } from './encoding/lossy-decoding.js';
import { hoverAt, type HoverCard, type HoverOptions } from './features/hover.js';
import { fixText, type FixOptions, type FixResult } from './fix.js';
import type { Transcoder } from './encoding/transcoder.js';
import { createLexiconCompiler } from './recognisers.js';
import { parseReport } from './report/parse.js';
import type { Report } from './report/types.js';
import { rules } from './rules/index.js';
import type { Rule } from './rules/rule.js';
import { createRunner, type RunResult } from './rules/run.js';
import { undecodableText } from './rules/undecodable-text/rule.js';
import { CharacterClass } from './script/characters.js';
import {
  convertReport,
  NOTHING_CONVERTED,
  type Conversion,
  type ConvertOptions,
} from './script/convert-report.js';
import { createConverter, type Converter } from './script/converter.js';
import type { Settings } from './settings.js';
import type { Lexicon } from './user-lexicon/index.js';

/** Everything the product knows to do with one report; offset based, free of LSP and of IO. */
export interface ReportService {
  readonly rules: readonly Rule[];
  /** Its dictionaries load on first use. */
  readonly converter: Converter;
  /** Reads any text as a report; never throws. */
  parse(text: string, settings?: ReadingSettings): Report;
  /** Runs all rules; a rule that throws is named in `failures`, the others still report. */
  check(report: Report, settings: Settings): RunResult;
  /** Fixes what can be fixed unattended, or by the rules named; repeats until stable. A rule that throws is named. */
  fix(text: string, settings: Settings, options: FixOptions): FixResult;
  /** What converting a text's script would change, read as the settings say; nothing is applied. */
  convert(text: string, options: ConvertOptions, settings: ReadingSettings): Conversion;
  /** The same for a report that has been read already. */
  convertReport(report: Report, options: ConvertOptions): Conversion;
  /** The card for a place of a report, or undefined. */
  hover(report: Report, offset: number, options: HoverOptions, lexicon?: Lexicon): HoverCard | undefined;
}

/** What a corpus says that changes how its reports are read. */
export type ReadingSettings = Pick<Settings, 'furniture' | 'lexicon' | 'people'>;

/** What a platform adds; without it the service works and offers less. */
export interface ReportServiceDeps {
  /** Encoding tables, for text that was read with a wrong encoding. */
  readonly transcoder?: Transcoder;
}

/** Builds the service; the lexicons are compiled once, the conversion dictionaries on first use. */
export function createReportService(
  available: readonly Rule[] = rules,
  { transcoder }: ReportServiceDeps = {},
): ReportService {
  const compiled = createLexiconCompiler();
  const converter = createConverter();
  const run = createRunner(available);
  const runLossy = createRunner(available.filter(({ id }) => id === undecodableText.id));
  const parse = (text: string, settings?: ReadingSettings): Report =>
    parseReport(text, compiled(settings?.lexicon, settings?.people).recognisers, settings?.furniture);
  const check = (report: Report, settings: Settings, limit?: number): RunResult =>
    (isLossy(report) ? runLossy : run)(report, { settings, converter, limit, transcoder });
  const convert = (report: Report, options: ConvertOptions): Conversion =>
    isLossy(report) ? NOTHING_CONVERTED : convertReport(report, options, converter);
  return Object.freeze({
    rules: available,
    converter,
    parse,
    check: (report: Report, settings: Settings) => check(report, settings),
    fix: (text: string, settings: Settings, options: FixOptions) =>
      fixText(text, (current) => check(parse(current, settings), settings, Infinity), options),
    convert: (text: string, options: ConvertOptions, settings: ReadingSettings) =>
      convert(parse(text, settings), options),
    convertReport: convert,
    hover: (report: Report, offset: number, options: HoverOptions, lexicon?: Lexicon) =>
      hoverAt(report, offset, compiled(lexicon).hover, options),
  });
}

function isLossy({ classes, text }: Report): boolean {
  return (classes & CharacterClass.latin) !== 0 && isLossyDecoding(text);
}
