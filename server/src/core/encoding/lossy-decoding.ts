const FEWEST = 5;
/** One replacement character in so many UTF-16 units: what a wrong decoder leaves, not a stray one in good text. */
const PER_UNITS = 100;

/**
 * Whether a text was decoded by a wrong table: replacement characters (U+FFFD) throughout. The text's own bytes are
 * not in it any more, so nothing else that is found in it means anything, and saving it would destroy the file.
 */
export function isLossyDecoding(text: string): boolean {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count >= FEWEST && count * PER_UNITS >= text.length;
}
