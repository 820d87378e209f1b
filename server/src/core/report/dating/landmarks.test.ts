import { describe, expect, it } from 'vitest';
import data from '../../../../data/landmarks.json' with { type: 'json' };
import { createClueTable, findClues } from '../clues.js';
import { createLandmarkFinder, type Landmark } from './landmarks.js';

function finder(landmarks: readonly Landmark[]): (text: string) => readonly string[] {
  const landmarkFinder = createLandmarkFinder(landmarks);
  const table = createClueTable([landmarkFinder.clues]);
  return (text) =>
    landmarkFinder
      .find(text, findClues(text, table), { start: 0, end: text.length })
      .map(({ landmark, text: named }) => `${landmark.id} ${named}`);
}

const what = { zh: '', en: '' };

describe('landmarks', () => {
  const find = finder([
    { id: 'long', terms: ['“两个确立”的决定性意义'], what },
    { id: 'short', terms: ['六稳六保', '卫健委'], what },
  ]);
  it.each([
    ['深刻领悟“两个确立”的决定性意义', ['long 两个确立”的决定性意义']],
    ['深刻领悟两个确立的决定性意义', ['long 两个确立的决定性意义']],
    ['深刻领悟两“个确”立的决定性意义', ['long 两“个确”立的决定性意义']],
    ['做好“六稳”“六保”工作', ['short 六稳”“六保']],
    ['市卫健委', ['short 卫健委']],
    ['卫健委、六稳六保', ['short 卫健委']],
    ['两个确立的决定', []],
    ['两', []],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  it('of the lexicon are all found, at the end of a text and inside one', () => {
    const all = finder(data.landmarks);
    const missed = data.landmarks
      .filter((landmark) => !('soft' in landmark && landmark.soft))
      .flatMap(({ id, ...landmark }) =>
        [
          ...('terms' in landmark ? landmark.terms : []),
          ...('yearTerms' in landmark ? landmark.yearTerms : []),
        ]
          .filter((term) => [`在${term}`, `在${term}中,会议要求`].some((text) => !names(all(text), id)))
          .map((term) => `${id} ${term}`),
      );
    expect(missed).toEqual([]);
  });
});

function names(found: readonly string[], id: string): boolean {
  return found.some((mention) => mention.startsWith(`${id} `));
}
