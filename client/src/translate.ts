/** `vscode.l10n.t` as a value: what only puts words together can be tested outside the editor. */
export type Translate = (message: string, ...values: (string | number | boolean)[]) => string;

/** Words in a row, as the language of the interface separates them. */
export function listOf(words: readonly string[], t: Translate): string {
  return words.length === 0 ? '' : words.reduce((before, word) => t('{0}, {1}', before, word));
}
