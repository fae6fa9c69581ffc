/** A gateway over the toy subgraphs, listening, with everything that was opened in one place to close. */
import { createLogger } from '@stezhka/telemetry';
import {
  composeSupergraph,
  createGateway,
  type GatewayOptions,
  type Planner,
  type Subgraph,
} from '../src/index.js';
import { referrals, referralsSdl } from './referrals.js';
import { registry, registrySdl } from './registry.js';
import { serve } from './subgraph.js';

export type Transport = 'in-process' | 'http';

/** Both planners over both transports: everything said of the gateway is true in all four. */
export const everyWay: readonly (readonly [Planner, Transport])[] = [
  ['rust', 'in-process'],
  ['rust', 'http'],
  ['js', 'in-process'],
  ['js', 'http'],
];

export const supergraph = await composeSupergraph([
  { name: 'registry', sdl: registrySdl },
  { name: 'referrals', sdl: referralsSdl },
]);

export interface Posted {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely in specs.
  readonly json: any;
}

export interface ToyNetwork {
  readonly url: string;
  readonly logged: readonly string[];
  post(body: unknown, headers?: Record<string, string>): Promise<Posted>;
  send(init: RequestInit, path?: string): Promise<Posted>;
  close(): Promise<void>;
}

export async function startNetwork(
  planner: Planner,
  transport: Transport,
  { unreachable, ...options }: Partial<GatewayOptions> & { readonly unreachable?: string } = {},
): Promise<ToyNetwork> {
  const toys = { registry: registry(), referrals: referrals() };
  const served = transport === 'http' ? await Promise.all(Object.values(toys).map(serve)) : [];
  const names = Object.keys(toys);
  const subgraphs: Record<string, Subgraph> =
    transport === 'http' ? Object.fromEntries(served.map(({ url }, at) => [names[at], { url }])) : toys;
  if (unreachable !== undefined) {
    await served[names.indexOf(unreachable)]?.close();
    if (transport === 'in-process')
      subgraphs[unreachable] = { execute: () => Promise.reject(new Error('down')) };
  }
  const logged: string[] = [];
  let requests = 0;
  const gateway = await createGateway({
    supergraph,
    subgraphs,
    planner,
    logger: createLogger({ service: 'gateway', destination: { write: (line) => void logged.push(line) } }),
    newRequestId: () => `00000000-0000-4000-8000-${(requests++).toString(16).padStart(12, '0')}`,
    ...options,
  });
  const { url } = await gateway.listen({ host: '127.0.0.1', port: 0 });
  const send = async (init: RequestInit, path = ''): Promise<Posted> => {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: JSON.parse(text) };
  };
  return {
    url,
    logged,
    send,
    post: (body, headers = {}) =>
      send({
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    async close() {
      await gateway.stop();
      await Promise.all(served.map((server) => server.close()));
    },
  };
}
