/** Numbers in one array that grows: marks come by the ten thousand, and an array of numbers is four times the size. */
export interface Marks {
  /** Ascending by fours; see `alignment.ts`. */
  numbers: Int32Array;
  length: number;
}

export const createMarks = (capacity: number): Marks => ({ numbers: new Int32Array(capacity), length: 0 });

export function addMark(marks: Marks, start: number, end: number, outEnd: number, what: number): void {
  const { length } = marks;
  if (length + 4 > marks.numbers.length) {
    const grown = new Int32Array(2 * marks.numbers.length + 4);
    grown.set(marks.numbers);
    marks.numbers = grown;
  }
  const { numbers } = marks;
  numbers[length] = start;
  numbers[length + 1] = end;
  numbers[length + 2] = outEnd;
  numbers[length + 3] = what;
  marks.length = length + 4;
}
