import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, damagedText, runs } from '../../server/src/core/testing/arbitraries.js';
import { expectDeclared, filledEdits } from '../../server/src/core/testing/rule-tester.js';
import { service, settings } from '../../server/src/core/testing/service.js';
import { hoverTargets } from './support/probe.js';
import type { Report } from '../../server/src/core/report/types.js';
import { foldings, outline } from '../../server/src/core/features/outline.js';
import { applyEdits } from '../../server/src/core/text/edit.js';
import type { Span } from '../../server/src/core/text/span.js';
import { fixtureReports } from './support/paths.js';

/** REPORT_CORPUS_FUZZ=100 multiplies the runs. */
const RUNS = { numRuns: runs(300) };
const texts = fc.oneof(
  { arbitrary: damagedText(fixtureReports().map(({ text }) => text)), weight: 2 },
  { arbitrary: anyText, weight: 1 },
);

function spansOf(report: Report): Span[] {
  return [
    ...report.zones,
    ...report.headlines,
    ...[report.dateLine, report.sourceLine, report.agency, report.emptySourceLabel].filter(
      (span) => span !== undefined,
    ),
    ...report.authors,
    ...report.editors,
    ...report.eventDates,
    ...report.eventDates.flatMap(({ evidence }) => evidence),
    ...report.officials.flatMap(({ mentions }) => mentions),
    ...report.phrases,
    ...report.notes.certain,
    ...report.notes.doubtful,
    report.anchor,
  ];
}

describe('any text at all', () => {
  it('is read and checked without an error, and every span lies inside it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const report = service.parse(text);
        const { findings, failures } = service.check(report, settings());
        expect(failures).toEqual([]);
        const edits = findings.flatMap(({ fix }) => fix?.edits() ?? []);
        const places = findings.flatMap((finding) => [finding, ...finding.places]);
        for (const { start, end } of [...spansOf(report), ...places, ...edits]) {
          if (!(0 <= start && start <= end && end <= text.length)) {
            expect.fail(`${String(start)}..${String(end)} of ${String(text.length)}`);
          }
        }
        for (const quoted of [...report.headlines, ...report.eventDates]) {
          expect(quoted.text).toBe(text.slice(quoted.start, quoted.end));
        }
      }),
      RUNS,
    );
  });

  it('has zones that ascend and do not overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const zone of service.parse(text).zones) {
          expect(zone.start).toBeGreaterThanOrEqual(end);
          expect(zone.end).toBeGreaterThan(zone.start);
          end = zone.end;
        }
      }),
      RUNS,
    );
  });

  it('has a shadow whose offsets lead back and forth', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { shadow, notes } = service.parse(text);
        const removed = notes.certain.reduce((sum, { start, end }) => sum + end - start, 0);
        expect(shadow.text.length).toBe(text.length - removed);
        expect(shadow.folded.length).toBe(shadow.text.length);
        let raw = 0;
        for (let offset = 0; offset <= shadow.text.length; offset++) {
          const next = shadow.toRaw(offset);
          expect(next).toBeGreaterThanOrEqual(raw);
          expect(shadow.toShadow(next)).toBe(offset);
          raw = next;
        }
        let at = 0;
        for (let offset = 0; offset <= text.length; offset++) {
          const next = shadow.toShadow(offset);
          expect(next).toBeGreaterThanOrEqual(at);
          at = next;
        }
        expect(at).toBe(shadow.text.length);
      }),
      { numRuns: runs(100) },
    );
  });

  it('is fixed for good by one run, the exact fixes first', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const exact = service.fix(text, settings(), { include: 'exact' }).text;
        expect(service.fix(exact, settings(), { include: 'exact' }).text).toBe(exact);
        const review = service.fix(exact, settings(), { include: 'review' }).text;
        expect(service.fix(review, settings(), { include: 'review' }).text).toBe(review);
      }),
      RUNS,
    );
  });

  it('loses every exact finding by its fix, which stays inside its declared edits', () => {
    const rules = new Map(service.rules.map((rule) => [rule.id, rule]));
    fc.assert(
      fc.property(texts, (text) => {
        const { findings } = service.check(service.parse(text), settings());
        for (const { rule: id, fix } of findings) {
          const rule = rules.get(id);
          if (fix === undefined || rule === undefined) continue;
          expectDeclared(rule, text, filledEdits(fix));
          if (fix.class !== 'exact') continue;
          const after = service.check(service.parse(applyEdits(text, fix.edits())), settings()).findings;
          expect(after.filter((finding) => finding.rule === id && finding.fix?.class === 'exact')).toEqual(
            [],
          );
        }
      }),
      RUNS,
    );
  });

  it('converts to Simplified once and for all', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = applyEdits(text, service.convert(text, { to: 'simplified' }).edits);
        expect(applyEdits(once, service.convert(once, { to: 'simplified' }).edits)).toBe(once);
      }),
      RUNS,
    );
  });

  it('converts anywhere to anything without touching what is unchanged', () => {
    const target = fc.constantFrom('simplified', 'traditional', 'tw', 'hk');
    fc.assert(
      fc.property(texts, target, fc.nat(), fc.nat(), (text, to, from, length) => {
        const start = from % (text.length + 1);
        const end = Math.min(text.length, start + (length % 50));
        for (const { edits } of [
          service.convert(text, { to }),
          service.convert(text, { to, ranges: [{ start, end }] }),
        ]) {
          for (const edit of edits) expect(edit.newText).not.toBe(text.slice(edit.start, edit.end));
          expect(() => applyEdits(text, edits)).not.toThrow();
        }
      }),
      RUNS,
    );
  });

  it('has an outline, foldings and hover cards', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const report = service.parse(text);
        for (const node of outline(report, 'en')) {
          for (const child of node.children) {
            expect(child.span.start).toBeGreaterThanOrEqual(node.span.start);
            expect(child.span.end).toBeLessThanOrEqual(node.span.end);
          }
        }
        expect(foldings(report).every(({ start, end }) => start <= end)).toBe(true);
        for (const offset of hoverTargets(report)) {
          const card = service.hover(report, offset, { language: 'zh-cn' });
          expect(card?.markdown).toMatch(/\S/);
        }
      }),
      RUNS,
    );
  });
});
