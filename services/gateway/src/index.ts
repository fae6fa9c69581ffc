export type { Answer, AnswerBody } from './answer.js';
export {
  type BrowserBackend,
  type BrowserBackendOptions,
  createBrowserBackend,
} from './browser/backend.js';
export type { DiscoveredProvider, EmbeddedProvider, ProviderOptions } from './browser/provider.js';
export { type BrowserTables, browserMigrations } from './browser/session-tables.js';
export { callbackPath } from './browser/sign-in.js';
export { type StaticFiles, staticFiles } from './browser/static-files.js';
export {
  type TrustedDocuments,
  trustedDocuments,
  UntrustworthyManifest,
} from './browser/trusted-documents.js';
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
