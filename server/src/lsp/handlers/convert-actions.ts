import { CodeActionTriggerKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import { OFFERED_TARGETS } from '../../core/script/convert-targets.js';
import type { Span } from '../../core/text/span.js';
import type { Analysis } from '../analyses.js';
import type { ActionData } from './action-data.js';

export const CONVERT_KIND = 'refactor.rewrite.reportCorpus.convert';

/** Offered for a selection, and for the whole text when actions are asked for: no light bulb on every line. */
export function conversions(
  analysis: Analysis,
  range: Span,
  params: CodeActionParams,
  ownClient: boolean,
): CodeAction[] {
  const { document, report, settings, stamp } = analysis;
  const empty = range.start === range.end;
  if (empty && params.context.triggerKind === CodeActionTriggerKind.Automatic) return [];
  const { simplified, traditional, majority } = report.script;
  return OFFERED_TARGETS.filter(({ to }) =>
    to === 'simplified'
      ? traditional > 0 || majority === undefined
      : to === 'traditional'
        ? simplified > 0
        : true,
  ).map(({ to, command, title: titles }): CodeAction => {
    const title = titles[settings.language];
    const kind = `${CONVERT_KIND}.${to}`;
    if (ownClient) return { title, kind, command: { title, command: `reportCorpus.${command}` } };
    const whole = empty ? { start: 0, end: report.text.length } : range;
    const data: ActionData = { uri: document.uri, stamp, do: 'convert', to, range: whole };
    return { title, kind, data };
  });
}
