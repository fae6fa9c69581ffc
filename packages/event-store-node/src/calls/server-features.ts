/**
 * What this node can do. The client asks before it appends (BatchAppend is used only if listed here) and before
 * it uses persistent subscriptions, which are not listed: it then answers its caller with its own error.
 */
import serverFeatures from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type shared from '@eventstore/db-client/generated/shared_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';

/** The protocol's version that this node speaks, and who speaks it. */
const VERSION = '23.10.0-stezhka';

const METHODS: readonly (readonly [service: string, method: string])[] = [
  ['event_store.client.streams.streams', 'append'],
  ['event_store.client.streams.streams', 'batchappend'],
  ['event_store.client.streams.streams', 'delete'],
  ['event_store.client.streams.streams', 'read'],
  ['event_store.client.streams.streams', 'tombstone'],
  ['event_store.client.gossip.gossip', 'read'],
  ['event_store.client.server_features.serverfeatures', 'getsupportedmethods'],
];

export function supportedMethodsCall(): handleUnaryCall<shared.Empty, serverFeatures.SupportedMethods> {
  const answer = new serverFeatures.SupportedMethods().setEventStoreServerVersion(VERSION);
  for (const [service, method] of METHODS)
    answer.addMethods(new serverFeatures.SupportedMethod().setServiceName(service).setMethodName(method));
  return (_call, callback) => callback(null, answer);
}
