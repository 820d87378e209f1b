/**
 * Strings of one unit, each made once: a conversion names tens of thousands of them, and nearly all are among a few
 * thousand.
 */
export type Characters = (unit: number) => string;

export function createCharacters(): Characters {
  const known: (string | undefined)[] = new Array<string | undefined>(0x10000);
  return (unit) => (known[unit] ??= String.fromCharCode(unit));
}
