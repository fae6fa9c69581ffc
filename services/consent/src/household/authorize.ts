/**
 * Who may do what with a household and with what is disclosed of it, rule by rule: the first wall. The second one
 * is the household's own stream, which names its actor and, in each permit, the one recipient.
 */
import type { Rules, Viewer } from '@stezhka/auth';
import type { Pathway, Role } from '@stezhka/vocabulary';
import { isTakenOn, opensIn, takesNotesIn } from '../referral/opens-in.js';
import type { OfferPhase } from '../referral/published-facts.js';
import type { SealedClass } from './commands.js';

/** A household on its actor's caseload. */
export interface OwnHousehold {
  readonly actorId: string;
  readonly pathway: Pathway;
}

export interface Subjects {
  /** Take a person or people onto the caseload. */
  'household.open': { readonly pathway: Pathway };
  /** Add members, seal records, record agreements. */
  'household.write': OwnHousehold;
  /** See the file: members, agreements, permits, disclosures; no content. */
  'household.read': OwnHousehold;
  /** Open the sealed content of one's own household. */
  'household.unseal': OwnHousehold;
  'household.withdraw': OwnHousehold;
  /** Open what a referral shared, as its recipient. */
  'referral.disclose': {
    readonly recipientActorId: string;
    readonly pathway: Pathway;
    readonly phase: OfferPhase;
  };
  /** Whether an offer that stands there opens a class to its recipient. */
  'referral.opens': { readonly phase: OfferPhase; readonly dataClass: SealedClass };
  /** Write words about an offer, or read them: staff of the two who stand on its sides. */
  'referral.note': {
    readonly senderActorId: string;
    readonly recipientActorId: string;
    readonly pathway: Pathway;
    readonly phase: OfferPhase;
  };
  /** Whether an offer that stands there takes words. */
  'referral.takes_notes': { readonly phase: OfferPhase };
  /** Ask about a referral at all: which of its classes one could open now, or to open them. */
  'referral.availability': { readonly partyActorIds: readonly string[]; readonly pathway: Pathway };
}

const writes: readonly Role[] = ['caseworker', 'supervisor', 'hotline_operator'];
const unseals: readonly Role[] = ['caseworker', 'supervisor'];
const withdraws: readonly Role[] = ['caseworker', 'supervisor', 'data_protection_focal_point'];
/** Whether to take her on is for these to decide; whoever will serve her reads after a yes. */
const decides: readonly Role[] = ['intake_officer', 'supervisor', 'duty_officer'];
const receives: readonly Role[] = [...decides, 'caseworker'];

/** Roles that may see their actor's files; the row policies ask for the same. */
export const readingRoles: readonly Role[] = [...new Set([...writes, ...withdraws])];

const has = (viewer: Viewer, roles: readonly Role[]) => roles.some((role) => viewer.roles.includes(role));
const certified = (viewer: Viewer, pathway: Pathway) =>
  pathway === 'general' || viewer.certifications.includes(pathway);
const ofOwn =
  (roles: readonly Role[]) =>
  (viewer: Viewer, { actorId, pathway }: OwnHousehold) =>
    viewer.actorId === actorId && has(viewer, roles) && certified(viewer, pathway);

const ofRecipient = (viewer: Viewer, { recipientActorId, pathway, phase }: Subjects['referral.disclose']) =>
  viewer.actorId === recipientActorId &&
  has(viewer, isTakenOn(phase) ? receives : decides) &&
  certified(viewer, pathway);

export const rules: Rules<Subjects> = {
  'household.open': (viewer, { pathway }) => has(viewer, writes) && certified(viewer, pathway),
  'household.write': ofOwn(writes),
  'household.read': ofOwn(readingRoles),
  'household.unseal': ofOwn(unseals),
  'household.withdraw': ofOwn(withdraws),
  'referral.disclose': ofRecipient,
  'referral.opens': (_viewer, { phase, dataClass }) => opensIn(phase).includes(dataClass),
  // Words are content: on the sender's side they are for whoever may open the file.
  'referral.note': (viewer, { senderActorId, ...offer }) =>
    ofOwn(unseals)(viewer, { actorId: senderActorId, ...offer }) || ofRecipient(viewer, offer),
  'referral.takes_notes': (_viewer, { phase }) => takesNotesIn(phase),
  'referral.availability': (viewer, { partyActorIds, pathway }) =>
    partyActorIds.includes(viewer.actorId) &&
    has(viewer, [...receives, ...readingRoles]) &&
    certified(viewer, pathway),
};
