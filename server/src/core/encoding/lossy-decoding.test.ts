import { describe, expect, it } from 'vitest';
import { createReportService } from '../service.js';
import { defaultSettings } from '../settings.js';
import { applyEdits } from '../text/edit.js';
import { isLossyDecoding } from './lossy-decoding.js';

const LOST = '\ufffd\ufffdί\ufffd\ufffd\ufffdᳫ\ufffdٿ\ufffd,(\ufffd\ufffd)2023-06-01 0599-5550123\n'.repeat(
  3,
);

describe('a text that a wrong decoder read', () => {
  it('is told from text with a stray replacement character', () => {
    expect(isLossyDecoding(LOST)).toBe(true);
    expect(isLossyDecoding(`清溪市召开会议${'会议强调,要压实责任。'.repeat(200)}\ufffd\ufffd`)).toBe(false);
    expect(isLossyDecoding('')).toBe(false);
  });

  it('gets no other finding, no fix and no conversion: saving any of them would destroy the file', () => {
    const service = createReportService();
    const { findings } = service.check(service.parse(LOST), defaultSettings);
    expect(findings.map(({ rule }) => rule)).toEqual(['undecodable-text']);
    expect(service.fix(LOST, defaultSettings, { include: 'review' }).text).toBe(LOST);
    for (const to of ['simplified', 'tw'] as const) {
      expect(applyEdits(LOST, service.convert(LOST, { to }, defaultSettings).edits)).toBe(LOST);
    }
  });
});
