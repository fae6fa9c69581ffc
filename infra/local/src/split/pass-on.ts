/** One request, passed on to one instance, and its answer passed back as it comes. */
import {
  type Agent,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
} from 'node:http';
import { readProxy } from '../proxy.js';

export interface Passing {
  readonly port: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
  readonly agent: Agent;
}

/** Of one connection, and not of what is said on it. */
const hopByHop = ['connection', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'expect'];

/** `refused`: nobody listened, so nothing was begun. `broken`: it went away before it said anything. */
export function passOn(
  { method, url }: IncomingMessage,
  outgoing: ServerResponse,
  { port, headers, body, agent }: Passing,
): Promise<'answered' | 'refused' | 'broken'> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, method, path: url, headers, agent }, (answer) => {
      resolve('answered');
      outgoing.writeHead(answer.statusCode ?? 502, without(answer.headers, hopByHop));
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

/** As the request came, and who sent it: nobody else's word on that is passed on. */
export function headersFor(
  incoming: IncomingMessage,
  body: Buffer,
  publicOrigin: string | undefined,
): OutgoingHttpHeaders {
  const { headers, socket } = incoming;
  if (publicOrigin) readProxy(incoming, publicOrigin);
  else for (const name of ['for', 'proto', 'host']) delete headers[`x-forwarded-${name}`];
  const passed = without(headers, hopByHop);
  if (body.length > 0) passed['content-length'] = body.length;
  passed['x-forwarded-proto'] ??= 'http';
  passed['x-forwarded-for'] ??= socket.remoteAddress ?? '';
  return passed;
}

function without(headers: OutgoingHttpHeaders, names: readonly string[]): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}

/** Its whole body: so that it can be sent once more. */
export async function bodyOf(incoming: IncomingMessage, largest: number): Promise<Buffer | 'too large'> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largest) chunks.push(chunk);
  }
  return size > largest ? 'too large' : Buffer.concat(chunks);
}
