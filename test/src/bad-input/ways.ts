/** The ways in: the gateway with either planner over HTTP, and the subgraphs without it, inside the process. */
import { randomUUID } from 'node:crypto';
import { createGateway, type Planner } from '@stezhka/gateway';
import { supergraphOf } from '@stezhka/local';
import { createLogger, type Logger } from '@stezhka/telemetry';
import { type Scene, signIn, startScene } from '../every-mutation/scene.js';

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  /** Byte for byte, headers included. */
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a query answers is as many-shaped as queries are
  readonly data?: any;
  readonly errors?: readonly AnsweredError[];
}
export interface AnsweredError {
  readonly message: string;
  readonly extensions: {
    readonly code: string;
    readonly possible?: readonly string[];
    readonly fields?: readonly { readonly path: string }[];
  };
}

export interface Operation {
  readonly query: string;
  readonly variables?: object;
  readonly operationName?: string;
  /** The value of the header; nobody if absent. */
  readonly authorization?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Which subgraph answers it, where there is no gateway to know. */
  readonly subgraph: string;
}

export interface Way {
  readonly name: string;
  ask(operation: Operation): Promise<Answer>;
}

/** A way over HTTP, on which a request may be anything at all. */
export interface HttpWay extends Way {
  send(path: string, init: RequestInit): Promise<Answer>;
}

export interface Ways {
  readonly scene: Scene;
  readonly gateways: readonly HttpWay[];
  /** The gateways and the subgraphs. */
  readonly all: readonly Way[];
  /** By how many milliseconds the network's clock is ahead. */
  readonly clock: { ahead: number };
  /** What was logged by then. */
  readonly logged: readonly string[];
  /** New tokens for everybody in the scene. */
  signInAnew(): Promise<void>;
  stop(): Promise<void>;
}

export async function openWays(): Promise<Ways> {
  const logged: string[] = [];
  const destination = { write: (line: string) => void logged.push(line) };
  const logger = createLogger({ service: 'test', level: 'debug', destination });
  const clock = { ahead: 0 };
  const now = () => new Date(Date.now() + clock.ahead);
  const scene = await startScene({ logger, now, planner: 'rust' });
  const other = await gatewayBeside(scene, logger, 'js');
  const gateways = [
    overHttp('the gateway with the Rust planner', scene.network.address),
    overHttp('the gateway with the JavaScript planner', other.address),
  ];
  return {
    scene,
    gateways,
    all: [...gateways, inProcess(scene)],
    clock,
    logged,
    async signInAnew() {
      Object.assign(scene.people, await signIn(scene.network));
    },
    async stop() {
      await other.stop();
      await scene.stop();
    },
  };
}

async function gatewayBeside({ network }: Scene, logger: Logger, planner: Planner) {
  const gateway = await createGateway({
    supergraph: await supergraphOf(Object.values(network.running).map(({ subgraph }) => subgraph)),
    subgraphs: network.subgraphs,
    logger,
    newRequestId: randomUUID,
    planner,
  });
  const { port } = await gateway.listen({ host: '127.0.0.1', port: 0 });
  return { address: `http://127.0.0.1:${port}`, stop: () => gateway.stop() };
}

function overHttp(name: string, address: string): HttpWay {
  async function send(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(`${address}${path}`, { redirect: 'manual', ...init });
    const body = await response.text();
    const text = `${JSON.stringify([...response.headers])}\n${body}`;
    return { status: response.status, text, ...asJson(body) };
  }
  return {
    name,
    send,
    ask: ({ authorization, headers, subgraph: _, ...body }) =>
      send('/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(authorization === undefined ? {} : { authorization }),
          ...headers,
        },
        body: JSON.stringify(body),
      }),
  };
}

function inProcess({ network }: Scene): Way {
  return {
    name: 'the subgraphs themselves',
    async ask({ authorization, headers, subgraph, ...operation }) {
      const { variables, ...rest } = operation;
      const answer = await network.subgraphs[subgraph]!.execute({
        ...rest,
        ...(variables ? { variables: variables as Record<string, unknown> } : {}),
        headers: { ...headers, ...(authorization === undefined ? {} : { authorization }) },
      });
      const text = JSON.stringify(answer);
      return { status: 200, text, ...asJson(text) };
    },
  };
}

function asJson(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
}
