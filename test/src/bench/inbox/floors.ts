/** What an answer costs that is always the same: from node:http alone, and from Apollo Server on Express. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { given, isReady } from '../program.js';
import { constantPage } from './page.js';

const typeDefs = `
  input PageInput { first: Int }
  type Actor { id: ID! }
  type Page { items: [Referral!]! hasMore: Boolean! }
  type Referral {
    id: ID! reference: String! side: String! state: String! service: String oblast: String urgency: String
    asking: Boolean! refused: String draftedAt: String sentAt: String acknowledgeBy: String decideBy: String
    unconfirmedFrom: String sharingEnded: Boolean! sender: Actor recipient: Actor
  }
  type Query { inbox(page: PageInput!): Page! }`;

async function apollo(): Promise<Server> {
  const resolvers = { Query: { inbox: () => constantPage } };
  const server = new ApolloServer({ typeDefs, resolvers, nodeEnv: 'production' });
  await server.start();
  const app = express();
  app.use('/graphql', express.json(), expressMiddleware(server));
  return createServer(app);
}

function bare(): Server {
  const answer = JSON.stringify({ data: { inbox: constantPage } });
  return createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
    });
  });
}

const { kind } = given<{ kind: 'apollo' | 'bare' }>();
const server = kind === 'apollo' ? await apollo() : bare();
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  isReady({ port }, async () => {
    server.closeAllConnections();
    server.close();
  });
});
