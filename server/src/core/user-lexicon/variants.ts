/**
 * The wordings that a phrase with alternatives stands for; a phrase without any stands for itself.
 *
 * `外防输入、内防扩散|反弹`: what follows `|` replaces as many characters at the end as it has itself.
 * `{扩散|反弹}` stands anywhere and its alternatives may differ in length. Several braces multiply.
 * @returns the wordings in the order written, each once; the first is the headword. Undefined where the notation is
 * broken: a brace without partner, an empty alternative, an end longer than what it replaces.
 */
export function expandVariants(written: string): readonly string[] | undefined {
  const braces = expandBraces(written);
  if (braces === undefined) return undefined;
  const all: string[] = [];
  for (const text of braces) {
    const [first = '', ...ends] = text.split('|');
    if (first === '' || ends.some((end) => end === '' || end.length >= first.length)) return undefined;
    all.push(first, ...ends.map((end) => first.slice(0, first.length - end.length) + end));
  }
  return [...new Set(all)];
}

/** More wordings than anybody writes by hand mean a slip in the notation. */
const MOST = 64;

function expandBraces(text: string): string[] | undefined {
  const open = text.indexOf('{');
  if (open < 0) return text.includes('}') ? undefined : [text];
  const close = text.indexOf('}', open);
  const inner = text.slice(open + 1, close);
  if (close < 0 || inner.includes('{') || text.slice(0, open).includes('}')) return undefined;
  const rest = expandBraces(text.slice(close + 1));
  const choices = inner.split('|');
  if (rest === undefined || choices.includes('') || choices.length * rest.length > MOST) return undefined;
  return choices.flatMap((choice) => rest.map((end) => text.slice(0, open) + choice + end));
}
