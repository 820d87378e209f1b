/** Memory that one conversion after the other has. */
export interface Lent {
  /** Whose texts are in it, by the number of the conversion. */
  readonly holds: number;
}

/** The two texts of a conversion, as units and as strings; there may be room behind the units. */
export interface Compared {
  readonly before: Uint16Array;
  readonly after: Uint16Array;
  readonly source: string;
  readonly output: string;
  /** Of the source, in units. */
  readonly length: number;
  /** Where the units are; they are another conversion's as soon as it does not hold `id` any more. */
  readonly memory: Lent;
  readonly id: number;
}

/** The units of a text in memory of its own. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}
