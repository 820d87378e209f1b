import { describe, expect, it } from 'vitest';
import { fixRound } from './fix.js';
import { createReportService } from './service.js';
import { rulesWithFailing } from './testing/failing-rule.js';
import { service, settings } from './testing/service.js';

const DIRTY = [
  '打印 关闭',
  '清溪市召開(kāi)防汛工作會(huì)議',
  '6月12日上午,清溪市召開(kāi)防汛工作會(huì)議,強(qiáng)調(diào)要壓實(shí)責(zé)任。',
  '举报电话:0599-5550123',
  '',
].join('\n');

describe('fix', () => {
  it('applies exact fixes only, unless told otherwise', () => {
    const { text, counts } = service.fix(DIRTY, settings(), { include: 'exact' });
    expect(text).toBe(
      '打印 关闭\n清溪市召開防汛工作會議\n6月12日上午，清溪市召開防汛工作會議，強調要壓實責任。\n举报电话：0599-5550123\n',
    );
    expect(counts['residue-removed']).toBe(8);
    expect(Object.keys(counts).sort()).toEqual(['residue-removed', 'width-restored']);
  });
  it('adds review fixes, never suggestions', () => {
    const { text, counts } = service.fix(DIRTY, settings(), { include: 'review' });
    expect(text).toBe('清溪市召開防汛工作會議\n6月12日上午，清溪市召開防汛工作會議，強調要壓實責任。\n');
    expect(counts['metadata-inserted']).toBeUndefined();
  });
  it('applies the rules named, in both classes', () => {
    const { text } = service.fix(DIRTY, settings(), { include: 'exact', rules: new Set(['page-furniture']) });
    expect(text).toBe(DIRTY.replace('打印 关闭\n', ''));
  });
  it('leaves rules alone that are switched off', () => {
    const rules = {
      'pinyin-residue': { severity: 'off' },
      'width-folded-punctuation': { severity: 'off' },
    } as const;
    expect(service.fix(DIRTY, settings({ rules }), { include: 'exact' }).text).toBe(DIRTY);
  });
  it('keeps protected words out of conversion', () => {
    const text = '清溪市召开会议,强调要压实责任,确保安全。會議在張家莊舉行,議題重要。\n';
    const fixed = service.fix(text, settings({ protected: ['張家莊'] }), {
      include: 'review',
      rules: new Set(['mixed-script']),
    }).text;
    expect(fixed).toBe('清溪市召开会议,强调要压实责任,确保安全。会议在張家莊举行,议题重要。\n');
  });
  it('takes of a fix what no other fix has taken: its edits stand alone', () => {
    const text = '清溪市召开会议\n会议强调,要压实责任,确保安全。\n关注清溪,服务群众\n会后,检查组出发。\n';
    const own = settings({ furniture: ['关注清溪,服务群众'] });
    const { findings } = service.check(service.parse(text, own), own);
    const { edits } = fixRound(findings, { include: 'review' });
    // The mark of the line that goes is left out, those around it are not.
    expect(edits.map(({ kind }) => kind)).toEqual([
      'width-restored',
      'width-restored',
      'furniture-removed',
      'width-restored',
    ]);
  });
  it.each(['check', 'edits'] as const)('names a rule whose %s throws; the others fix', (where) => {
    const failing = createReportService(rulesWithFailing('pinyin-residue', where));
    const { text, counts, failures } = failing.fix(DIRTY, settings(), { include: 'exact' });
    expect(failures).toEqual([{ rule: 'pinyin-residue', error: new Error('out of coffee') }]);
    expect(text).toContain('強(qiáng)調(diào)要壓實(shí)責(zé)任');
    expect(counts).toEqual({ 'width-restored': 3 });
    const named = { include: 'exact', rules: new Set(['width-folded-punctuation']) } as const;
    expect(failing.fix(DIRTY, settings(), named).failures).toEqual([]);
  });
  it('changes nothing the second time', () => {
    for (const include of ['exact', 'review'] as const) {
      const { text } = service.fix(DIRTY, settings(), { include });
      expect(service.fix(text, settings(), { include })).toEqual({ text, counts: {}, failures: [] });
    }
  });
  it('mends thousands of places in one run', () => {
    const text = `清溪市召开会议\n${'打印\n'.repeat(3000)}会议强调,要压实责任、排查隐患,确保群众安全度汛。\n`;
    const { text: fixed, counts } = service.fix(text, settings(), {
      include: 'review',
      rules: new Set(['page-furniture']),
    });
    expect(fixed).not.toContain('打印');
    expect(counts['furniture-removed']).toBe(3000);
  });
  it('mends a hundred thousand marks in one line', () => {
    const { text } = service.fix('会,'.repeat(150_000), settings(), { include: 'exact' });
    expect(text).toBe('会，'.repeat(150_000));
  });
  it('keeps line ends and a byte order mark', () => {
    const text = '\ufeff打印\r\n会议,会议。\r打印\n';
    const named = new Set(['page-furniture', 'width-folded-punctuation']);
    expect(service.fix(text, settings(), { include: 'review', rules: named }).text).toBe(
      '\ufeff会议，会议。\r',
    );
  });
});
