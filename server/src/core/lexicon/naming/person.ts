import type { PersonRole } from '../../report/types.js';

/** Where a text names somebody, with the posts that it gives there. */
export interface Naming {
  readonly start: number;
  readonly end: number;
  readonly posts: readonly string[];
}

/** Somebody whom a text names. */
export interface Named {
  readonly name: string;
  readonly mentions: Naming[];
}

/** An official as the reading goes on. */
export interface Person extends Named {
  posts: readonly string[];
  group: string | undefined;
}

/** Somebody without public office. */
export interface Other extends Named {
  readonly role: PersonRole;
}

/** Puts mentions in the order of the text, which they nearly always are in. */
export function inOrder(mentions: Naming[]): void {
  let last = -1;
  for (const { start } of mentions) {
    if (start < last) {
      mentions.sort((a, b) => a.start - b.start);
      return;
    }
    last = start;
  }
}
