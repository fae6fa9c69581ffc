/** A real federated subgraph for specs: in this process, or behind HTTP on a free port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { mapStream, namesEvents, type Stream, sendEvents } from '@stezhka/event-stream';
import { type ExecutionResult, graphql, parse, subscribe } from 'graphql';
import type { InProcessSubgraph, SubgraphResult } from '../src/index.js';

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
    async subscribe({ query, variables, headers }) {
      const contextValue: ToyContext = { headers, extensions: {} };
      const begun = await subscribe({
        ...{ schema, document: parse(query), contextValue },
        ...(variables === undefined ? {} : { variableValues: variables }),
      });
      const plain = (result: ExecutionResult): SubgraphResult => JSON.parse(JSON.stringify(result));
      return 'next' in begun ? mapStream(begun as Stream<ExecutionResult>, plain) : plain(begun);
    },
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
    const asked = { ...JSON.parse(Buffer.concat(chunks).toString()), headers };
    const isSubscription = namesEvents(headers.accept);
    const result = await (isSubscription ? toy.subscribe!(asked) : toy.execute(asked));
    if ('next' in result) return void (await sendEvents(response, result));
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
