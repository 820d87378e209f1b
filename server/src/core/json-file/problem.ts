import type { Message } from '../rules/rule.js';
import type { Span } from '../text/span.js';

/** Something wrong in a data file of the user's; UTF-16 offsets into the file. The message names the remedy. */
export interface ReadProblem extends Span {
  readonly severity: 'error' | 'warning';
  /** Leads to the value: `officials[2].posts[0].from`; empty for the file as a whole. */
  readonly path: string;
  readonly message: Message;
}
