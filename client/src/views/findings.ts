import type { DidAnalyseParams, WirePosition, WireRange } from '../../../server/src/lsp/protocol.js';

export type WireFinding = DidAnalyseParams['findings'][number];
export type FindingSeverity = WireFinding['severity'];

const ORDER: readonly FindingSeverity[] = ['error', 'warning', 'information', 'hint'];

/** The findings of one rule in one report. */
export interface RuleFindings {
  readonly rule: string;
  /** The gravest among them. */
  readonly severity: FindingSeverity;
  readonly findings: readonly WireFinding[];
  /** Where to go, ascending: the decorated places, else the findings themselves. */
  readonly places: readonly WireRange[];
  readonly page: string | undefined;
}

/** The findings by rule, the gravest rules first, in the order of the text within one severity. */
export function groupByRule({ findings, places }: DidAnalyseParams): readonly RuleFindings[] {
  const groups = new Map<string, WireFinding[]>();
  for (const finding of findings) groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]);
  return [...groups]
    .map(([rule, members]): RuleFindings => {
      const decorated = places.filter((place) => place.rule === rule).map((place) => place.range);
      const ranges = decorated.length > 0 ? decorated : members.map((finding) => finding.range);
      const severities = members.map((finding) => finding.severity);
      return {
        rule,
        severity: ORDER.find((one) => severities.includes(one)) ?? 'hint',
        findings: members,
        places: [...ranges].sort((a, b) => compare(a.start, b.start)),
        page: members.find((finding) => finding.page !== undefined)?.page,
      };
    })
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

/** How many findings there are that are not hints, as in VS Code's list of problems, and how many hints. */
export function countFindings(findings: readonly WireFinding[]): {
  readonly findings: number;
  readonly hints: number;
} {
  const hints = findings.filter((finding) => finding.severity === 'hint').length;
  return { findings: findings.length - hints, hints };
}

/** The place after the cursor, the first one when there is none after it. */
export function nextPlace(places: readonly WireRange[], cursor: WirePosition): WireRange | undefined {
  return places.find((place) => compare(place.start, cursor) > 0) ?? places[0];
}

function compare(a: WirePosition, b: WirePosition): number {
  return a.line - b.line || a.character - b.character;
}
