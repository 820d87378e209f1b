import type { Finding } from '../rules/run.js';
import { meets, spansMeeting, type Span } from '../text/span.js';

/** The findings whose fix is offered for a range: where the finding stands, or anywhere in one of its places. */
export function fixableAt(findings: readonly Finding[], range: Span): Finding[] {
  return findings.filter(
    (finding) =>
      finding.fix !== undefined && (meets(finding, range) || spansMeeting(finding.places, range).length > 0),
  );
}
