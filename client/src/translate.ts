/** `vscode.l10n.t` as a value: what only puts words together can be tested outside the editor. */
export type Translate = (message: string, ...values: (string | number | boolean)[]) => string;
