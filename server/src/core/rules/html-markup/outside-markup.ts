import type { Report } from '../../report/types.js';
import { spansMeeting, type Span } from '../../text/span.js';
import { findMarkup } from './markup.js';

/** The places (raw UTF-16 offsets) that stand in no tag, comment, script or entity; they go with the markup. */
export function outsideMarkup<Place extends Span>(
  report: Report,
  places: readonly Place[],
): readonly Place[] {
  if (places.length === 0) return places;
  const markup = findMarkup(report);
  if (markup.length === 0) return places;
  return places.filter((place) => spansMeeting(markup, place).length === 0);
}
