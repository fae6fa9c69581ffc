export { type ConsentDeps, type ConsentService, createConsentService } from './app.js';
export { rules as consentRules, type Subjects as ConsentSubjects } from './household/authorize.js';
export type { HouseholdCommands } from './household/handle.commands.js';
export type {
  DiscloseReferralInput,
  Disclosure,
  ReadHouseholdInput,
} from './household/handle.disclose.js';
export type { AddMemberInput, OpenHouseholdInput, RecordAgreementInput } from './household/handle.file.js';
export type {
  ReadReferralNotesInput,
  ReferralNote,
  ReferralNotes,
  SealReferralNoteInput,
} from './household/handle.notes.js';
export type { OpenedRecord } from './household/handle.opening.js';
export type { SealRecordInput } from './household/handle.seal.js';
export type { WithdrawAgreementInput } from './household/handle.withdraw.js';
export { migrations } from './migrations.js';
export type { ConsentTables } from './rows.js';
export type {
  Contact,
  DecisionSet,
  ProtectionDetail,
  RecordContent,
  SpecialDetail,
} from './vault/content.js';
export { keepSwept, type Sweeping } from './vault/keep-swept.js';
export type { KeyRing } from './vault/key-ring.js';
