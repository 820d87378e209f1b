export { CONFIG_NAMES } from './types.js';
export type {
  AlignedConversion,
  ConfigName,
  ConversionEdit,
  ConversionEngine,
  ConversionSegment,
  ConvertSpans,
  OffsetMap,
  SegmentKind,
} from './types.js';
