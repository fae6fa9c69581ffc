import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { remoteSubgraph } from './subgraph.http.js';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function instance(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

/** Answers with its name, and writes down what it was sent. */
function named(name: string, heard: string[] = []): RequestListener {
  return async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    heard.push(body);
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: { name } }));
  };
}

async function nobody(): Promise<string> {
  const url = await instance(named('gone'));
  await new Promise((resolve) => servers.pop()!.close(resolve));
  return url;
}

const request = { query: 'mutation { act(key: "one") }', headers: { authorization: 'Bearer hers' } };
const LONG = 60_000;
const nameOf = async (subgraph: ReturnType<typeof remoteSubgraph>) =>
  (await subgraph.execute(request)).data?.name;

describe('several instances of a subgraph', () => {
  it('are asked in turn', async () => {
    const subgraph = remoteSubgraph({ url: [await instance(named('a')), await instance(named('b'))] }, LONG);
    const asked = [await nameOf(subgraph), await nameOf(subgraph), await nameOf(subgraph)];
    expect(asked).toEqual(['a', 'b', 'a']);
  });

  it('stand in for one that does not listen, which is asked last for a while', async () => {
    const subgraph = remoteSubgraph({ url: [await nobody(), await instance(named('b'))] }, LONG);
    expect([await nameOf(subgraph), await nameOf(subgraph), await nameOf(subgraph)]).toEqual(['b', 'b', 'b']);
  });

  it('stand in for one that is starting or ending', async () => {
    const ending = await instance((_request, response) => void response.writeHead(503).end('{}'));
    expect(await nameOf(remoteSubgraph({ url: [ending, await instance(named('b'))] }, LONG))).toBe('b');
  });

  it('stand in for one that dies over a request, and are sent the very same', async () => {
    const heard: string[] = [];
    const dying = await instance(async (incoming) => {
      for await (const chunk of incoming) heard.push(String(chunk));
      incoming.socket.destroy();
    });
    const subgraph = remoteSubgraph({ url: [dying, await instance(named('b', heard))] }, LONG);
    expect(await nameOf(subgraph)).toBe('b');
    expect(heard).toEqual([heard[0], heard[0]]);
    expect(heard[0]).toContain('key: \\"one\\"');
  });

  it('are not asked once more what has taken too long already', async () => {
    const heard: string[] = [];
    const silent = await instance(() => undefined);
    const subgraph = remoteSubgraph({ url: [silent, await instance(named('b', heard))] }, 50);
    await expect(subgraph.execute(request)).rejects.toThrow();
    expect(heard).toEqual([]);
  });

  it('are all asked before it is said that none answers', async () => {
    const subgraph = remoteSubgraph({ url: [await nobody(), await nobody()] }, LONG);
    await expect(subgraph.execute(request)).rejects.toThrow();
  });
});
