import {
  InlayHintKind,
  SemanticTokensBuilder,
  type Connection,
  type InlayHint,
  type SemanticTokens,
  type SemanticTokensLegend,
} from 'vscode-languageserver';
import { yearHints } from '../../core/features/inlay-hints.js';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from '../../core/features/semantic-tokens.js';
import type { Analyses } from '../analyses.js';
import { toSpan } from '../convert.js';
import type { RunSafe } from '../run-safe.js';
import type { SettingsStore } from '../settings.js';

interface AnnotationDeps {
  readonly connection: Connection;
  readonly analyses: Analyses;
  readonly settings: SettingsStore;
  readonly runSafe: RunSafe;
}

export const TOKEN_LEGEND: SemanticTokensLegend = {
  tokenTypes: [...TOKEN_TYPES],
  tokenModifiers: [...TOKEN_MODIFIERS],
};

/** What is drawn into the text: proposed years, semantic tokens. */
export function registerAnnotations({ connection, analyses, settings, runSafe }: AnnotationDeps): void {
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) =>
    runSafe<InlayHint[]>('textDocument/inlayHint', [], token, async () => {
      const analysis = await analyses.get(uri);
      if (analysis === undefined || !(await settings.yearHintsEnabled(uri))) return [];
      const { document, report, settings: chosen } = analysis;
      const shown = toSpan(document, range);
      return yearHints(report, chosen.language)
        .filter(({ offset }) => shown.start <= offset && offset <= shown.end)
        .map(({ offset, label, tooltip }) => ({
          position: document.positionAt(offset),
          label,
          tooltip,
          kind: InlayHintKind.Type,
          paddingLeft: true,
        }));
    }),
  );

  connection.languages.semanticTokens.on(({ textDocument: { uri } }, token) =>
    runSafe<SemanticTokens>('textDocument/semanticTokens/full', { data: [] }, token, async () => {
      const analysis = await analyses.get(uri);
      if (analysis === undefined) return { data: [] };
      const { document, report, settings: chosen } = analysis;
      const builder = new SemanticTokensBuilder();
      for (const { start, end, type, modifier } of semanticTokens(report, chosen.people)) {
        const from = document.positionAt(start);
        const to = document.positionAt(end);
        if (from.line !== to.line) continue;
        const bits = modifier === undefined ? 0 : 1 << TOKEN_MODIFIERS.indexOf(modifier);
        const length = to.character - from.character;
        builder.push(from.line, from.character, length, TOKEN_TYPES.indexOf(type), bits);
      }
      return builder.build();
    }),
  );
}
