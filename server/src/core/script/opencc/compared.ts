/** The two texts of a conversion, as units and as strings; there may be room behind the units. */
export interface Compared {
  readonly before: Uint16Array;
  readonly after: Uint16Array;
  readonly source: string;
  readonly output: string;
  /** Of the source, in units. */
  readonly length: number;
}

/** A list of places that is used again for one text after the other. */
export interface Places {
  numbers: Int32Array;
}

/** The list of places with room for `count`; what is in it is lost. */
export function roomFor(places: Places, count: number): Int32Array {
  if (places.numbers.length < count) places.numbers = new Int32Array(count);
  return places.numbers;
}
