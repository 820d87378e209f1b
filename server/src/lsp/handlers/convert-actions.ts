import { CodeActionTriggerKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import type { ConvertTarget } from '../../core/script/converter.js';
import type { Span } from '../../core/text/span.js';
import type { Analysis } from '../analyses.js';
import type { ActionData } from './action-data.js';

export const CONVERT_KIND = 'refactor.rewrite.reportCorpus.convert';

const CONVERSIONS: readonly {
  readonly to: ConvertTarget;
  readonly command: string;
  readonly title: Readonly<Record<'en' | 'zh-cn', string>>;
}[] = [
  {
    to: 'simplified',
    command: 'convertToSimplified',
    title: { en: 'Convert to Simplified', 'zh-cn': '转换为简体' },
  },
  {
    to: 'traditional',
    command: 'convertToTraditional',
    title: { en: 'Convert to Traditional', 'zh-cn': '转换为繁体' },
  },
  {
    to: 'tw',
    command: 'convertToTaiwan',
    title: { en: 'Convert to Traditional (Taiwan Standard)', 'zh-cn': '转换为繁体（台湾标准）' },
  },
  {
    to: 'hk',
    command: 'convertToHongKong',
    title: { en: 'Convert to Traditional (Hong Kong Standard)', 'zh-cn': '转换为繁体（香港标准）' },
  },
];

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
  return CONVERSIONS.filter(({ to }) =>
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
