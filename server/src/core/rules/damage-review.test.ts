import { describe, expect, it } from 'vitest';
import { CLEAN_REPORTS, type CleanReport } from '../testing/clean-reports.js';
import { annotate, doubleMarks, foldMarks } from '../testing/damage.js';
import { converted, service, settings } from '../testing/service.js';

/** Furniture above and below the report and a page control behind its last line of metadata. */
const FURNITURE = {
  simplified: [
    '当前位置:首页 > 要闻\n',
    '打印 关闭\n',
    '版权声明：凡本网注明来源的作品，未经书面授权不得转载。\n',
  ],
  traditional: [
    '當前位置:首頁 > 要聞\n',
    '列印 關閉\n',
    '版權聲明：凡本網註明來源的作品，未經書面授權不得轉載。\n',
  ],
} as const;

function mended(text: string): string {
  return service.fix(text, settings(), { include: 'review' }).text;
}

function withFurniture({ text, script }: CleanReport): string {
  const [head, tail, legal] = FURNITURE[script];
  return head + text + tail + legal;
}

/** A paragraph of the body in the other script, as a paste from elsewhere leaves it. */
function withPaste({ text, script }: CleanReport): string {
  const lines = text.split('\n');
  const at = lines.findLastIndex((line) => line.length > 50 && !/\([a-zē]+\)|《/.test(line));
  const paragraph = lines[at] ?? '';
  lines[at] = converted(paragraph, { to: script === 'simplified' ? 'tw' : 'simplified' });
  return lines.join('\n');
}

/**
 * Known limit: a name in the pasted paragraph converts as a name, and a character that is a word of its own in both
 * scripts keeps the form of the paste (云 may be a name's own form). Nothing in the paragraph tells them apart.
 */
const KEPT_IN_NAMES: readonly (readonly [clean: string, kept: string])[] = [['聶雲舟說', '聶云舟說']];

function withKeptNames(text: string): string {
  return KEPT_IN_NAMES.reduce((result, [clean, kept]) => result.replace(clean, kept), text);
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  市: '巿',
  方: '⽅',
  人: '⼈',
  文: '⽂',
  大: '⼤',
  用: '⽤',
  長: '⻑',
  长: '⻓',
};

function withLookAlikes(text: string): string {
  return text.replace(/[市方人文大用長长]/g, (character) => LOOK_ALIKES[character] ?? character);
}

describe.each(CLEAN_REPORTS)('$name, reviewed', (report) => {
  const { text, script } = report;

  it('loses nothing without damage', () => {
    expect(mended(text)).toBe(text);
  });

  it('comes back from furniture', () => {
    expect(mended(withFurniture(report))).toBe(text);
  });

  it('comes back from a paste in the other script', () => {
    const damaged = withPaste(report);
    expect(damaged).not.toBe(text);
    expect(mended(damaged)).toBe(withKeptNames(text));
  });

  it('comes back from look-alikes', () => {
    expect(withLookAlikes(text)).not.toBe(text);
    expect(mended(withLookAlikes(text))).toBe(text);
  });

  it('comes back from a body pasted twice', () => {
    const body = text.slice(text.indexOf('\n', text.indexOf('20')) + 1);
    expect(mended(text + body)).toBe(text);
  });

  it('comes back from all of it, folded and doubled', () => {
    const damaged = foldMarks(withFurniture({ ...report, text: withLookAlikes(doubleMarks(text, 3)) }));
    expect(mended(damaged)).toBe(text);
  });

  if (script === 'traditional') {
    it('comes back from all of it and pinyin notes', () => {
      const damaged = annotate(foldMarks(withFurniture({ ...report, text: doubleMarks(text, 3) })), {
        characters: Infinity,
      });
      expect(mended(damaged)).toBe(text);
    });
  }
});
