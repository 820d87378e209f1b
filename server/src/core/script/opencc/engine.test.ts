import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../text/edit.js';
import { createConversionEngine, type ConfigName, type ConvertSpans } from './index.js';
import { tableBytes } from './table-bytes.js';

const engine = createConversionEngine();

/** Segments as `source>output kind`, alternatives in brackets. */
function segments(text: string, config: ConfigName, spans?: ConvertSpans): string[] {
  return [...engine.convert(text, config, spans).segments()].map(
    ({ start, end, output, kind, alternatives }) =>
      `${text.slice(start, end)}>${output} ${kind}${alternatives.length > 0 ? `[${alternatives.join('')}]` : ''}`,
  );
}
const spanOf = (text: string, part: string): { start: number; end: number } => {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`${part} is not in the text`);
  return { start, end: start + part.length };
};

describe('a protected span', () => {
  it('that is empty keeps phrases from reaching across', () => {
    const cut = engine.convert('新征程', 's2t', { protected: [{ start: 1, end: 1 }] });
    expect(cut.output).toBe('新征程');
    expect(engine.plain('新征程', 's2t')).toBe('新徵程');
    expect(segments('有关系统', 's2t', { protected: [{ start: 2, end: 2 }] })).toEqual([
      '关>關 character',
      '系统>系統 phrase',
    ]);
  });
  it('may say what it becomes, of another length too', () => {
    const { output, offsets } = engine.convert('不准搞', 's2t', {
      protected: [
        { start: 0, end: 2, output: '不准許' },
        { start: 2, end: 2 },
      ],
    });
    expect(output).toBe('不准許搞');
    expect(offsets.toOutput(2)).toBe(3);
  });
});

describe('segments', () => {
  it('tell characters from phrases and leave out what is unchanged', () => {
    expect(segments('皇后的头发，书', 's2t')).toEqual(['头发>頭髮 phrase', '书>書 character']);
  });
  it('name the other targets of a character where no phrase decides', () => {
    expect(segments('干', 's2t')).toEqual(['干>幹 character[乾干]']);
    expect(segments('干燥', 's2t')).toEqual(['干燥>乾燥 phrase']);
    expect(segments('乾', 't2s')).toEqual(['乾>干 character[乾]']);
  });
  it('name a character that stays although it has other targets', () => {
    expect(segments('〇于〇', 's2t')).toEqual(['于>於 character[于]']);
    expect(segments('〇只〇', 's2t')).toEqual(['只>只 character[隻]']);
    expect(engine.convert('〇只〇', 's2t').edits()).toEqual([]);
  });
  it('hold the wording of phrase configurations', () => {
    expect(segments('為核心', 'tw2sp')).toEqual(['為>为 character', '核心>内核 phrase']);
    expect(segments('软件', 's2twp')).toEqual(['软件>軟體 phrase']);
  });
  it('count a character of two units as one', () => {
    expect(segments('𫗠', 's2t')).toEqual(['𫗠>餦 character']);
    const { start, end } = [...engine.convert('a𫗠b', 's2t').segments()][0] ?? {};
    expect([start, end]).toEqual([1, 3]);
  });
  it('replace compatibility characters before phrases are looked up', () => {
    // U+F9FF and U+F90A are compatibility forms of 刺 and 金.
    expect(engine.plain('\uf90a銭', 'jp2t')).toBe(engine.plain('金銭', 'jp2t'));
    expect(segments('x\uf90a', 't2s')).toEqual(['\uf90a>金 character']);
  });
});

describe('protected spans and names', () => {
  const text = '市委书记于长洪主持会议';
  it('leave a protected span as it is', () => {
    const spans = { protected: [spanOf(text, '书记于长洪')] };
    expect(engine.convert(text, 's2tw', spans).output).toBe('市委书记于长洪主持會議');
    expect(segments(text, 's2tw', spans)[0]).toBe('书记于长洪>书记于长洪 protected');
  });
  it('let no phrase match across a border', () => {
    // 头发 is one phrase, and 发 alone becomes 發.
    expect(engine.plain('剪头发', 's2t')).toBe('剪頭髮');
    expect(engine.convert('剪头发', 's2t', { protected: [{ start: 0, end: 2 }] }).output).toBe('剪头發');
    expect(engine.convert('剪头发', 's2t', { names: [{ start: 0, end: 2 }] }).output).toBe('剪頭發');
  });
  it('ask for every character of a name, in order, with what is usual', () => {
    const asked: string[] = [];
    const names = [spanOf(text, '于长洪')];
    const { output } = engine.convert(text, 's2tw', {
      names,
      nameCharacter(character, usual, name) {
        asked.push(`${character}${usual}${name.start}`);
        return character === '于' ? character : usual;
      },
    });
    expect(output).toBe('市委書記于長洪主持會議');
    expect(asked).toEqual(['于於4', '长長4', '洪洪4']);
  });
  it('take a function that uses the engine itself', () => {
    const names = [spanOf(text, '于长洪')];
    const nameCharacter = (character: string): string => engine.plain(`，${character}`, 's2t').slice(1);
    expect(engine.convert(text, 's2t', { names, nameCharacter }).output).toBe('市委書記於長洪主持會議');
  });
  it('refuse spans that overlap or lie outside', () => {
    const run = (start: number, end: number) => () =>
      engine.convert(text, 's2t', { names: [{ start: 0, end: 3 }], protected: [{ start, end }] });
    expect(run(2, 4)).toThrow(RangeError);
    expect(run(5, 40)).toThrow(RangeError);
    expect(run(3, 4)).not.toThrow();
  });
});

describe('edits and offsets', () => {
  it('are minimal', () => {
    expect(engine.convert('皇后的头发，书记', 's2t').edits()).toEqual([
      { start: 3, end: 5, newText: '頭髮' },
      { start: 6, end: 8, newText: '書記' },
    ]);
    // The phrase keeps its beginning and gets shorter.
    const conversion = engine.convert('丹尼·博伊尔说', 's2hkp');
    const edits = conversion.edits();
    const { output, source } = conversion;
    expect(output).toBe('丹尼·波爾説');
    expect(edits).toEqual([
      { start: 3, end: 6, newText: '波爾' },
      { start: 6, end: 7, newText: '説' },
    ]);
    expect(
      applyEdits(
        source,
        edits.map((edit) => ({ ...edit, kind: 'script-converted' })),
      ),
    ).toBe(output);
  });
  it('never cut a character of two units', () => {
    for (const { start, end, newText } of engine.convert('𫗠㓆𠮷', 's2t').edits()) {
      expect([start, end].filter((at) => /[\udc00-\udfff]/.test('𫗠㓆𠮷'.charAt(at)))).toEqual([]);
      expect(newText).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
    }
  });
  it('lead to the output and back', () => {
    const { offsets, source, output } = engine.convert('说丹尼·博伊尔说', 's2hkp');
    expect([0, 1, source.length].map((at) => offsets.toOutput(at))).toEqual([0, 1, output.length]);
    expect(offsets.toOutput(source.length - 1)).toBe(output.length - 1);
    expect(offsets.toSource(output.length - 1)).toBe(source.length - 1);
    // Inside the stretch of another length: where it starts.
    expect(offsets.toOutput(4)).toBe(1);
    expect(offsets.toSource(3)).toBe(1);
  });
});

describe('odd text', () => {
  it('keeps lone surrogates, controls and non-characters', () => {
    const odd = '发\ud842发\udfb7\u0000发\uffff\ud87e发\ud87e\udc00';
    for (const config of ['s2t', 't2s', 'tw2sp', 's2twp'] as const) {
      expect(engine.plain(odd, config)).toHaveLength(odd.length - 1);
    }
    expect(engine.plain('\ud842漢\udfb7', 't2s')).toBe('\ud842汉\udfb7');
  });
  it('takes a description sequence as one unit', () => {
    expect(engine.plain('⿰漢漢漢', 't2s')).toBe('⿰漢漢汉');
    expect(engine.plain('⿲漢⿰漢漢漢漢', 't2s')).toBe('⿲漢⿰漢漢漢汉');
    expect(engine.plain('⿰漢', 't2s')).toBe('⿰汉');
  });
  it('does not mind a hundred thousand unfinished descriptions', () => {
    const text = '⿰'.repeat(100_000);
    expect(engine.plain(text, 't2s')).toBe(text);
  });
  it('converts units as it converts text', () => {
    const text = '豈\uf900有此理，𫗠\ud842后';
    const source = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
    expect(String.fromCharCode(...engine.units(source, 't2s'))).toBe(engine.plain(text, 't2s'));
  });
  it('converts texts longer than the buffer it keeps', () => {
    const text = '头发干了。'.repeat(30_000);
    expect(engine.plain(text, 's2t')).toBe(engine.plain('头发干了。', 's2t').repeat(30_000));
  });
});

describe('the bare conversion', () => {
  // It looks at phrases only where one may change something; these hang on what stands in front.
  it.each([
    ['s2t', '一个', '一個'],
    ['s2t', '皇后的头发', '皇后的頭髮'],
    ['s2t', '了解', '瞭解'],
    ['s2t', '为了解决', '爲了解決'],
    ['s2t', '理发展示', '理髮展示'],
    ['s2t', '合理发展', '合理發展'],
    ['s2tw', '公里里面', '公里裡面'],
  ] as const)('%s of %s', (config, text, expected) => {
    for (const front of ['', '，', '汉', '𠮷', '会议指出', '⿰亻', '豈']) {
      const { output } = engine.convert(front + text, config);
      expect(engine.plain(front + text, config)).toBe(output);
      if (front.length < 2) expect(output.endsWith(expected)).toBe(true);
    }
  });
  it('is the same with and without its alignment', () => {
    const parts = [
      '理',
      '发',
      '展',
      '合',
      '后',
      '皇',
      '，',
      '𫗠',
      '㓆',
      '⿰',
      '台',
      '里',
      '为',
      '了',
      '解',
      '\ud842',
    ];
    let state = 1;
    for (let round = 0; round < 2000; round++) {
      let text = '';
      for (let i = 0; i < 30; i++) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        text += parts[(state >>> 16) % parts.length] ?? '';
      }
      for (const config of ['s2t', 's2twp', 'tw2sp'] as const)
        expect(engine.plain(text, config)).toBe(engine.convert(text, config).output);
    }
  });
});

describe('tables', () => {
  it('are read when a configuration is first used, and once', () => {
    const read: string[] = [];
    const own = createConversionEngine((name) => {
      read.push(name);
      return tableBytes(name);
    });
    expect(read).toEqual([]);
    own.plain('漢', 't2s');
    own.plain('漢', 't2s');
    expect(read).toEqual(['t2s']);
    own.plain('\uf900', 't2s');
    expect(read).toEqual(['t2s', 'cjk']);
    // The phrases, when a text first has one that changes something.
    own.plain('汉语', 's2t');
    expect(read).toEqual(['t2s', 'cjk', 's2t']);
    own.plain('头发', 's2t');
    expect(read).toEqual(['t2s', 'cjk', 's2t', 'st']);
  });
  it('are refused when they are damaged', () => {
    const damaged = (change: (bytes: Uint8Array) => Uint8Array) => () =>
      createConversionEngine((name) => change(tableBytes(name).slice())).plain('漢', 't2s');
    expect(damaged((bytes) => bytes.fill(0, 0, 4))).toThrow(/conversion table/);
    expect(damaged((bytes) => bytes.slice(0, 2000))).toThrow(/conversion table/);
  });
});

describe('targets', () => {
  it('start with the usual one', () => {
    expect(engine.targets('后', 's2t')).toEqual(['後', '后']);
    expect(engine.targets('里', 's2tw')).toEqual(['裡', '里']);
    expect(engine.targets('台', 's2t')[0]).toBe('臺');
    expect(engine.targets('国', 's2t')).toEqual(['國']);
    expect(engine.targets('著', 'tw2s')).toEqual(['着', '著']);
  });
});
