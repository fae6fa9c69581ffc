/** Words between the two sides of an offer: sealed like everything that a person says, opened on record. */
import type { Viewer } from '@stezhka/auth';
import type { Receipt } from '@stezhka/event-store';
import { type Purpose, Refusal } from '@stezhka/vocabulary';
import { longest, type Note, type Side } from '../vault/content.js';
import type { ReadNotes, SealNote } from './commands.js';
import { correspondent, mayWriteNote, opensNotes } from './decide.notes.js';
import type { OpenedHousehold } from './evolve.js';
import { type Given, give } from './handle.js';
import { afterwards, type OpeningDeps, offerTo, openRecorded } from './handle.opening.js';
import { sealAndSay } from './handle.sealing.js';
import { shownReceipt, shownWithin } from './shown-ids.js';

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
  /** As either side calls it: the one that declines names it, the other finds it. */
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

export function createNoteCommands(deps: OpeningDeps): NoteCommands {
  return {
    async sealReferralNote(viewer, { key, referralId, text }, now) {
      if (text.trim() === '') throw new Refusal('INVALID_INPUT', ['text']);
      if (text.length > longest.note) throw new Refusal('TOO_LARGE', ['text']);
      const { householdId, look } = await offerTo(deps, viewer, referralId);
      const at = async () => ({ ...(await look()), by: viewer });
      const { side } = correspondent(deps, await afterwards(deps, householdId), await at(), now);
      const content: Note = { from: side, text };
      const sealing = {
        ...{ key, householdId, dataClass: 'C2' as const, content, facts: look },
        command: (contentFingerprint: string): SealNote => ({
          ...{ type: 'SealNote', referralId, contentFingerprint },
        }),
        subject: async (household: OpenedHousehold) =>
          mayWriteNote(deps, household, await at(), now).offer.offerId,
      };
      const { recordId, subjectId, ...receipt } = await sealAndSay(deps, viewer, sealing, now);
      return {
        ...shownReceipt(referralId, receipt),
        recordId: shownWithin(deps.secret, subjectId)(recordId),
      };
    },

    async readReferralNotes(viewer, { key, referralId, purpose }, now) {
      const { householdId, look } = await offerTo(deps, viewer, referralId);
      const command: ReadNotes = { type: 'ReadNotes', referralId, purpose };
      const receipt = await give(deps, { viewer, householdId, command, facts: look, key, now });
      const { records } = await openRecorded(deps, householdId, receipt, async () => {
        const facts = { ...(await look()), by: viewer };
        return opensNotes(deps, await afterwards(deps, householdId), facts, command, now);
      });
      const notes = records.map(({ recordId, subjectId, content }) => ({
        recordId: shownWithin(deps.secret, subjectId)(recordId),
        ...(content as Note),
      }));
      return { receipt: shownReceipt(referralId, receipt), notes };
    },
  };
}
