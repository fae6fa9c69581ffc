/** What the node says about itself; a pino logger fits. Never told: event data, metadata, stream names. */
export interface NodeLogger {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const SILENT: NodeLogger = { info: () => undefined, error: () => undefined };
