/** A real federated subgraph for specs: in this process, or behind HTTP on a free port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type ExecutionResult, graphql, parse } from 'graphql';
import type { InProcessSubgraph } from '../src/index.js';

export interface ToyContext {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly extensions: Record<string, unknown>;
}

type Resolvers = NonNullable<Exclude<Parameters<typeof buildSubgraphSchema>[0], unknown[]>>;

export function subgraph(sdl: string, resolvers: object): InProcessSubgraph {
  const schema = buildSubgraphSchema([
    { typeDefs: parse(sdl), resolvers } as Extract<Resolvers, { typeDefs: unknown }>,
  ]);
  return {
    async execute({ query, variables, operationName, headers }) {
      const contextValue: ToyContext = { headers, extensions: {} };
      const result: ExecutionResult = await graphql({
        schema,
        source: query,
        contextValue,
        ...(variables === undefined ? {} : { variableValues: variables }),
        ...(operationName === undefined ? {} : { operationName }),
      });
      // As JSON would carry it: errors are plain objects afterwards.
      return JSON.parse(JSON.stringify({ ...result, extensions: contextValue.extensions }));
    },
  };
}

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

export async function serve(toy: InProcessSubgraph): Promise<Served> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = request.headers as Record<string, string>;
    const result = await toy.execute({ ...JSON.parse(Buffer.concat(chunks).toString()), headers });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
