/** Gossip: a client that looks for a cluster finds this one node, and that it is the leader. */
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';

export interface Member {
  readonly instanceId: string;
  readonly host: string;
  readonly port: () => number;
  /** Milliseconds since the UNIX epoch. */
  readonly now: () => number;
}

export function gossipCall(member: Member): handleUnaryCall<shared.Empty, gossip.ClusterInfo> {
  return (_call, callback) => {
    const { LEADER } = gossip.MemberInfo.VNodeState;
    const info = new gossip.MemberInfo()
      .setInstanceId(new shared.UUID().setString(member.instanceId))
      .setTimeStamp(String(member.now() * 10_000))
      .setState(LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new gossip.EndPoint().setAddress(member.host).setPort(member.port()));
    callback(null, new gossip.ClusterInfo().setMembersList([info]));
  };
}
