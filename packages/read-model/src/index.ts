export type { BaseTables } from './base-migrations.js';
export { builtOnce } from './built-once.js';
export type { ParkedStream } from './checkpoint.js';
export { urlFor } from './connection-url.js';
export { DatabaseError, isPassing, type ReadModelCode, ReadModelError } from './database-error.js';
export type { Migrations } from './migrate.js';
export { openReadModel } from './open-read-model.js';
export type { Ownership } from './ownership.js';
export { type Projecting, projectAgain } from './project-again.js';
export type { Projection } from './projection.js';
export {
  type Projections,
  type ProjectionsOptions,
  startProjections,
} from './projections.js';
export {
  changeReading,
  type ProtectedTable,
  protectTable,
  type RecordRight,
  type RecordTable,
  recordTable,
} from './protect-table.js';
export {
  type Provisioned,
  type ProvisionOptions,
  provisionDatabase,
  provisionDatabases,
  serviceUrl,
} from './provision.js';
export { createReadModel, type InSession, type ReadModel, type ReadModelOptions } from './read-model.js';
export type { SessionViewer } from './session-settings.js';
export { workflowCheckpoints } from './workflow-checkpoints.js';
