import {
  FoldingRangeKind,
  MarkupKind,
  SymbolKind,
  type Connection,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type SelectionRange,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { conversionHover } from '../../core/features/conversion-hover.js';
import { foldings, outline, type OutlineNode } from '../../core/features/outline.js';
import { selectionRanges } from '../../core/features/selection-range.js';
import type { Segmenter } from '../../core/segment/segmenter.js';
import type { ReportService } from '../../core/service.js';
import type { Analyses, Analysis } from '../analyses.js';
import { toRange } from '../convert.js';
import type { RunSafe } from '../run-safe.js';

interface ReadingDeps {
  readonly connection: Connection;
  readonly analyses: Analyses;
  readonly service: ReportService;
  readonly segmenter: Segmenter;
  readonly runSafe: RunSafe;
  /** What is known beyond the report itself. */
  readonly more: MoreHover;
}

/** Further parts of the card at an offset (UTF-16), Markdown. */
export type MoreHover = (analysis: Analysis, offset: number) => Promise<readonly string[]>;

const SYMBOLS: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  page: SymbolKind.Null,
  head: SymbolKind.Namespace,
  body: SymbolKind.Namespace,
  end: SymbolKind.Namespace,
  headline: SymbolKind.Class,
  subheadline: SymbolKind.Class,
  kicker: SymbolKind.Class,
  metadata: SymbolKind.Property,
  lead: SymbolKind.Function,
  paragraph: SymbolKind.String,
  attendance: SymbolKind.Array,
  furniture: SymbolKind.Null,
  'label-orphan': SymbolKind.Null,
  tail: SymbolKind.Null,
};

/** What helps to read a report: hover, outline, folding, expand selection. */
export function registerReading(deps: ReadingDeps): void {
  const { connection, analyses, service, segmenter, runSafe, more } = deps;
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    runSafe<Hover | null>('textDocument/hover', null, token, async () => {
      const analysis = await analyses.get(uri);
      if (analysis === undefined) return null;
      const { document, report, settings } = analysis;
      const link = (offset: number): string => {
        const { line, character } = document.positionAt(offset);
        return `${uri}#${String(line + 1)},${String(character + 1)}`;
      };
      const offset = document.offsetAt(position);
      const card = service.hover(report, offset, { language: settings.language, link }, settings.lexicon);
      const conversion = conversionHover(report, offset, service.converter, settings);
      const place = card ?? conversion;
      if (place === undefined) return null;
      const known = card === undefined ? [] : [card.markdown, ...(await more(analysis, offset))];
      const value = [...known, ...(conversion === undefined ? [] : [conversion.markdown])].join(
        '\n\n---\n\n',
      );
      return {
        contents: { kind: MarkupKind.Markdown, value },
        range: toRange(document, place),
      };
    }),
  );

  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    runSafe<DocumentSymbol[]>('textDocument/documentSymbol', [], token, async () => {
      const analysis = await analyses.get(uri);
      if (analysis === undefined) return [];
      return outline(analysis.report, analysis.settings.language).map((node) =>
        toSymbol(analysis.document, node),
      );
    }),
  );

  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    runSafe<FoldingRange[]>('textDocument/foldingRange', [], token, async () => {
      const analysis = await analyses.get(uri);
      if (analysis === undefined) return [];
      return foldings(analysis.report)
        .map((span) => toRange(analysis.document, span))
        .filter(({ start, end }) => end.line > start.line)
        .map(({ start, end }) => ({
          startLine: start.line,
          endLine: end.line,
          kind: FoldingRangeKind.Region,
        }));
    }),
  );

  connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) =>
    runSafe<SelectionRange[] | null>('textDocument/selectionRange', null, token, async () => {
      const analysis = await analyses.get(uri);
      if (analysis === undefined) return null;
      const { document, report } = analysis;
      return Promise.all(
        positions.map(async (position) => {
          const spans = await selectionRanges(report, document.offsetAt(position), segmenter);
          return (
            spans.reduceRight<SelectionRange | undefined>(
              (parent, span) => ({
                range: toRange(document, span),
                ...(parent === undefined ? {} : { parent }),
              }),
              undefined,
            ) ?? { range: { start: position, end: position } }
          );
        }),
      );
    }),
  );
}

function toSymbol(document: TextDocument, node: OutlineNode): DocumentSymbol {
  const range = toRange(document, node.span);
  return {
    name: node.name,
    detail: node.detail,
    kind: SYMBOLS[node.kind],
    range,
    selectionRange: range,
    children: node.children.map((child) => toSymbol(document, child)),
  };
}
