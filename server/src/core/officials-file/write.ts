import type { OfficialEntry } from './types.js';
import { compareEntries } from './order.js';

/** The schema that the written file names; VS Code has it by the file's name anyway. */
const STEP = '  ';

/** The text of a new officials file with these entries, sorted; lines end with `\n`. */
export function writeOfficialsFile(entries: readonly OfficialEntry[]): string {
  const list = [...entries].sort(compareEntries).map((entry) => `${STEP}${STEP}${formatEntry(entry)}`);
  const body = list.length === 0 ? '[]' : `[\n${list.join(',\n')}\n${STEP}]`;
  return `{\n${STEP}"version": 1,\n${STEP}"officials": ${body}\n}\n`;
}

/**
 * An entry as it stands in the list: a line for each key and for each post, so that two branches that change
 * different posts merge by themselves. The first line is not indented, the others as in a list of the root object.
 * Keys that we do not know are kept.
 */
export function formatEntry(entry: OfficialEntry): string {
  const inner = STEP.repeat(3);
  const lines = Object.entries(entry).map(([key, value]: [string, unknown]) => {
    if (key !== 'posts' || !Array.isArray(value) || value.length === 0)
      return `${inner}${JSON.stringify(key)}: ${inline(value)}`;
    const posts = value.map((post) => `${inner}${STEP}${inline(post)}`);
    return `${inner}"posts": [\n${posts.join(',\n')}\n${inner}]`;
  });
  return `{\n${lines.join(',\n')}\n${STEP}${STEP}}`;
}

/** JSON on one line, with spaces as in the rest of the file. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).map(
    ([key, one]: [string, unknown]) => `${JSON.stringify(key)}: ${inline(one)}`,
  );
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}
