import { CodeActionTriggerKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import { fixRound } from '../../core/fix.js';
import type { RuleGroup } from '../../core/rules/rule.js';
import type { Analysis } from '../analyses.js';
import { FIX_ALL, FIX_WITH_PREVIEW } from '../protocol.js';
import type { ActionData } from './action-data.js';

const GROUPS: Readonly<Partial<Record<RuleGroup, Readonly<Record<'en' | 'zh-cn', string>>>>> = {
  residue: {
    en: 'Fix all residue of conversion (Report Corpus)',
    'zh-cn': '修复全部转换残留（Report Corpus）',
  },
  furniture: {
    en: 'Remove all page furniture (Report Corpus)',
    'zh-cn': '删除全部网页杂项（Report Corpus）',
  },
  encoding: { en: 'Fix all encoding damage (Report Corpus)', 'zh-cn': '修复全部编码损坏（Report Corpus）' },
  script: {
    en: 'Convert all stray parts (Report Corpus)',
    'zh-cn': '转换全部混入的另一种字形（Report Corpus）',
  },
};

/**
 * Fix-all takes class `exact` only. A group's action, asked for by its kind or chosen from the menu, takes `review`
 * too; on save it takes `exact` only, like everything that runs unattended.
 */
export function fixAlls(
  analysis: Analysis,
  params: CodeActionParams,
  wants: (kind: string) => boolean,
): CodeAction[] {
  const { findings, document, stamp, settings } = analysis;
  const offer = (
    kind: string,
    title: string,
    group: RuleGroup | undefined,
    include: 'exact' | 'review',
  ): CodeAction[] => {
    const chosen = findings.filter((finding) => group === undefined || finding.group === group);
    if (fixRound(chosen, { include }).edits.length === 0) return [];
    const data: ActionData = { uri: document.uri, stamp, do: 'fixAll', group, include };
    return [{ title, kind, data }];
  };
  // A client that does not say how it came to ask is taken to run unattended.
  const unattended = params.context.triggerKind !== CodeActionTriggerKind.Invoked;
  const all =
    settings.language === 'en'
      ? 'Fix all certain problems (Report Corpus)'
      : '修复全部确定的问题（Report Corpus）';
  if (wants(FIX_ALL)) {
    // `source.fixAll` on save takes every action of a sub-kind too: the groups would apply twice.
    if (params.context.only !== undefined && unattended) return offer(FIX_ALL, all, undefined, 'exact');
  }
  return [
    ...(wants(FIX_ALL) ? offer(FIX_ALL, all, undefined, 'exact') : []),
    ...Object.entries(GROUPS).flatMap(([group, titles]) =>
      wants(`${FIX_ALL}.${group}`)
        ? offer(
            `${FIX_ALL}.${group}`,
            titles[settings.language],
            group as RuleGroup,
            unattended ? 'exact' : 'review',
          )
        : [],
    ),
  ];
}

/** Everything but what needs a person's wording, looked at first; offered where something is to be looked at. */
export function withPreview({ findings, document: { uri }, stamp, settings }: Analysis): CodeAction[] {
  if (!findings.some(({ fix }) => fix?.class === 'review')) return [];
  const title =
    settings.language === 'en'
      ? 'Fix all with preview (Report Corpus)'
      : '预览后修复全部问题（Report Corpus）';
  return [{ title, kind: FIX_WITH_PREVIEW, data: { uri, stamp, do: 'preview' } satisfies ActionData }];
}
