import type { CancellationToken, Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Conversion, ConvertOptions } from '../../core/script/convert-report.js';
import type { ReportService } from '../../core/service.js';
import type { Analyses } from '../analyses.js';
import { toRange, toSpan, toTextEdits } from '../convert.js';
import { CONVERT, type ConvertParams, type ConvertReply } from '../protocol.js';
import type { RunSafe } from '../run-safe.js';
import type { SettingsStore } from '../settings.js';

interface ConvertDeps {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly analyses: Analyses;
  readonly service: ReportService;
  readonly settings: SettingsStore;
  readonly runSafe: RunSafe;
}

/** Answers what a script conversion would change; applying it is the client's. */
export function registerConvert({
  connection,
  documents,
  analyses,
  service,
  settings,
  runSafe,
}: ConvertDeps): void {
  connection.onRequest(CONVERT, (params: ConvertParams, token: CancellationToken) =>
    runSafe.orReject(CONVERT, token, async (): Promise<ConvertReply> => {
      const optionsFor = (document: TextDocument, words: readonly string[]): ConvertOptions => ({
        to: params.to,
        protected: words,
        ...(params.ranges === undefined
          ? {}
          : { ranges: params.ranges.map((range) => toSpan(document, range)) }),
      });
      const open = params.text === undefined ? await analyses.get(params.uri) : undefined;
      if (open !== undefined) {
        const { document, report, settings: chosen } = open;
        const conversion = service.convertReport(report, optionsFor(document, chosen.protected));
        return { ...describe(document, conversion), version: document.version };
      }
      const chosen = await settings.get(params.uri);
      // A file that is not open is asked about once: its settings need not be remembered.
      if (documents.get(params.uri) === undefined) settings.forget(params.uri);
      const document = TextDocument.create(params.uri, 'plaintext', 0, params.text ?? '');
      const options = optionsFor(document, chosen.protected);
      return describe(document, service.convert(document.getText(), options, chosen));
    }),
  );
}

/** A conversion with positions instead of offsets. */
function describe(document: TextDocument, conversion: Conversion): Omit<ConvertReply, 'version'> {
  const { charactersChanged, linesChanged, phrasesRewritten, notesRemoved } = conversion;
  return {
    edits: toTextEdits(document, conversion.edits),
    summary: {
      charactersChanged,
      linesChanged,
      phrasesRewritten,
      notesRemoved,
      names: conversion.names,
      ambiguous: conversion.ambiguous.length,
      leftovers: conversion.leftovers,
    },
    names: conversion.namesToConfirm.map(({ start, end, name, converted, alternatives }) => ({
      range: toRange(document, { start, end }),
      name,
      converted,
      alternatives,
    })),
    ambiguous: conversion.ambiguous.map(({ start, end, source, chosen, alternatives }) => ({
      range: toRange(document, { start, end }),
      source,
      chosen,
      alternatives,
    })),
    leftovers: conversion.leftoverPlaces.map(({ start, end, character }) => ({
      range: toRange(document, { start, end }),
      character,
    })),
  };
}
