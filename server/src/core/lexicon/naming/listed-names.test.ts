import { describe, expect, it } from 'vitest';
import { createKnownPeople } from '../../officials-file/index.js';
import { createReportService } from '../../service.js';

const service = createReportService();
const people = createKnownPeople([
  { name: '何书田', posts: [] },
  { name: '高明', posts: [] },
  { name: '铁木尔·达瓦', forms: ['鐵木爾'], posts: [] },
]);

/** Whom a text names, with the places of the mentions. */
function named(text: string): string[] {
  const { officials } = service.parse(text, { people });
  return officials.map(
    ({ name, mentions }) => `${name}:${mentions.map(({ start, end }) => text.slice(start, end)).join('/')}`,
  );
}

describe('names of the officials file', () => {
  it('are found without a title, in either script and through notes', () => {
    expect(named('现场气氛热烈，何书田笑了。')).toEqual(['何书田:何书田']);
    expect(named('會(huì)後，何書(shū)田說(shuō)到這裡笑了。')).toEqual(['何书田:何書(shū)田']);
  });
  it('are found in another writing', () => {
    expect(named('現場，鐵木爾笑了。')).toEqual(['铁木尔:鐵木爾']);
  });
  it('of two characters stand by themselves', () => {
    expect(named('现场，高明说了三点。')).toEqual(['高明:高明']);
    for (const word of ['他的做法很高明。', '高明区召开会议。', '手段高明的人不多。'])
      expect(named(word), word).toEqual([]);
  });
  it('keep the posts that the file states', () => {
    const text = '市长何书田出席。随后何书田说了三点。';
    const [official] = service.parse(text, { people }).officials;
    expect(official).toMatchObject({ name: '何书田', posts: ['市长'] });
    expect(official?.mentions).toHaveLength(2);
  });
  it('are nobody without the file', () => {
    expect(service.parse('现场气氛热烈，何书田笑了。').officials).toEqual([]);
  });
});
