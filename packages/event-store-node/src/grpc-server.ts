/**
 * The gRPC server over the service definitions that the client's own package brings: no proto file of ours can
 * drift from what the client speaks. Where speed matters our own codecs replace the generated ones.
 */
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { appendCall } from './calls/append.js';
import { batchAppendCall } from './calls/batch-append.js';
import { deleteCall, tombstoneCall } from './calls/delete.js';
import { gossipCall, type Member } from './calls/gossip.js';
import type { NodeDeps } from './calls/node-deps.js';
import { readCall } from './calls/read.js';
import { supportedMethodsCall } from './calls/server-features.js';

/** The client sends batches of up to 3 MB and itself receives up to this much. */
const LARGEST_MESSAGE = 17 * 1024 * 1024;
const SHUTDOWN_MS = 1_000;

const asIs = (bytes: Buffer): Buffer => bytes;
const { StreamsService } = streamsService;
const streamsDefinition = {
  ...StreamsService,
  read: { ...StreamsService.read, responseSerialize: asIs },
  batchAppend: { ...StreamsService.batchAppend, requestDeserialize: asIs, responseSerialize: asIs },
};

export function createServer(deps: NodeDeps, member: Member): Server {
  const server = new Server({
    'grpc.max_receive_message_length': LARGEST_MESSAGE,
    // Nobody asks for the statistics that it would keep of every call.
    'grpc.enable_channelz': 0,
  });
  server.addService(streamsDefinition, {
    append: appendCall(deps),
    batchAppend: batchAppendCall(deps),
    delete: deleteCall(deps),
    tombstone: tombstoneCall(deps),
    read: readCall(deps),
  });
  server.addService(featuresService.ServerFeaturesService, { getSupportedMethods: supportedMethodsCall() });
  server.addService(gossipService.GossipService, { read: gossipCall(member) });
  return server;
}

/** Answers the port that was bound. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  const address = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
  return new Promise((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
}

/** Wait for the calls' last words to be sent, but not for a client that has gone without a word. */
export async function shutDown(server: Server): Promise<void> {
  let patience: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve) => {
    server.tryShutdown(() => resolve());
    patience = setTimeout(resolve, SHUTDOWN_MS);
  });
  clearTimeout(patience);
  server.forceShutdown();
}
