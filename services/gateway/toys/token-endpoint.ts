/** The part of a provider that exchanges refresh tokens, each once; it can be made to wait, and to be away. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface TokenEndpoint {
  readonly address: string;
  /** The refresh token that would be taken now. */
  current: string;
  /** Refresh tokens that were brought, in order. */
  readonly exchanged: string[];
  readonly revoked: string[];
  mode: 'answer' | 'away' | 'busy' | 'refuse';
  /** From now on answers wait until `open` is called; `reached` resolves when the first of them does. */
  hold(): { readonly reached: Promise<void>; open(): void };
  stop(): Promise<void>;
}

export async function startTokenEndpoint(): Promise<TokenEndpoint> {
  let held: (() => Promise<void>) | undefined;
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    if (request.url === '/oidc/token/revocation') {
      endpoint.revoked.push(form.get('token') ?? '');
      response.writeHead(200).end();
      return;
    }
    const brought = form.get('refresh_token') ?? '';
    endpoint.exchanged.push(brought);
    await held?.();
    const reply = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (endpoint.mode === 'away') return reply(503, { error: 'temporarily_unavailable' });
    if (endpoint.mode === 'busy') return reply(429, { error: 'slow_down' });
    if (endpoint.mode === 'refuse' || brought !== endpoint.current)
      return reply(400, { error: 'invalid_grant' });
    const turn = endpoint.exchanged.length;
    endpoint.current = `refresh-${turn}`;
    reply(200, {
      access_token: `access-${turn}`,
      refresh_token: endpoint.current,
      token_type: 'Bearer',
      expires_in: 600,
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint: TokenEndpoint = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    current: 'refresh-0',
    exchanged: [],
    revoked: [],
    mode: 'answer',
    hold() {
      let open = () => {};
      let arrived = () => {};
      const opened = new Promise<void>((resolve) => {
        open = resolve;
      });
      const reached = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      held = () => {
        arrived();
        return opened;
      };
      return { reached, open: () => open() };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return endpoint;
}
