/** Whether a folder is one of `dismissed` or stands below one; all as addresses without a final `/`. */
export function isDismissed(folder: string, dismissed: readonly string[]): boolean {
  return dismissed.some((one) => folder === one || folder.startsWith(`${one}/`));
}
