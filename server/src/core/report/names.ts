import { COMPOUND_SURNAMES, SURNAMES } from '../lexicon/surnames.js';

/** A name cut out of a byline; offsets are into the text that was split. */
export interface CutName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const NAME = /[\u4e00-\u9fff\u3400-\u4dbf·]+(?:\s*·\s*[\u4e00-\u9fff]+)*|[A-Za-z][\w.-]+(?: [A-Z][\w.-]+)*/g;
const NOT_A_NAME =
  /^(?:本报|本网|本台|报道|摄影报道|综合|整理|通讯员|记者|编辑|摄影|供稿|提供|传真|专电|电|讯|文|图|摄|载入中|见习|实习生|等|和|与|及|请问|想问|我想问|(?:网站|超级|系统)?管理员|小编)$/;
/** Who runs the site's software. */
const ACCOUNT = /^(?:admin|administrator|webmaster|root|editor|user|guest|system|manager)\d*$/i;
const LONGEST_SINGLE = 4;
/** UTF-16 units of a run of names without separators; a longer run is no byline. */
const LONGEST_RUN = 40;

/**
 * Splits a byline value into names: by spaces, commas and 、 where there are any, else by surnames
 * (`李盼吴丽李诗华`). Padding inside a two-character name (`杜  宇`) is closed.
 * @param line folded text; @param start, @param end the part to split
 */
export function cutNames(line: string, start: number, end: number): CutName[] {
  const names: CutName[] = [];
  NAME.lastIndex = start;
  for (let match = NAME.exec(line); match !== null && match.index < end; match = NAME.exec(line)) {
    const from = match.index;
    const to = Math.min(end, from + match[0].length);
    const piece = line.slice(from, to);
    const previous = names.at(-1);
    if (previous !== undefined && isPaddedPair(previous, piece, line.slice(previous.end, from))) {
      names[names.length - 1] = { name: previous.name + piece, start: previous.start, end: to };
      continue;
    }
    if (NOT_A_NAME.test(piece) || (isLatin(piece) && ACCOUNT.test(piece))) continue;
    if (piece.length > LONGEST_SINGLE && !piece.includes('·') && /^[\u4e00-\u9fff]/.test(piece)) {
      if (piece.length <= LONGEST_RUN) names.push(...cutBySurname(piece, from));
    } else names.push({ name: piece, start: from, end: to });
  }
  return names;
}

function isLatin(piece: string): boolean {
  return piece.charCodeAt(0) < 0x80;
}

function isPaddedPair(previous: CutName, piece: string, gap: string): boolean {
  return previous.name.length === 1 && piece.length === 1 && SURNAMES.has(previous.name) && /^\s+$/.test(gap);
}

/** Cuts a run of names without separators: every name starts with a surname; three characters are preferred. */
function cutBySurname(run: string, offset: number): CutName[] {
  const costs: number[] = [0];
  const from: number[] = [0];
  for (let end = 1; end <= run.length; end++) {
    costs[end] = Number.POSITIVE_INFINITY;
    for (let length = 2; length <= 4 && length <= end; length++) {
      const begin = end - length;
      const cost = (costs[begin] ?? Number.POSITIVE_INFINITY) + nameCost(run.slice(begin, end));
      if (cost < (costs[end] ?? Number.POSITIVE_INFINITY)) {
        costs[end] = cost;
        from[end] = begin;
      }
    }
  }
  if (!Number.isFinite(costs[run.length] ?? Number.POSITIVE_INFINITY))
    return [{ name: run, start: offset, end: offset + run.length }];
  const cut: CutName[] = [];
  for (let end = run.length; end > 0; end = from[end] ?? 0) {
    const begin = from[end] ?? 0;
    cut.unshift({ name: run.slice(begin, end), start: offset + begin, end: offset + end });
  }
  return cut;
}

function nameCost(name: string): number {
  const compound = COMPOUND_SURNAMES.has(name.slice(0, 2));
  if (!compound && !SURNAMES.has(name.charAt(0))) return Number.POSITIVE_INFINITY;
  if (compound) return name.length >= 3 ? 1 : 3;
  return name.length === 3 ? 1 : name.length === 2 ? 1.4 : 3;
}
