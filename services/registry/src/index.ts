export type {
  AdmitActor,
  ChangeAccess,
  ChangeBase,
  ChangeOperations,
  ChangeServiceTerms,
  EndService,
  GrantCertification,
  OfferService,
  ReportCapacity,
  RevokeCertification,
  ServiceTerms,
} from './actor/commands.js';
export type { ActorCommands, Ask, Asked, AskedOf, Keyed } from './actor/handle.js';
export {
  createRegistryService,
  type RegistryCommands,
  type RegistryDeps,
  type RegistryService,
} from './app.js';
export { type RegistryGaps, type RegistrySubjects, rules as registryRules } from './authorize.js';
export { migrations } from './migrations.js';
export type { RegistryTables } from './rows.js';
export { setup } from './setup.js';
export type { ChangeRoles, DisableStaff, EnableStaff, Held, JoinStaff } from './staff/commands.js';
export { type AskedOfStaff, type StaffCommands, staffIdOf } from './staff/handle.js';
