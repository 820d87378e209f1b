import data from '../../../data/places.json' with { type: 'json' };

export type DivisionLevel = 'province' | 'prefecture' | 'county';

/** An administrative division; names are full and Simplified (南京市). */
export interface Division {
  readonly name: string;
  readonly level: DivisionLevel;
  /** The divisions around it, outermost first; empty for a province. */
  readonly within: readonly string[];
  /** Whether it was abolished or renamed. */
  readonly former: boolean;
}

/** The divisions that stand at a place of a text; several where a name has several bearers (鼓楼区). */
export interface FoundDivision {
  /** UTF-16 units of the name as written. */
  readonly length: number;
  readonly candidates: readonly Division[];
}

interface Index {
  readonly byName: ReadonlyMap<string, readonly Division[]>;
  /** Lengths of written names by their first two UTF-16 units (see {@link pair}), the longest first. */
  readonly lengths: ReadonlyMap<number, readonly number[]>;
}

/** Short names in use without the word that says what they are: 内蒙古, 新疆, 香港. */
const SHORT_PROVINCES: Readonly<Record<string, string>> = {
  内蒙古自治区: '内蒙古',
  广西壮族自治区: '广西',
  西藏自治区: '西藏',
  宁夏回族自治区: '宁夏',
  新疆维吾尔自治区: '新疆',
  香港特别行政区: '香港',
  澳门特别行政区: '澳门',
};

/** Taiwan's counties and cities stand at the level of a prefecture here, Hong Kong's districts at that of a county. */
function read(): Index {
  const byName = new Map<string, Division[]>();
  const add = (written: string, division: Division): void => {
    const known = byName.get(written);
    if (known === undefined) byName.set(written, [division]);
    else if (!known.includes(division)) known.push(division);
  };
  for (const [provinces, former] of [
    [data.current, false],
    [data.former, true],
  ] as const) {
    for (const { name: province, divisions } of provinces) {
      const whole: Division = { name: province, level: 'province', within: [], former: false };
      if (!former) {
        add(province, whole);
        add(SHORT_PROVINCES[province] ?? province.slice(0, -1), whole);
      }
      for (const line of divisions) {
        const [prefecture = '-', ...counties] = line.split(' ');
        const around = prefecture === '-' ? [province] : [province, prefecture];
        if (prefecture !== '-' && !byName.get(prefecture)?.some(({ within }) => within[0] === province)) {
          const division: Division = { name: prefecture, level: 'prefecture', within: [province], former };
          add(prefecture, division);
          // 南京 for 南京市; the short name of a prefecture or league is seldom used alone (临夏 is also a city).
          if (prefecture.endsWith('市') && prefecture.length > 2) add(prefecture.slice(0, -1), division);
        }
        for (const county of counties) add(county, { name: county, level: 'county', within: around, former });
      }
    }
  }
  const lengths = new Map<number, number[]>();
  for (const name of byName.keys()) {
    const key = pair(name, 0);
    const known = lengths.get(key) ?? [];
    if (!known.includes(name.length)) known.push(name.length);
    lengths.set(
      key,
      known.sort((a, b) => b - a),
    );
  }
  return { byName, lengths };
}

/** Two UTF-16 units as one number: asking at every character of a text makes no strings. */
function pair(text: string, offset: number): number {
  return text.charCodeAt(offset) * 0x10000 + text.charCodeAt(offset + 1);
}

// Read on first use, which takes about 5 ms and 1.5 MB: many runs never ask for a place.
let index: Index | undefined;

/** The division whose full or usual short name begins at a UTF-16 offset of Simplified text; the longest wins. */
export function divisionAt(text: string, offset: number): FoundDivision | undefined {
  index ??= read();
  for (const length of index.lengths.get(pair(text, offset)) ?? []) {
    const candidates = index.byName.get(text.slice(offset, offset + length));
    if (candidates !== undefined && offset + length <= text.length) return { length, candidates };
  }
  return undefined;
}

/** The divisions of a full name; none for an unknown one. */
export function divisionsNamed(name: string): readonly Division[] {
  index ??= read();
  return (index.byName.get(name) ?? []).filter((division) => division.name === name);
}

/** Whether one division lies in the other, or they are the same; unknown names only match themselves. */
export function isWithin(inner: string, outer: string): boolean {
  return inner === outer || divisionsNamed(inner).some(({ within }) => within.includes(outer));
}

/**
 * Of several bearers of a name the one in the division named before it (the narrowest that tells), else the only
 * one, else the only one of today.
 * @param around divisions named before, outermost first
 */
export function chooseDivision(
  candidates: readonly Division[],
  around: readonly string[],
): Division | undefined {
  for (const name of around.toReversed()) {
    const chosen = only(candidates.filter(({ within }) => within.includes(name)));
    if (chosen !== undefined) return chosen;
  }
  return only(candidates);
}

function only(divisions: readonly Division[]): Division | undefined {
  const today = divisions.length === 1 ? divisions : divisions.filter(({ former }) => !former);
  return today.length === 1 ? today[0] : undefined;
}
