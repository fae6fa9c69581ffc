/** What can be sealed, class by class. Everything may be unknown: an absent field says so. */
import type { AgeBand, IntakeAnswer, IntakeQuestion, PersonLanguage, Sex } from '@stezhka/vocabulary';

/** C1: how to reach her without harm. */
export interface Contact {
  readonly name?: string;
  /** What she is called by the caseworker where no name is to be written. */
  readonly workingLabel?: string;
  readonly phone?: string;
  readonly safeTime?: string;
  readonly safeChannel?: string;
  readonly neverLeaveMessage?: boolean;
  readonly language?: PersonLanguage;
}

/** C2: what a service must know to decide, and nothing that tells who she is. */
export interface DecisionSet {
  readonly need?: string;
  readonly answers?: readonly { readonly question: IntakeQuestion; readonly answer: IntakeAnswer }[];
  readonly householdComposition?: readonly { readonly ageBand?: AgeBand; readonly sex?: Sex }[];
}

/** C3: what happened to her. */
export interface ProtectionDetail {
  readonly incidentType?: string;
  readonly risks?: string;
  readonly history?: string;
}

/** C4: papers, health, and a third person who is never searchable. */
export interface SpecialDetail {
  readonly documents?: string;
  readonly health?: string;
  readonly perpetrator?: string;
}

/** C2 as well: words about an offer, for its two sides alone. */
export interface Note {
  readonly from: Side;
  readonly text: string;
}

/** Who stands where: the actor that referred, and the one that it was put to. */
export type Side = 'sender' | 'recipient';

/** A class and its content. */
export type RecordContent =
  | { readonly dataClass: 'C1'; readonly content: Contact }
  | { readonly dataClass: 'C2'; readonly content: DecisionSet }
  | { readonly dataClass: 'C3'; readonly content: ProtectionDetail }
  | { readonly dataClass: 'C4'; readonly content: SpecialDetail };

/** Longest text of each field, in characters. */
export const longest = {
  name: 200,
  workingLabel: 100,
  phone: 40,
  safeTime: 200,
  safeChannel: 200,
  need: 600,
  note: 1_000,
  incidentType: 200,
  risks: 2_000,
  history: 4_000,
  documents: 1_000,
  health: 2_000,
  perpetrator: 1_000,
} as const;
