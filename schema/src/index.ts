export {
  code,
  count,
  digest,
  type EventDefinition,
  type EventFamily,
  type EventsOf,
  event,
  externalId,
  fields,
  flag,
  id,
  list,
  moment,
  optional,
  publicText,
  reference,
} from './define.js';
export type * from './published.generated.js';
