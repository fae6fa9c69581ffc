/** How each process says that it is: asked a few times a second, by the same question that any balancer would put. */
import { setMaxListeners } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Readiness } from '@stezhka/telemetry';

export interface Watched {
  readonly name: string;
  readonly of: string;
  readonly port: number;
}

/** What a process answers at `/health/ready`, or that it does not. */
export type Report = Readiness & { readonly parts?: Readonly<Record<string, Readiness>> };

export interface Watch {
  isReady(name: string): boolean;
  /** By service: ready if any instance is; and what each of them says. */
  parts(): Readonly<Record<string, Readiness & { readonly instances: Readonly<Record<string, Report>> }>>;
  /** Resolves when every instance, asked from now on, is ready, or rejects with what `giveUp` returns. */
  allReady(giveUp: () => Error | undefined): Promise<void>;
  stop(): Promise<void>;
}

const ASK_EVERY_MS = 250;
const ANSWER_WITHIN_MS = 2_000;
const silent: Report = { ready: false, reason: 'no_answer' };

export function watch(instances: readonly Watched[]): Watch {
  const ending = new AbortController();
  setMaxListeners(instances.length, ending.signal);
  const agent = new Agent({ keepAlive: true });
  const reports = new Map<string, Report>();
  /** When the question was put that the report answers. */
  const askedAt = new Map<string, number>();
  const isReady = (name: string) => reports.get(name)?.ready === true;

  async function ask({ name, port }: Watched): Promise<void> {
    while (!ending.signal.aborted) {
      const asked = performance.now();
      reports.set(name, await readiness(port, agent).catch(() => silent));
      askedAt.set(name, asked);
      await delay(ASK_EVERY_MS, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }
  const asking = instances.map(ask);

  return {
    isReady,
    parts() {
      const kinds = [...new Set(instances.map(({ of }) => of))];
      return Object.fromEntries(
        kinds.map((kind) => {
          const its = instances.filter(({ of }) => of === kind);
          const said = its.map(({ name }) => [name, reports.get(name) ?? silent] as const);
          return [kind, { ready: said.some(([, one]) => one.ready), instances: Object.fromEntries(said) }];
        }),
      );
    },
    async allReady(giveUp) {
      const since = performance.now();
      const isReadySince = ({ name }: Watched) => isReady(name) && askedAt.get(name)! > since;
      while (!instances.every(isReadySince)) {
        const error = giveUp();
        if (error) throw error;
        await delay(ASK_EVERY_MS);
      }
    },
    async stop() {
      ending.abort();
      agent.destroy();
      await Promise.all(asking);
    },
  };
}

function readiness(port: number, agent: Agent): Promise<Report> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path: '/health/ready', agent, timeout: ANSWER_WITHIN_MS },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('error', reject);
        response.on('end', () => {
          try {
            resolve(JSON.parse(text) as Report);
          } catch (error) {
            reject(error);
          }
        });
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('no answer in time')));
    asked.on('error', reject);
    asked.end();
  });
}
