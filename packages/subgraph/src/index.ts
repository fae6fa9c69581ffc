export { type AnswerCode, messageOf } from './answer-code.js';
export { askedFields } from './asked-fields.js';
export * from './code-scalar.js';
export { Classified, classesOf, dataClassDirective, unclassifiedFields } from './data-class.js';
export { DateTime } from './date-time.js';
export { createInProcess, type InProcessRequest, type InProcessSubgraph } from './in-process.js';
export { isAway } from './is-away.js';
export { KeyedInput, WRITTEN_ID } from './keyed-input.js';
export { Receipt, revisionOf, toReceipt } from './receipt.js';
export type { EntityReference, ReferenceResolver, References } from './references.js';
export {
  type ContextFactory,
  type ContextFactoryDeps,
  createContextFactory,
  type RequestContext,
  type RequestHeaders,
} from './request-context.js';
export {
  type RunningService,
  type RunServiceOptions,
  runService,
  type Service,
  withMembership,
} from './run-service.js';
export { type ServedSubgraph, type ServeOptions, serveSubgraph } from './serve-subgraph.js';
export { runServiceProcess, type ServiceProcess, type ServiceTools } from './service-process.js';
export { readServiceSettings, type ServiceSettings } from './service-settings.js';
export {
  byClass,
  createSubgraph,
  type Streams,
  type Subgraph,
  type SubgraphDefinition,
  toldInStream,
} from './subgraph.js';
export type { SubgraphServerOptions } from './subgraph-server.js';
export type { Results } from './subscription.js';
export { createTurns, type Turns } from './turns.js';
