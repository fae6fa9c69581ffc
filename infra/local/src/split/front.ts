/**
 * The one address before the instances of gateway and identity. It passes requests on, to one that is ready; what did
 * not reach that one goes to the next (`decisions/0001-who-balances.md`).
 */
import {
  Agent,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
} from 'node:http';
import { createHealth, type ServedHttp, serveHttp } from '@stezhka/telemetry';
import { PortTaken } from '../http.js';
import { readProxy } from '../proxy.js';
import type { Watch, Watched } from './watch.js';

export interface Front {
  readonly port: number;
  /** From now on requests are passed on; until then they are told to come again. */
  serve(instances: readonly Watched[], watch: Watch): void;
  stop(): Promise<void>;
}

/** Somewhat more than any of them takes. */
const LARGEST_BODY = 128 * 1024;

export async function openFront(port: number, publicOrigin?: string): Promise<Front> {
  const agent = new Agent({ keepAlive: true });
  const health = createHealth();
  let pass: ((incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>) | undefined;
  const started = health.contribute('network', () => ({ ready: false, reason: 'starting' }));
  const served = await listen(port, health, (incoming, outgoing) => {
    if (!pass) return refuse(outgoing, 503, 'UNAVAILABLE', 'Not available yet, try again later.');
    void pass(incoming, outgoing);
  });
  return {
    port: served.port,
    serve(instances, watch) {
      started();
      for (const of of Object.keys(watch.parts())) health.contribute(of, () => watch.parts()[of]!);
      const turns = new Map<string, number>();
      pass = async (incoming, outgoing) => {
        const path = (incoming.url ?? '/').split('?', 1)[0]!;
        const kind = path === '/oidc' || path.startsWith('/oidc/') ? 'identity' : 'gateway';
        const turn = turns.get(kind) ?? 0;
        turns.set(kind, turn + 1);
        const its = instances.filter(({ of }) => of === kind);
        const rotated = its.map((_, n) => its[(n + turn) % its.length]!);
        const inTurn = rotated.toSorted(
          (a, b) => Number(watch.isReady(b.name)) - Number(watch.isReady(a.name)),
        );
        const body = await bodyOf(incoming).catch(() => undefined);
        if (body === undefined) return void outgoing.destroy();
        if (body === 'too large')
          return refuse(outgoing, 413, 'TOO_LARGE', 'The request is larger than 100 KB.');
        const headers = headersFor(incoming, body, publicOrigin);
        const isRepeatable = path === '/graphql' || incoming.method === 'GET' || incoming.method === 'HEAD';
        for (const { port: to } of inTurn) {
          const outcome = await passOn(incoming, outgoing, { port: to, headers, body, agent });
          if (outcome === 'answered') return;
          if (outcome === 'broken' && !isRepeatable) break;
        }
        refuse(outgoing, 503, 'UNAVAILABLE', 'Not available now, try again later.');
      };
    },
    async stop() {
      await served.stop();
      agent.destroy();
    },
  };
}

type Health = ReturnType<typeof createHealth>;

async function listen(
  port: number,
  health: Health,
  answer: (incoming: IncomingMessage, outgoing: ServerResponse) => void,
): Promise<ServedHttp> {
  try {
    return await serveHttp({ host: '127.0.0.1', port, health, answer });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? new PortTaken(port) : error;
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer | 'too large'> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  return size > LARGEST_BODY ? 'too large' : Buffer.concat(chunks);
}

const betweenTwo = ['connection', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'expect'];

/** As the request came, and who sent it: nobody else's word on that is passed on. */
function headersFor(
  incoming: IncomingMessage,
  body: Buffer,
  publicOrigin: string | undefined,
): OutgoingHttpHeaders {
  const { headers, socket } = incoming;
  if (publicOrigin) readProxy(incoming, publicOrigin);
  else for (const name of ['for', 'proto', 'host']) delete headers[`x-forwarded-${name}`];
  const passed: OutgoingHttpHeaders = { ...headers };
  for (const name of betweenTwo) delete passed[name];
  if (body.length > 0) passed['content-length'] = body.length;
  passed['x-forwarded-proto'] ??= 'http';
  passed['x-forwarded-for'] ??= socket.remoteAddress ?? '';
  return passed;
}

interface Passing {
  readonly port: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
  readonly agent: Agent;
}

/** `refused`: nobody listened, so nothing was begun. `broken`: it went away before it said anything. */
function passOn(
  { method, url }: IncomingMessage,
  outgoing: ServerResponse,
  { port, headers, body, agent }: Passing,
): Promise<'answered' | 'refused' | 'broken'> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, method, path: url, headers, agent }, (answer) => {
      resolve('answered');
      const given: OutgoingHttpHeaders = { ...answer.headers };
      for (const name of betweenTwo) delete given[name];
      outgoing.writeHead(answer.statusCode ?? 502, given);
      answer.on('error', () => outgoing.destroy());
      answer.on('aborted', () => outgoing.destroy());
      answer.pipe(outgoing);
    });
    // Who asked has gone: nobody has to answer any more, a stream above all.
    outgoing.once('close', () => asked.destroy());
    asked.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'broken'),
    );
    asked.end(body);
  });
}

function refuse(outgoing: ServerResponse, status: number, code: string, message: string): void {
  if (outgoing.headersSent || outgoing.destroyed) return;
  outgoing.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  outgoing.end(JSON.stringify({ errors: [{ message, extensions: { code, possible: [] } }] }));
}
