export { createEventStore, type EventStoreOptions } from './client-store.js';
export {
  type CommandHandler,
  type CommandHandlerOptions,
  type CommandRequest,
  createCommandHandler,
  type Loaded,
  type Receipt,
} from './commands.js';
export type { Decider, DecisionContext } from './decider.js';
export type { Delivery, DomainEvent, EventMetadata, RecordedEvent } from './events.js';
export { type CommandScope, commandIdOf, idWithin, payloadHashOf } from './identity.js';
export { claimKey, holderOfKey } from './key-claim.js';
export { createPositionTokens, type PositionTokens } from './position-token.js';
export {
  type AppendReceipt,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  RevisionConflict,
  type SubscribeOptions,
} from './store.js';
export { isStoreAway } from './store-away.js';
export { type Upcaster, type Upcasters, upcast } from './upcast.js';
export { type Checkpoints, type RunningWorkflows, startWorkflows, type Workflow } from './workflow.js';
