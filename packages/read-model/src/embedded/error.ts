/** Why the embedded server cannot run, in the operator's terms. */
import { safeMessage } from '@stezhka/telemetry';

export type EmbeddedPostgresCode =
  /** No binaries are installed for this platform: use an external server. */
  | 'NO_BINARIES'
  /** Another process works on this data directory. */
  | 'DATA_IN_USE'
  /** The data directory was written by another major version of PostgreSQL. */
  | 'DATA_VERSION'
  /** Running as root, and no place was found that the unprivileged server may enter. */
  | 'NOT_ENTERABLE'
  | 'SOCKET_PATH_TOO_LONG'
  | 'INIT_FAILED'
  | 'START_FAILED';

export class EmbeddedPostgresError extends Error {
  static readonly [safeMessage] = true;
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly code: EmbeddedPostgresCode,
    message: string,
  ) {
    super(message);
  }
}
