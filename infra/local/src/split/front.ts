/**
 * The one address before the instances of gateway and identity. It passes requests on, to one that is ready; what did
 * not reach that one goes to the next (`decisions/0001-who-balances.md`).
 */
import { Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import { createHealth, type Health, type ServedHttp, serveHttp } from '@stezhka/telemetry';
import { PortTaken } from '../http.js';
import { bodyOf, headersFor, passOn } from './pass-on.js';
import type { Watch, Watched } from './watch.js';

export interface Front {
  readonly port: number;
  /** From now on requests are passed on; until then they are told to come again. */
  serve(instances: readonly Watched[], watch: Watch): void;
  stop(): Promise<void>;
}

type Answering = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/** Somewhat more than any of them takes. */
const LARGEST_BODY = 128 * 1024;

export async function openFront(port: number, publicOrigin?: string): Promise<Front> {
  const agent = new Agent({ keepAlive: true });
  const health = createHealth();
  const started = health.contribute('network', () => ({ ready: false, reason: 'starting' }));
  let answering: Answering = async (_incoming, outgoing) => refuse(outgoing, notNow);
  const served = await listen(port, health, (...on) => answering(...on));
  return {
    port: served.port,
    serve(instances, watch) {
      started();
      for (const kind of Object.keys(watch.parts())) health.contribute(kind, () => watch.parts()[kind]!);
      const inTurn = turns(instances, watch);
      answering = async (incoming, outgoing) => {
        const path = (incoming.url ?? '/').split('?', 1)[0]!;
        const body = await bodyOf(incoming, LARGEST_BODY).catch(() => undefined);
        if (body === undefined) return void outgoing.destroy();
        if (body === 'too large') return refuse(outgoing, tooLarge);
        const headers = headersFor(incoming, body, publicOrigin);
        for (const to of inTurn(isOfProvider(path) ? 'identity' : 'gateway')) {
          const outcome = await passOn(incoming, outgoing, { port: to.port, headers, body, agent });
          if (outcome === 'answered') return;
          if (outcome === 'broken' && !isRepeatable(incoming, path)) break;
        }
        refuse(outgoing, notNow);
      };
    },
    async stop() {
      await served.stop();
      agent.destroy();
    },
  };
}

const isOfProvider = (path: string) => path === '/oidc' || path.startsWith('/oidc/');

/** Whether it may be sent again although it may have been done: a command is known by its key. */
const isRepeatable = ({ method }: IncomingMessage, path: string) =>
  path === '/graphql' || method === 'GET' || method === 'HEAD';

/** Each of a kind first in its turn; those that are not ready after the others, for they may have become so. */
function turns(instances: readonly Watched[], watch: Watch): (kind: string) => readonly Watched[] {
  let turn = 0;
  return (kind) => {
    turn += 1;
    const its = instances.filter(({ of }) => of === kind);
    const rotated = its.map((_, n) => its[(n + turn) % its.length]!);
    return rotated.toSorted(
      (one, other) => Number(watch.isReady(other.name)) - Number(watch.isReady(one.name)),
    );
  };
}

async function listen(port: number, health: Health, answer: Answering): Promise<ServedHttp> {
  try {
    return await serveHttp({
      ...{ host: '127.0.0.1', port, health },
      answer: (incoming, outgoing) => void answer(incoming, outgoing),
    });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? new PortTaken(port) : error;
  }
}

interface Refused {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const notNow: Refused = { status: 503, code: 'UNAVAILABLE', message: 'Not available now, try again later.' };
const tooLarge: Refused = { status: 413, code: 'TOO_LARGE', message: 'The request is larger than 100 KB.' };

/** In the shape of GraphQL's errors, as gateway and portal do. */
function refuse(outgoing: ServerResponse, { status, code, message }: Refused): void {
  if (outgoing.headersSent || outgoing.destroyed) return;
  outgoing
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(JSON.stringify({ errors: [{ message, extensions: { code, possible: [] } }] }));
}
