import type { Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixRound } from '../core/fix.js';
import type { Report } from '../core/report/types.js';
import type { Finding } from '../core/rules/run.js';
import type { ReportService } from '../core/service.js';
import { toRange } from './convert.js';
import { DID_ANALYSE, type DidAnalyseParams } from './protocol.js';
import type { DocumentSettings, SettingsStore } from './settings.js';

/** What is known of one version of an open report. */
export interface Analysis {
  readonly document: TextDocument;
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly settings: DocumentSettings;
  /** Changes whenever version or settings do; the result id of pull diagnostics. */
  readonly stamp: string;
}

export interface Analyses {
  /** The analysis of the document as it is now; undefined when it is not open. */
  get(uri: string): Promise<Analysis | undefined>;
  drop(uri: string): void;
  /** Names of the officials of all analysed reports, for the segmenter. */
  names(): readonly string[];
}

interface AnalysesDeps {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly settings: SettingsStore;
  readonly service: ReportService;
  readonly page: (rule: string) => string | undefined;
}

const MOST_PLACES = 5000;
/** Milliseconds of rest before the places of a report are told: whoever types waits for diagnostics only. */
const REST = 50;

/** Reads and checks open reports, once per version and settings; every feature works on the same analysis. */
export function createAnalyses({ connection, documents, settings, service, page }: AnalysesDeps): Analyses {
  const known = new Map<string, Analysis>();
  const numbers = new WeakMap<DocumentSettings, number>();
  let settingsCount = 0;
  const failed = new Set<string>();
  const timers = new Map<string, NodeJS.Timeout>();

  const tell = (analysis: Analysis): void => {
    const { uri } = analysis.document;
    clearTimeout(timers.get(uri));
    const timer = setTimeout(() => {
      timers.delete(uri);
      void connection.sendNotification(DID_ANALYSE, describe(analysis, page));
    }, REST);
    timers.set(uri, timer);
  };

  const analyse = (document: TextDocument, chosen: DocumentSettings): Analysis => {
    if (!numbers.has(chosen)) numbers.set(chosen, ++settingsCount);
    const text = document.getText();
    const report = service.parse(text, chosen);
    const { findings, failures } = service.check(report, chosen);
    for (const { rule, error } of failures) {
      if (failed.has(rule)) continue;
      failed.add(rule);
      connection.console.error(`rule ${rule} failed and is skipped: ${String(error)}`);
    }
    const stamp = `${String(document.version)}/${String(numbers.get(chosen))}`;
    // The store changes its document in place; this copy of the version stays with the analysis.
    const frozen = TextDocument.create(document.uri, document.languageId, document.version, text);
    return { document: frozen, report, findings, settings: chosen, stamp };
  };

  return {
    async get(uri) {
      const chosen = await settings.get(uri);
      const document = documents.get(uri);
      if (document === undefined) return undefined;
      const last = known.get(uri);
      if (last?.document.version === document.version && last.settings === chosen) return last;
      const analysis = analyse(document, chosen);
      known.set(uri, analysis);
      tell(analysis);
      return analysis;
    },
    drop(uri) {
      known.delete(uri);
      clearTimeout(timers.get(uri));
      timers.delete(uri);
    },
    names: () => [...known.values()].flatMap(({ report }) => report.officials.map(({ name }) => name)),
  };
}

function describe(analysis: Analysis, page: (rule: string) => string | undefined): DidAnalyseParams {
  const { document, report, findings, settings } = analysis;
  const places = findings
    .filter(({ decorate }) => decorate)
    .flatMap(({ rule, places }) => places.map((place) => ({ rule, place })))
    .slice(0, MOST_PLACES);
  const { verdict, simplified, traditional } = report.script;
  return {
    uri: document.uri,
    version: document.version,
    script: { verdict, simplified, traditional },
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      range: toRange(document, finding),
      page: page(finding.rule),
    })),
    places: places.map(({ rule, place }) => ({ rule, range: toRange(document, place) })),
    fixable: fixRound(findings, { include: 'exact' }).edits.length,
    project: settings.project,
  };
}
