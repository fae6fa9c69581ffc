/** Everything a user may ask of this service, over the graph or inside the process. */
import { createDisclosureCommands, type DisclosureCommands } from './handle.disclose.js';
import { createFileCommands, type FileCommands } from './handle.file.js';
import { createNoteCommands, type NoteCommands } from './handle.notes.js';
import type { OpeningDeps } from './handle.opening.js';
import { createSealRecord, type SealRecordCommand } from './handle.seal.js';
import { createWithdrawAgreement, type WithdrawAgreementCommand } from './handle.withdraw.js';

export interface HouseholdCommands extends FileCommands, DisclosureCommands, NoteCommands {
  readonly sealRecord: SealRecordCommand;
  readonly withdrawAgreement: WithdrawAgreementCommand;
}

export function createHouseholdCommands(deps: OpeningDeps): HouseholdCommands {
  return {
    ...createFileCommands(deps),
    ...createDisclosureCommands(deps),
    ...createNoteCommands(deps),
    sealRecord: createSealRecord(deps),
    withdrawAgreement: createWithdrawAgreement(deps),
  };
}
