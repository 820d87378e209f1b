import { createTranscoder } from '../../platform/node/transcoder.js';
import type { Report } from '../report/types.js';
import type { Finding } from '../rules/run.js';
import { createReportService, type ReadingSettings, type ReportService } from '../service.js';
import { defaultSettings, type Settings } from '../settings.js';
import { applyEdits } from '../text/edit.js';
import type { Conversion, ConvertOptions } from '../script/convert-report.js';

/** One service for all tests: its dictionaries take half a second to load. */
const standard: ReportService = createReportService(undefined, { transcoder: createTranscoder() });
export const service = {
  ...standard,
  convert: (text: string, options: ConvertOptions, reading: ReadingSettings = defaultSettings): Conversion =>
    standard.convert(text, options, reading),
};

/** Settings that differ from the defaults in the parts given. */
export function settings(parts: Partial<Settings> = {}): Settings {
  return { ...defaultSettings, ...parts };
}

export function parse(text: string): Report {
  return service.parse(text);
}

/** The findings of a text, of one rule when it is named. */
export function findings(text: string, rule?: string, parts: Partial<Settings> = {}): Finding[] {
  const all = service.check(service.parse(text), settings(parts)).findings;
  return all.filter((finding) => rule === undefined || finding.rule === rule);
}

/** A text after conversion. */
export function converted(text: string, options: ConvertOptions): string {
  return applyEdits(text, service.convert(text, options).edits);
}

/** The words of the report's spans. */
export function words(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}
