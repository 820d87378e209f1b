import type { DescriptionMemo } from './description.js';
import type { Marks } from './marks.js';
import type { UnitMemory } from '../../text/unit-memory.js';

/** Where a scan writes. One is reused from text to text. */
export interface Sink {
  memory: UnitMemory;
  /** The units of the memory. */
  units: Uint16Array;
  /** How many of the units are written. */
  length: number;
  /** Every stretch that is not converted unit by unit, ascending; undefined when nobody asks. */
  marks: Marks | undefined;
  /** Set when a surrogate without its other half may have been written. */
  broken: boolean;
  readonly descriptions: DescriptionMemo;
  /** Makes a larger memory. */
  readonly allocate: (capacity: number) => UnitMemory;
}

/** @param capacity UTF-16 units; more are made room for when they are needed */
export function createSink(allocate: (capacity: number) => UnitMemory, capacity: number): Sink {
  const memory = allocate(Math.max(1, capacity));
  return {
    memory,
    units: memory.units,
    length: 0,
    marks: undefined,
    broken: false,
    descriptions: { from: 0, to: -1, ends: new Int32Array(0) },
    allocate,
  };
}

/** Makes room for `needed` more units. */
export function reserve(sink: Sink, needed: number): void {
  if (sink.units.length - sink.length >= needed) return;
  const grown = sink.allocate(Math.max(sink.length + needed, sink.units.length * 2));
  grown.units.set(sink.units.subarray(0, sink.length));
  sink.memory = grown;
  sink.units = grown.units;
}

/** Writes a text as it is. */
export function append(sink: Sink, text: string): void {
  reserve(sink, text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit & 0xf800) === 0xd800) sink.broken = true;
    sink.units[sink.length++] = unit;
  }
}
