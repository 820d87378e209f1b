import { expect, it } from 'vitest';
import { fullPost } from './full-post.js';

it.each([
  ['市委书记', '霖川市', '霖川市委书记'],
  ['市长', '霖川市', '霖川市市长'],
  ['副市长', '霖川市', '霖川市副市长'],
  ['县人大常委会主任', '临溪县', '临溪县人大常委会主任'],
  ['水利局局长', '霖川市', '霖川市水利局局长'],
  ['部长', '中央组织部', '中央组织部部长'],
  ['市长', undefined, '市长'],
])('%s of %s is %s', (post, place, expected) => {
  expect(fullPost(post, place)).toBe(expected);
});
