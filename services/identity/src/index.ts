export { comparableName, type NewAccount, type SharedPassword } from './accounts.js';
export { demonstrationGrantType } from './demonstration-grant.js';
export { type IdentityCode, IdentityError } from './errors.js';
export { createIdentity, type Identity, type IdentityOptions } from './identity.js';
export { apiResource, apiScope, type IdentityClient } from './provider.js';
export { type IdentityTables, identityMigrations } from './tables.js';
