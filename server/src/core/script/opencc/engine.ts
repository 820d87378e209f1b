import { createUnitDecoder } from './decode-units.js';
import { createSink, scan } from './scan.js';
import { loadTables, type ReadTable, type Tables } from './tables.js';
import type { ConfigName } from './types.js';
export function createPlain(read: ReadTable): (text: string, config: ConfigName) => string {
  const loaded = new Map<string, Tables>();
  const tablesOf = (n: ConfigName | 'cjk'): Tables => {
    let t = loaded.get(n);
    if (t === undefined) loaded.set(n, (t = loadTables(n, read)));
    return t;
  };
  const decode = createUnitDecoder();
  const sink = createSink(1 << 16);
  return (text, config) => {
    const tables = tablesOf(config);
    sink.length = 0; sink.broken = false; sink.descriptions.to = -1;
    let source = text;
    if (scan(tables, text, 0, text.length, sink, false) !== text.length) {
      sink.length = 0; sink.broken = false; sink.descriptions.to = -1;
      scan(tablesOf('cjk'), text, 0, text.length, sink, true);
      source = decode(sink.units.subarray(0, sink.length), sink.broken);
      sink.length = 0; sink.broken = false; sink.descriptions.to = -1;
      scan(tables, source, 0, source.length, sink, true);
    }
    return decode(sink.units.subarray(0, sink.length), sink.broken);
  };
}
