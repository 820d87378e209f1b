/** The characters of a configuration that have several targets. */
export interface TargetTable {
  /** The number of a unit that is such a character, 0 of others; 65,536 entries. */
  readonly several: Uint16Array;
  /** All targets of a character, the most used first; undefined where there is one. */
  of(character: string): readonly string[] | undefined;
  /** The targets of the character with a number, but for one (a code point); the same list each time. */
  besides(number: number, target: number): readonly string[];
}

interface Choice {
  readonly targets: readonly string[];
  readonly codePoints: readonly number[];
  /** For each target, the others. */
  readonly others: readonly (readonly string[])[];
}

/** Reads the records of a table, `character target target…|…`. */
export function createTargetTable(units: Uint16Array): TargetTable {
  const several = new Uint16Array(0x10000);
  const choices: Choice[] = [];
  let text = '';
  for (let i = 0; i < units.length; i += 4096) text += String.fromCharCode(...units.subarray(i, i + 4096));
  for (const record of text === '' ? [] : text.split('|')) {
    const [character = '', ...targets] = record;
    several[character.charCodeAt(0)] = choices.length + 1;
    choices.push({
      targets,
      codePoints: targets.map((one) => one.codePointAt(0) ?? 0),
      others: targets.map((one) => targets.filter((other) => other !== one)),
    });
  }
  return {
    several,
    of: (character) =>
      character.length === 1 ? choices[several[character.charCodeAt(0)]! - 1]?.targets : undefined,
    besides(number, target) {
      const { targets, codePoints, others } = choices[number - 1]!;
      for (let i = 0; i < codePoints.length; i++) if (codePoints[i] === target) return others[i]!;
      return targets;
    },
  };
}
