/** Strings by number, each kept once: a name that stands in thousands of reports costs its characters once. */
export interface StringTable {
  /** The number of a string; a new one when it has none yet. */
  intern(text: string): number;
  /** The number of a string that has one. */
  idOf(text: string): number | undefined;
  /** The string of a number that {@link StringTable.intern} gave. */
  text(id: number): string;
  readonly size: number;
}

/** An empty table. */
export function createStringTable(): StringTable {
  const ids = new Map<string, number>();
  const texts: string[] = [];
  return {
    intern(text) {
      const known = ids.get(text);
      if (known !== undefined) return known;
      const own = ownText(text);
      ids.set(own, texts.length);
      texts.push(own);
      return texts.length - 1;
    },
    idOf: (text) => ids.get(text),
    text: (id) => texts[id] ?? '',
    get size() {
      return texts.length;
    },
  };
}

/** A string with memory of its own: in V8 a piece of a text keeps the whole text alive. */
export function ownText(text: string): string {
  return text.split('').join('');
}
