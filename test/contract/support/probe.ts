import type { Report } from '../../../server/src/core/report/types.js';

/** Offsets at which a hover card must appear: inside every official and every phrase. */
export function hoverTargets({ officials, phrases }: Report): number[] {
  return [...officials.flatMap(({ mentions }) => mentions), ...phrases].map(({ start }) => start);
}
