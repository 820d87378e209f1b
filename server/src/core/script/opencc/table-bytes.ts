import { compileTable, type TableName } from './compile/compile.js';

/*
 * Where the tables come from: compiled out of opencc-js's dictionaries when they are asked for, for whatever runs from
 * source. Bundles have another module in this one's place, made by .scripts/lib/conversion-tables.mjs, that reads
 * tables compiled at build time: opencc-js and the compiler are in none of them.
 */
const compiled = new Map<TableName, Uint8Array>();

export function tableBytes(name: TableName): Uint8Array {
  let bytes = compiled.get(name);
  if (bytes === undefined) {
    bytes = compileTable(name);
    compiled.set(name, bytes);
  }
  return bytes;
}
