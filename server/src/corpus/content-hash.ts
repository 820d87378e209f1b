/**
 * A number that differs when a text differs: FNV-1a (Fowler, Noll, Vo) over its UTF-16 units, 32 bits. It tells whether
 * a file has to be read again, nothing more: of four thousand million changes it misses one.
 */
export function contentHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
