/**
 * Strings of one unit, each made once: a conversion names tens of thousands of them, and nearly all are among a few
 * thousand.
 */
export type Characters = (unit: number) => string;

export function createCharacters(): Characters {
  let known: (string | undefined)[] | undefined;
  return (unit) => {
    known ??= new Array<string | undefined>(0x10000);
    return (known[unit] ??= String.fromCharCode(unit));
  };
}
