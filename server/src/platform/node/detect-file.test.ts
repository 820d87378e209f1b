import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { detectFile } from './detect-file.js';
import { createScratch } from './files/testing/scratch.js';

test('the encoding of a file is known by its bytes', async () => {
  const file = createScratch().write('a.txt', '霖川市');
  expect(await detectFile(pathToFileURL(file).href)).toEqual({
    encoding: 'utf-8',
    confidence: 1,
    text: '霖川市',
  });
});

test.each(['untitled:1', 'file://host/share/a.txt', 'file:///a%2Fb.txt', 'file:///none/a.txt'])(
  'nothing is known of %s',
  async (uri) => {
    expect(await detectFile(uri)).toBeUndefined();
  },
);
