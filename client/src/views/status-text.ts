import type { DidAnalyseParams } from '../../../server/src/lsp/protocol.js';
import type { ServerState } from '../server/language-server.js';
import type { Translate } from '../translate.js';
import { countFindings } from './findings.js';

export interface StatusText {
  readonly text: string;
  readonly tooltip: string;
  /** Whether something is broken that a person should see. */
  readonly broken: boolean;
}

/** The verdict in words. */
export function verdictName(verdict: DidAnalyseParams['script']['verdict'], t: Translate): string {
  switch (verdict) {
    case 'simplified':
      return t('Simplified');
    case 'traditional':
      return t('Traditional');
    case 'mixed':
      return t('Mixed script');
    case 'undetermined':
      return t('Script undetermined');
  }
}

/** The counts that the verdict rests on. */
export function evidence({ simplified, traditional }: DidAnalyseParams['script'], t: Translate): string {
  return t('{0} Simplified-only and {1} Traditional-only characters', simplified, traditional);
}

function counted(findings: number, t: Translate): string {
  return findings === 1 ? t('1 finding') : t('{0} findings', findings);
}

/** What the status item says of the active report. */
export function statusText(
  state: ServerState,
  analysis: DidAnalyseParams | undefined,
  t: Translate,
): StatusText {
  if (state === 'failed') {
    return {
      text: `$(error) ${t('Report server stopped')}`,
      tooltip: t('The language server of Report Corpus ended several times. Click to start it again.'),
      broken: true,
    };
  }
  if (state !== 'running' || analysis === undefined) {
    const tooltip =
      state === 'running' ? t('The report is being checked.') : t('The language server is starting.');
    return { text: `$(loading~spin) ${t('Report')}`, tooltip, broken: false };
  }
  const { findings, hints } = countFindings(analysis.findings);
  const icon = findings === 0 ? '$(pass)' : '$(book)';
  const tooltip = [
    `${verdictName(analysis.script.verdict, t)}: ${evidence(analysis.script, t)}`,
    hints === 0 ? counted(findings, t) : t('{0}, and hints: {1}', counted(findings, t), hints),
    t('Click for the list.'),
  ].join('\n');
  return {
    text: `${icon} ${verdictName(analysis.script.verdict, t)} · ${counted(findings, t)}`,
    tooltip,
    broken: false,
  };
}
