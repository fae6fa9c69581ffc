export type { Delivery, DomainEvent, EventMetadata, RecordedEvent } from './events.js';
export {
  type AppendReceipt,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  RevisionConflict,
  type SubscribeOptions,
} from './store.js';
