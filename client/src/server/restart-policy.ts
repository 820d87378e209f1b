/** Decides whether a server that ended unasked is started again. */
export interface RestartPolicy {
  /** Records an end at `now` (milliseconds); true when the server is to be started again. */
  ended(now: number): boolean;
  /** Forgets what was: a person asked for the server. */
  reset(): void;
}

/** At most `limit` restarts within `period` milliseconds: a server that cannot start must not try for ever. */
export function createRestartPolicy({ limit = 5, period = 180_000 } = {}): RestartPolicy {
  let ends: number[] = [];
  return {
    ended: (now) => {
      ends = [...ends.filter((time) => now - time < period), now];
      return ends.length <= limit;
    },
    reset: () => {
      ends = [];
    },
  };
}
