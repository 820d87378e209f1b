export { createConversionEngine } from './engine.js';
export type { ReadTable } from './tables.js';
export { CONFIG_NAMES } from './types.js';
export type {
  AlignedConversion,
  ConfigName,
  ConversionEdit,
  ConversionEngine,
  ConversionSegment,
  ConvertSpans,
  OffsetMap,
  ProtectedSpan,
  SegmentKind,
} from './types.js';
