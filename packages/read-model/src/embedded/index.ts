export { type EmbeddedPostgresCode, EmbeddedPostgresError } from './error.js';
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start.js';
