export type { Answer, AnswerBody } from './answer.js';
export { CompositionFailed, composeSupergraph, type SubgraphDefinition } from './compose.js';
export { createGateway, type Gateway, type GatewayOptions } from './gateway.js';
export type { Listening, ListenOptions } from './listen.js';
export { defaultLimits, type OperationLimits } from './operation-limits.js';
export type { GatewayCode } from './refusals.js';
export type {
  InProcessSubgraph,
  RemoteSubgraph,
  Subgraph,
  SubgraphError,
  SubgraphHeaders,
  SubgraphRequest,
  SubgraphResult,
} from './subgraph.js';
export type { Planner } from './supergraph-runtime.js';
