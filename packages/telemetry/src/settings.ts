/**
 * What a process must be told, read from its environment. Every fault is reported at once: an operator should start
 * once more, not five times. No value is repeated in a fault: connection strings hold passwords.
 */
import { readFileSync } from 'node:fs';
import type { LogLevel } from './logger.js';

/** The process's environment, or a test's. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything that is wrong with an environment, each fault naming its variable. */
export class SettingsFaults extends Error {
  override readonly name = 'SettingsFaults';
  constructor(readonly faults: readonly string[]) {
    super(`The environment is not complete:\n${faults.join('\n')}`);
  }
}

/** 32 bytes in base64url. */
const SHORTEST_SECRET = 43;
const levels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];

/** Each answers something that can be worked with in any case; what is wrong is kept for the end. */
export class SettingsReader {
  readonly #faults: string[] = [];
  constructor(readonly env: Environment) {}

  /** `HOST`, `PORT` and `LOG_LEVEL`, which every process has. */
  process(defaults: { readonly port: number }): { host: string; port: number; logLevel: LogLevel } {
    const port = Number(this.env.PORT || defaults.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) this.fault('PORT is a number from 0 to 65535');
    const logLevel = levels.find((level) => level === (this.env.LOG_LEVEL || 'info'));
    if (!logLevel) this.fault(`LOG_LEVEL is one of ${levels.join(', ')}`);
    return { host: this.env.HOST || '127.0.0.1', port, logLevel: logLevel ?? 'info' };
  }

  address(name: string, ...protocols: readonly string[]): string {
    const value = this.env[name] ?? '';
    if (!protocols.some((protocol) => value.startsWith(`${protocol}://`)))
      this.fault(`${name} is an address that begins with ${protocols[0]}://`);
    return value;
  }

  /** One or more, with commas between them. */
  addresses(name: string, ...protocols: readonly string[]): string[] {
    const values = (this.env[name] ?? '').split(',').map((value) => value.trim());
    if (!values.every((value) => protocols.some((protocol) => value.startsWith(`${protocol}://`))))
      this.fault(
        `${name} is one address or several with commas between, each beginning with ${protocols[0]}://`,
      );
    return values;
  }

  /** Random bytes in base64url, 32 of them or more. */
  secret(name: string): string {
    const value = this.env[name] ?? '';
    if (value.length < SHORTEST_SECRET) this.fault(`${name} has at least ${SHORTEST_SECRET} characters`);
    return value;
  }

  /** A number of milliseconds. */
  duration(name: string, otherwise: number): number {
    const value = Number(this.env[name] || otherwise);
    if (!Number.isInteger(value) || value < 0) this.fault(`${name} is a number of milliseconds`);
    return value;
  }

  yes(name: string): boolean {
    const value = this.env[name] || 'no';
    if (value !== 'yes' && value !== 'no') this.fault(`${name} is yes or no`);
    return value === 'yes';
  }

  /** What is in the file that the setting names. */
  file(name: string): string {
    try {
      return readFileSync(this.env[name] || '/', 'utf8');
    } catch {
      this.fault(`${name} names a file that can be read`);
      return '';
    }
  }

  fault(what: string): void {
    this.#faults.push(what);
  }

  /** @throws SettingsFaults if there was any. */
  end(): void {
    if (this.#faults.length > 0) throw new SettingsFaults([...new Set(this.#faults)]);
  }
}
