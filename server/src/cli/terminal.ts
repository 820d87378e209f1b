/** What a command sees of the world around it; tests give their own. */
export interface Terminal {
  /** Writes to standard output, bytes as they are; resolves when there is room for more. */
  readonly out: (text: string | Uint8Array) => Promise<void>;
  /** Writes to standard error. */
  readonly err: (text: string) => Promise<void>;
  /** Standard input; read once. */
  readonly input: () => AsyncIterable<Buffer>;
  /** True once nobody reads the output any more (`| head`): there is no use in going on with mere reports. */
  readonly closed: boolean;
  readonly colours: boolean;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The terminal of this process. */
export function createProcessTerminal(): Terminal {
  const out = createSink(process.stdout);
  const err = createSink(process.stderr);
  const { env } = process;
  return {
    out: out.write,
    err: err.write,
    input: () => process.stdin,
    get closed() {
      return out.closed();
    },
    colours: process.stdout.isTTY && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb',
    cwd: process.cwd(),
    env,
  };
}

function createSink(stream: NodeJS.WriteStream): {
  readonly write: (text: string | Uint8Array) => Promise<void>;
  readonly closed: () => boolean;
} {
  let closed = false;
  const waiting = new Set<() => void>();
  const release = (): void => {
    for (const go of waiting) go();
    waiting.clear();
  };
  stream.on('drain', release);
  stream.on('error', (error: NodeJS.ErrnoException) => {
    closed = true;
    release();
    // The reader went away (EPIPE); that is its right. Anything else is worth failing for.
    if (error.code !== 'EPIPE' && error.code !== 'EOF') process.exitCode = 2;
  });
  return {
    closed: () => closed,
    write(text) {
      if (closed || stream.write(text)) return Promise.resolve();
      return new Promise((resolve) => waiting.add(resolve));
    },
  };
}

/**
 * Control characters made visible: names and excerpts come from pages of strangers and must not steer the terminal.
 */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (character) => {
    const code = character.charCodeAt(0);
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
