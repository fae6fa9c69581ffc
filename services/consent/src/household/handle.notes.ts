/** Words between the two sides of an offer: sealed like everything that a person says, opened on record. */
import type { Viewer } from '@stezhka/auth';
import type { EventStore, Receipt } from '@stezhka/event-store';
import { type Purpose, Refusal } from '@stezhka/vocabulary';
import { longest, type Note, type Side } from '../vault/content.js';
import type { ReadNotes, SealNote } from './commands.js';
import { correspondent, mayWriteNote, opensNotes } from './decide.notes.js';
import type { HouseholdWalls } from './decide.walls.js';
import { type Given, type GivingDeps, give } from './handle.js';
import { afterwards, offerTo, unseal } from './handle.opening.js';
import { sealAndSay } from './handle.sealing.js';

export interface SealReferralNoteInput extends Given {
  readonly referralId: string;
  /** 1 to 1000 characters. */
  readonly text: string;
}
export interface ReadReferralNotesInput extends Given {
  readonly referralId: string;
  readonly purpose: Purpose;
}

/** What one side wrote. */
export interface ReferralNote {
  readonly recordId: string;
  readonly from: Side;
  readonly text: string;
}
export interface ReferralNotes {
  readonly receipt: Receipt;
  /** The oldest first. */
  readonly notes: readonly ReferralNote[];
}

export interface NoteCommands {
  /**
   * @throws Refusal `NOT_FOUND` to whoever stands on neither side, `ILLEGAL_TRANSITION` where the offer takes no words
   * any more
   */
  sealReferralNote(
    viewer: Viewer | undefined,
    input: SealReferralNoteInput,
    now: Date,
  ): Promise<Receipt & { readonly recordId: string }>;
  /**
   * @throws Refusal `NOT_FOUND` to whoever could read nothing of it now, `NOT_AGREED` for a purpose without agreement
   */
  readReferralNotes(
    viewer: Viewer | undefined,
    input: ReadReferralNotesInput,
    now: Date,
  ): Promise<ReferralNotes>;
}

export function createNoteCommands(
  deps: GivingDeps & HouseholdWalls & { readonly store: EventStore },
): NoteCommands {
  return {
    async sealReferralNote(viewer, { key, referralId, text }, now) {
      if (text.trim() === '') throw new Refusal('INVALID_INPUT', ['text']);
      if (text.length > longest.note) throw new Refusal('TOO_LARGE', ['text']);
      const { householdId, offer } = await offerTo(deps.store, viewer, referralId);
      const facts = { by: viewer, offer };
      const { side } = correspondent(deps, await afterwards(deps, householdId), facts, now);
      const content: Note = { from: side, text };
      const sealing = {
        ...{ key, householdId, dataClass: 'C2' as const, content, facts: { offer } },
        command: (contentFingerprint: string): SealNote => ({
          ...{ type: 'SealNote', referralId, contentFingerprint },
        }),
        subject: (household: Parameters<typeof mayWriteNote>[1]) =>
          mayWriteNote(deps, household, facts, now).offer.offerId,
      };
      return sealAndSay(deps, viewer, sealing, now);
    },

    async readReferralNotes(viewer, { key, referralId, purpose }, now) {
      const { householdId, offer } = await offerTo(deps.store, viewer, referralId);
      const command: ReadNotes = { type: 'ReadNotes', referralId, purpose };
      const receipt = await give(deps, { viewer, householdId, command, facts: { offer }, key, now });
      const household = await afterwards(deps, householdId);
      const what = opensNotes(deps, household, { by: viewer, offer }, command, now);
      const records = await unseal(deps, householdId, what);
      const notes = records.map(({ recordId, content }) => ({ recordId, ...(content as Note) }));
      return { receipt, notes };
    },
  };
}
