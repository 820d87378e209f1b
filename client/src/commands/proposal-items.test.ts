import { describe, expect, it } from 'vitest';
import type { WireProposal } from '../../../server/src/lsp/protocol.js';
import { countLeftAlone, proposalItems } from './proposal-items.js';

const t = (text: string, ...values: (string | number | boolean)[]): string =>
  text.replace(/\{(\d)\}/g, (_, i: string) => String(values[Number(i)]));

const proposal = (parts: Partial<WireProposal>): WireProposal => ({
  kind: 'new',
  name: '陆明远',
  forms: [],
  posts: ['清溪市市长'],
  first: '',
  last: '',
  reports: 1,
  namesakes: 0,
  proposal: {},
  ...parts,
});

describe('proposalItems', () => {
  it('says who, with which posts, from how many reports and when', () => {
    const [item] = proposalItems(
      [
        proposal({
          place: '清溪市',
          posts: ['清溪市市长', '市委副书记'],
          first: '2020-01-02',
          last: '2021-03-04',
          reports: 7,
        }),
      ],
      t,
    );
    expect(item).toMatchObject({
      label: '陆明远',
      description: '清溪市市长, 市委副书记',
      detail: '清溪市 · 7 reports · 2020-01-02 to 2021-03-04',
    });
  });

  it('shows beside the name how the reports write it', () => {
    const [item] = proposalItems([proposal({ forms: ['陸明遠', '陆明遠'] })], t);
    expect(item).toMatchObject({ label: '陆明远', description: '陸明遠, 陆明遠 · 清溪市市长' });
  });

  it('warns of people with one name, and tells further posts from a new entry', () => {
    const details = proposalItems(
      [proposal({ namesakes: 1 }), proposal({ kind: 'more', first: '2020-01-02', last: '2020-01-02' })],
      t,
    ).map(({ detail }) => detail);
    expect(details).toEqual([
      '1 report · others have this name: look who is meant',
      'further posts of an entry · 1 report · 2020-01-02',
    ]);
  });

  it('leaves out what merging leaves alone', () => {
    const all = [proposal({ kind: 'hand-made' }), proposal({ kind: 'unclear' }), proposal({})];
    expect(proposalItems(all, t)).toHaveLength(1);
    expect(countLeftAlone(all)).toBe(2);
  });
});
