/** Keeping a household's file: open it, add to it, record what was agreed. */
import { signedIn, type Viewer, type Wall } from '@stezhka/auth';
import type { Receipt } from '@stezhka/event-store';
import type { Subjects } from './authorize.js';
import type { Act, AgreementTerms, OpenHousehold } from './commands.js';
import { type CommandScope, idOf, memberLabel } from './derived-ids.js';
import { type Given, type GivingDeps, give } from './handle.js';

export interface OpenHouseholdInput extends Given, Omit<OpenHousehold, 'type'> {}
export interface AddMemberInput extends Given, Act {
  readonly householdId: string;
}
export interface RecordAgreementInput extends Given, Act, AgreementTerms {
  readonly householdId: string;
}

export interface FileCommands {
  openHousehold(
    viewer: Viewer | undefined,
    input: OpenHouseholdInput,
    now: Date,
  ): Promise<Receipt & { readonly memberIds: readonly string[] }>;
  addMember(
    viewer: Viewer | undefined,
    input: AddMemberInput,
    now: Date,
  ): Promise<Receipt & { readonly memberId: string }>;
  recordAgreement(
    viewer: Viewer | undefined,
    input: RecordAgreementInput,
    now: Date,
  ): Promise<Receipt & { readonly agreementId: string; readonly receiptId: string }>;
}

export function createFileCommands(deps: GivingDeps & { readonly wall: Wall<Subjects> }): FileCommands {
  const { handler, vault, secret } = deps;
  const wall: Wall<Subjects> = deps.wall;
  const scope = (viewer: Viewer, name: string, target: string, key: string): CommandScope => ({
    ...{ user: viewer.staffId, name, target, key },
  });

  return {
    async openHousehold(viewer, { key, ...terms }, now) {
      // Before the vault makes a key: the decision asks again.
      wall.authorize('household.open', viewer, { pathway: terms.pathway });
      const name = 'OpenHousehold';
      const of = scope(viewer, name, 'new', key);
      const payloadSecret = await vault.makeHouseholdKey(idOf(secret, of, 'household'), now);
      const command = { type: name, ...terms } as const;
      const receipt = await handler.handle({ ...of, command, facts: { by: viewer }, now, payloadSecret });
      const memberIds = Array.from({ length: terms.memberCount }, (_, n) => idOf(secret, of, memberLabel(n)));
      return { ...receipt, memberIds };
    },

    async addMember(viewer, { key, householdId, ...act }, now) {
      signedIn(viewer);
      const command = { type: 'AddMember', ...act } as const;
      const receipt = await give(deps, { viewer, householdId, command, key, now });
      return { ...receipt, memberId: idOf(secret, scope(viewer, 'AddMember', householdId, key), 'member') };
    },

    async recordAgreement(viewer, { key, householdId, ...terms }, now) {
      signedIn(viewer);
      const command = { type: 'RecordAgreement', ...terms } as const;
      const receipt = await give(deps, { viewer, householdId, command, key, now });
      const of = scope(viewer, 'RecordAgreement', householdId, key);
      return {
        ...receipt,
        agreementId: idOf(secret, of, 'agreement'),
        receiptId: idOf(secret, of, 'agreement-receipt'),
      };
    },
  };
}
