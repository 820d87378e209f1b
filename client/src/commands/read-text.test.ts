import { describe, expect, it } from 'vitest';
import { readText } from './read-text.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('reading a file that is to be converted', () => {
  it.each(['', '会议', '会议\n座谈\n', '会议\r\n座谈\r\n'])('takes %j', (text) => {
    expect(readText(bytes(text))).toEqual({ ok: true, text });
  });

  it('leaves out the BOM, as VS Code does', () => {
    expect(readText(bytes('\u{FEFF}会议'))).toEqual({ ok: true, text: '会议' });
  });

  it.each([
    ['binary', Uint8Array.of(0x50, 0x00, 0x51)],
    ['not-utf-8', Uint8Array.of(0xbb, 0xe1, 0xd2, 0xe9)],
    ['not-utf-8', Uint8Array.of(0xed, 0xa0, 0x80)],
    ['mixed-line-ends', bytes('会议\r\n座谈\n')],
    ['mixed-line-ends', bytes('会议\r座谈')],
  ])('refuses %s', (why, content) => {
    expect(readText(content)).toEqual({ ok: false, why });
  });
});
