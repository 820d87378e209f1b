const NONE: readonly string[] = [];

/** The characters of a configuration that have several targets. */
export interface TargetTable {
  /** Whether a unit is such a character; 65,536 entries. */
  readonly several: Uint8Array;
  /** All targets of a character, the most used first; undefined where there is one. */
  of(character: string): readonly string[] | undefined;
  /** The targets of a character but one, the same list each time. */
  besides(character: string, target: string): readonly string[];
}

/** Reads the records of a table, `character target target…|…`. */
export function createTargetTable(units: Uint16Array): TargetTable {
  const several = new Uint8Array(0x10000);
  const targets = new Map<string, readonly string[]>();
  const others = new Map<string, readonly string[]>();
  let text = '';
  for (let i = 0; i < units.length; i += 4096) text += String.fromCharCode(...units.subarray(i, i + 4096));
  for (const record of text === '' ? [] : text.split('|')) {
    const [character = '', ...list] = record;
    several[character.charCodeAt(0)] = 1;
    targets.set(character, list);
  }
  return {
    several,
    of: (character) => targets.get(character),
    besides(character, target) {
      const all = targets.get(character);
      if (all === undefined) return NONE;
      const key = character + target;
      let list = others.get(key);
      if (list === undefined) others.set(key, (list = all.filter((other) => other !== target)));
      return list;
    },
  };
}
