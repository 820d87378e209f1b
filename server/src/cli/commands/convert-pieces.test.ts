import { expect, test, vi } from 'vitest';
import type { ConvertTarget } from '../../core/script/converter.js';
import { createReportService } from '../../core/service.js';
import { defaultSettings } from '../../core/settings.js';
import { applyEdits } from '../../core/text/edit.js';
import { createPieceConverter } from '../../platform/node/files/convert-stream.js';
import { lastBlankLine } from '../../platform/node/files/cut-points.js';
import { CLEAN, MIRRORED } from '../testing/run.js';
import { createPieceByPiece } from './convert-pieces.js';
import { createConvertTally, type ConvertDone } from './convert-tally.js';

// From source the conversion tables are compiled when they are first asked for.
vi.setConfig({ testTimeout: 60_000 });

const service = createReportService();

function whole(text: string, to: ConvertTarget): { readonly text: string; readonly done: ConvertDone } {
  const conversion = service.convert(text, { to }, defaultSettings);
  const tally = createConvertTally(true, true);
  tally.add(text, 0, conversion);
  return { text: applyEdits(text, conversion.edits), done: tally.done() };
}

/** @param size bytes of the pieces in which the text comes */
function inPieces(text: string, to: ConvertTarget, size: number): ReturnType<typeof whole> {
  const tally = createConvertTally(true, true);
  const convert = createPieceByPiece(
    (piece, ranges) =>
      service.convert(piece, { to, ...(ranges === undefined ? {} : { ranges }) }, defaultSettings),
    tally,
  );
  const converter = createPieceConverter(convert, lastBlankLine);
  const bytes = Buffer.from(text);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) parts.push(converter.push(bytes.subarray(at, at + size)));
  parts.push(converter.end());
  return { text: Buffer.concat(parts).toString(), done: tally.done() };
}

const NAMED = `市委书记于长洪主持会议
11月2日，市委书记于长洪主持会议，部署头发干燥问题的治理。

工地上见到于长洪一行，大家很高兴。干，就要干好。
`;

test.each([
  ['simplified', `${MIRRORED}\n`],
  ['simplified', `${MIRRORED}\n${CLEAN}\n`],
  ['tw', `${CLEAN}\n${NAMED}\n`],
  ['traditional', NAMED],
] as const)('to %s in pieces as of the whole text, places and all', (to, report) => {
  const text = report.repeat(40);
  const expected = whole(text, to);
  for (const size of [700, 3000, 20_000]) expect(inPieces(text, to, size)).toEqual(expected);
});

test('a name is known behind a cut', () => {
  // Each piece ends behind a blank line: the title stands in one, the bare name in the next.
  const [first, second] = NAMED.split('\n\n');
  const size = Buffer.byteLength(`${String(first)}\n\n`);
  const { text, done } = inPieces(NAMED, 'tw', size);
  expect(text).toContain('見到于長洪一行');
  expect(done.counts.names).toEqual(['于長洪']);
  expect(done.places?.namesToConfirm.at(-1)).toMatchObject({ line: 4, column: 6 });
  // Alone, the second is no evidence of a name.
  expect(whole(String(second), 'tw').text).toContain('見到於長洪一行');
});

test('places are those of the file where a line is longer than a piece', () => {
  const text = `${'会议指出，要落实措施。'.repeat(200)}干，就要干好。\n干。`;
  const { places } = inPieces(text, 'tw', 1000).done;
  expect(places).toEqual(whole(text, 'tw').done.places);
  expect(places?.ambiguous).toHaveLength(2);
});

test('a byte order mark stays in front and is no character of the text', () => {
  const { text, done } = inPieces(`\ufeff${NAMED.repeat(5)}`, 'tw', 500);
  const expected = whole(NAMED.repeat(5), 'tw');
  expect(text).toBe(`\ufeff${expected.text}`);
  expect(done).toEqual(expected.done);
});
