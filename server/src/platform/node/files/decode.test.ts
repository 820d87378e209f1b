import { describe, expect, test } from 'vitest';
import { decode, encode } from './decode.js';

const CHINESE =
  '市委召开会议，部署下一步的工作。会议指出，要在全市范围内做好各项工作，不得有误。\n主持会议的是市委书记。\n';
/** `新华社2月3日电，市委召开会议，研究一季度的工作。在会上，大家一致同意。` and its Traditional twin, as other programs saved them. */
const GB18030 = Buffer.from(
  'd0c2bbaac9e732d4c233c8d5b5e7a3accad0ceafd5d9bfaabbe1d2e9a3acd1d0bebfd2bbbcbeb6c8b5c4b9a4d7f7a1a3d4dabbe1c9cfa3acb4f3bcd2d2bbd6c2cdacd2e2a1a3',
  'hex',
);
const BIG5 = Buffer.from(
  'b773b5d8aac032a4eb33a4e9b971a141a5aba965a56cb67db77cc4b3a141ace3a873a440a975abd7aabaa475a740a143a662b77ca457a141a46aae61a440ad50a650b74ea143',
  'hex',
);

function utf16(text: string, big: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

describe('UTF-8', () => {
  test.each([
    ['nothing', ''],
    ['Chinese with astral characters', '𠮷野家 会议\r\nx\ry\n'],
    ['U+2028 and U+FFFD as they are', 'a\u2028b\ufffd'],
    ['a NUL here and there', `${CHINESE}\u0000`],
  ])('%s comes back byte by byte', (_, text) => {
    const bytes = Buffer.from(text, 'utf8');
    const decoded = decode(bytes);
    expect(decoded).toEqual({ kind: 'text', text, bom: false });
    expect(encode(text, false).equals(bytes)).toBe(true);
  });

  test('the byte order mark is kept apart and comes back', () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('会议')]);
    expect(decode(bytes)).toEqual({ kind: 'text', text: '会议', bom: true });
    expect(encode('会议', true).equals(bytes)).toBe(true);
  });

  test('only the first of two byte order marks is one', () => {
    expect(decode(Buffer.from('\ufeff\ufeff会', 'utf8'))).toEqual({
      kind: 'text',
      text: '\ufeff会',
      bom: true,
    });
  });

  test.each([
    ['a lone surrogate', [0xed, 0xa0, 0x80], 'utf-8-surrogates'],
    ['a surrogate pair in six bytes (CESU-8)', [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], 'utf-8-surrogates'],
    ['an overlong form', [0xe0, 0x80, 0xaf], 'utf-8'],
    ['an overlong slash', [0xc0, 0xaf], 'utf-8'],
    ['a byte beyond Unicode', [0xf4, 0x90, 0x80, 0x80], 'utf-8'],
    ['a continuation byte alone', [0x80], 'utf-8'],
  ])('%s is refused, with its place', (_, wrong, looksLike) => {
    const before = Buffer.from(CHINESE);
    const decoded = decode(Buffer.concat([before, Buffer.from(wrong), before]));
    expect(decoded).toMatchObject({ kind: 'undecodable', looksLike, at: before.length, line: 3 });
  });

  test('a character cut off at the end is refused', () => {
    const bytes = Buffer.from(CHINESE.trimEnd());
    const cut = bytes.subarray(0, bytes.length - 1);
    expect(decode(cut)).toMatchObject({
      kind: 'undecodable',
      looksLike: 'utf-8',
      at: bytes.length - 3,
      line: 2,
    });
  });

  test('CR, LF and CRLF count as line ends of the place', () => {
    const decoded = decode(Buffer.concat([Buffer.from('一\r二\r\n三\n四市委召开会议'), Buffer.from([0xff])]));
    expect(decoded).toMatchObject({ kind: 'undecodable', line: 4 });
  });

  test('a text with a lone surrogate is not encoded', () => {
    expect(() => encode('会\ud800议', false)).toThrow(RangeError);
  });
});

describe('other encodings are named', () => {
  test.each([
    ['GB18030', GB18030, 'gb18030'],
    ['Big5', BIG5, 'big5'],
    [
      'UTF-16 LE with its mark',
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(CHINESE, false)]),
      'utf-16le',
    ],
    ['UTF-16 BE with its mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(CHINESE, true)]), 'utf-16be'],
    ['UTF-16 LE', utf16(CHINESE, false), 'utf-16le'],
    ['UTF-16 BE', utf16(CHINESE, true), 'utf-16be'],
    ['UTF-16 LE that happens to be valid UTF-8', utf16('plain text\n', false), 'utf-16le'],
    [
      'a binary file',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0xff]),
      'binary',
    ],
    ['NUL bytes', Buffer.alloc(100), 'binary'],
    ['Latin-1', Buffer.from('d\xe9j\xe0 vu', 'latin1'), 'unknown'],
  ])('%s', (_, bytes, looksLike) => {
    expect(decode(bytes)).toMatchObject({ kind: 'undecodable', looksLike });
  });

  test('the samples are what they claim', () => {
    expect(new TextDecoder('gb18030', { fatal: true }).decode(GB18030)).toContain('市委召开会议');
    expect(new TextDecoder('big5', { fatal: true }).decode(BIG5)).toContain('召開會議');
  });
});
