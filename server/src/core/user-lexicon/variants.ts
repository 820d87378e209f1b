export function expandVariants(written: string): string[] {
  return [written];
}
