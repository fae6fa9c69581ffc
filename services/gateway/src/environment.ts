/** The only reader of the process's environment. Every fault is reported at once: an operator should start once more, not five times. */
import { readFileSync } from 'node:fs';
import type { LogLevel } from '@stezhka/telemetry';

export interface Environment {
  readonly host: string;
  readonly port: number;
  /** SDL, read from the file that `SUPERGRAPH` names. */
  readonly supergraph: string;
  readonly subgraphs: Readonly<Record<string, { readonly url: string }>>;
  readonly logLevel: LogLevel;
}

/** Thrown with every fault found, each naming its variable. */
export class EnvironmentFaults extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The environment is not complete:\n${faults.join('\n')}`);
  }
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const satisfies readonly LogLevel[];

/**
 * `SUPERGRAPH`: path of the supergraph's SDL. `SUBGRAPH_<NAME>_URL`: where each subgraph is. `PORT` (4000), `HOST`
 * (127.0.0.1), `LOG_LEVEL` (info). Throws `EnvironmentFaults`.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const faults: string[] = [];
  const port = Number(env.PORT ?? 4000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) faults.push('PORT is not a port number');
  const logLevel = logLevels.find((level) => level === (env.LOG_LEVEL ?? 'info'));
  if (logLevel === undefined) faults.push(`LOG_LEVEL is none of ${logLevels.join(', ')}`);
  const supergraph = readSupergraph(env.SUPERGRAPH, faults);
  const subgraphs: Record<string, { url: string }> = {};
  for (const [variable, url] of Object.entries(env)) {
    const name = /^SUBGRAPH_([A-Z0-9_]+)_URL$/.exec(variable)?.[1]?.toLowerCase();
    if (name === undefined || url === undefined) continue;
    if (/^https?:$/.test(protocolOf(url))) subgraphs[name] = { url };
    else faults.push(`${variable} is not an http or https address`);
  }
  if (Object.keys(subgraphs).length === 0 && !faults.some((fault) => fault.startsWith('SUBGRAPH_'))) {
    faults.push('SUBGRAPH_<NAME>_URL is set for no subgraph');
  }
  if (faults.length > 0 || logLevel === undefined) throw new EnvironmentFaults(faults);
  return { host: env.HOST ?? '127.0.0.1', port, supergraph, subgraphs, logLevel };
}

function protocolOf(url: string): string {
  try {
    return new URL(url).protocol;
  } catch {
    return '';
  }
}

function readSupergraph(path: string | undefined, faults: string[]): string {
  if (path === undefined || path === '') {
    faults.push('SUPERGRAPH does not name a file');
    return '';
  }
  try {
    return readFileSync(path, 'utf8');
  } catch {
    faults.push('SUPERGRAPH names a file that cannot be read');
    return '';
  }
}
