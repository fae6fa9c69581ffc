/**
 * The only way to write a log line. There is no parameter for text: a line is an event code and fields from the
 * allow-list, so nothing a person said or is called can be written by accident.
 */
import {
  type DestinationStream,
  type Logger as PinoLogger,
  type LoggerOptions as PinoOptions,
  pino,
} from 'pino';
import { allowedFields, isEventCode, type LogFields } from './allowed-fields.js';
import { describeError } from './described-error.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** `event` is a dotted lower-case code such as `projection.parked`; anything else is written as `log.malformed`. */
type Write = (event: string, fields?: LogFields) => void;

export interface Logger {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
  /** A logger that adds these fields, equally filtered, to every line. */
  child(fields: LogFields): Logger;
}

export interface LoggerOptions {
  readonly service: string;
  /** Where lines go; standard output if absent. */
  readonly destination?: DestinationStream;
  readonly level?: LogLevel;
}

export function createLogger({ service, destination, level = 'info' }: LoggerOptions): Logger {
  const options: PinoOptions = {
    level,
    base: allowedFields({ component: service }),
    messageKey: 'event',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const sink = destination === undefined ? pino(options) : pino(options, destination);
  return loggerOver(sink, {});
}

function loggerOver(sink: PinoLogger, inherited: LogFields): Logger {
  const writer =
    (level: Exclude<LogLevel, 'silent'>): Write =>
    (event, fields) => {
      if (!sink.isLevelEnabled(level)) return;
      const all = { ...inherited, ...fields };
      const line: Record<string, unknown> = allowedFields(all);
      if (all.error !== undefined) line.error = describeError(all.error);
      sink[level](line, isEventCode(event) ? event : 'log.malformed');
    };
  return {
    debug: writer('debug'),
    info: writer('info'),
    warn: writer('warn'),
    error: writer('error'),
    child: (fields) => loggerOver(sink, { ...inherited, ...fields }),
  };
}
