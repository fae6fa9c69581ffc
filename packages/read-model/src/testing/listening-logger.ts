/** A real logger whose lines a spec can read. */
import { createLogger, type Logger } from '@stezhka/telemetry';

export interface LogLine {
  readonly event: string;
  readonly error: { readonly name: string; readonly code?: string | number };
}

export interface LogLines {
  readonly logger: Logger;
  events(event: string): LogLine[];
  text(): string;
}

export function listeningLogger(): LogLines {
  const lines: string[] = [];
  return {
    logger: createLogger({
      service: 'spec',
      level: 'debug',
      destination: { write: (line) => void lines.push(line) },
    }),
    events: (event) =>
      lines.map((line) => JSON.parse(line) as LogLine).filter((line) => line.event === event),
    text: () => lines.join(''),
  };
}

export function silentLogger(): Logger {
  return createLogger({ service: 'spec', level: 'silent' });
}
