/** Everything that the process says while it works: its log, its console, its standard output. */
import { createLogger, type Logger } from '@stezhka/telemetry';

export interface Overheard {
  readonly logger: Logger;
  readonly lines: string[];
  stop(): void;
}

const speakers = ['debug', 'info', 'log', 'warn', 'error', 'trace'] as const;

export function overhear(): Overheard {
  const lines: string[] = [];
  const logger = createLogger({
    service: 'test',
    level: 'debug',
    destination: { write: (line) => void lines.push(line) },
  });
  const spoken = speakers.map((name) => {
    const original = console[name];
    console[name] = (...words: unknown[]) => void lines.push(words.map(said).join(' '));
    return () => {
      console[name] = original;
    };
  });
  const written = [process.stdout, process.stderr].map((stream) => {
    const original = stream.write;
    stream.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
      lines.push(Buffer.from(chunk as string).toString('latin1'), String(chunk));
      return original.call(stream, chunk, ...rest);
    }) as typeof stream.write;
    return () => {
      stream.write = original;
    };
  });
  return {
    logger,
    lines,
    stop() {
      for (const restore of [...spoken, ...written]) restore();
    },
  };
}

function said(word: unknown): string {
  return word instanceof Error
    ? `${word.stack} ${JSON.stringify(word)}`
    : (JSON.stringify(word) ?? String(word));
}
