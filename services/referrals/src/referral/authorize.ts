/**
 * Who may do what with a referral, rule by rule: the first wall. Each rule knows the two parties, the pathway and
 * the roles, nothing else. What a rule does not let through does not exist for the one who asks.
 */
import type { Rules, Viewer } from '@stezhka/auth';
import type { Channel, Pathway, Role } from '@stezhka/vocabulary';

/** The two sides of a referral and its rules of secrecy. */
export interface Parties {
  readonly senderActorId: string;
  /** Absent until an offer has been sent: before that there is no other side. */
  readonly recipientActorId?: string;
  readonly pathway: Pathway;
}

export interface Subjects {
  /** Begin to refer a household of one's own caseload. */
  'referral.draft': { readonly householdActorId: string; readonly pathway: Pathway };
  /** Look for actors that could serve. */
  'candidates.read': { readonly pathway: Pathway };
  /** Know that a service on this pathway exists. */
  'candidates.know': { readonly pathway: Pathway };
  /** Choose a recipient, or take the referral back. */
  'referral.send': Parties;
  'referral.withdraw': Parties;
  /** Acknowledge, accept, decline, start, complete: the recipient's acts. */
  'referral.answer': Parties & { readonly channel: Channel };
  /** Confirm an answer that the other side typed in. */
  'referral.confirm': Parties;
  /** One party's own row of it, or one entry of its timeline. */
  'referral.read': { readonly partyActorId: string; readonly pathway: Pathway };
}

const sends: readonly Role[] = ['caseworker', 'supervisor', 'hotline_operator'];
const decides: readonly Role[] = ['intake_officer', 'supervisor', 'duty_officer'];
const reads: readonly Role[] = [...new Set([...sends, ...decides, 'data_protection_focal_point' as const])];

/** Channels on which an answer is spoken or handed over, so that the sender may type it in. */
export const spoken: readonly Channel[] = ['phone', 'paper', 'in_person', 'import'];

const has = (viewer: Viewer, roles: readonly Role[]) => roles.some((role) => viewer.roles.includes(role));
const certified = (viewer: Viewer, pathway: Pathway) =>
  pathway === 'general' || viewer.certifications.includes(pathway);
/** Of the sender, in a role that refers, on a pathway that she is certified for. */
export const sendsFor = (viewer: Viewer, of: Parties) =>
  viewer.actorId === of.senderActorId && has(viewer, sends) && certified(viewer, of.pathway);
const ofRecipient = (viewer: Viewer, of: Parties) =>
  viewer.actorId === of.recipientActorId && has(viewer, decides) && certified(viewer, of.pathway);

export const rules: Rules<Subjects> = {
  'referral.draft': (viewer, { householdActorId, pathway }) =>
    viewer.actorId === householdActorId && has(viewer, sends) && certified(viewer, pathway),
  'candidates.read': (viewer, { pathway }) => has(viewer, sends) && certified(viewer, pathway),
  'candidates.know': (viewer, { pathway }) => certified(viewer, pathway),
  'referral.send': sendsFor,
  'referral.withdraw': sendsFor,
  'referral.answer': (viewer, of) =>
    ofRecipient(viewer, of) ||
    (of.recipientActorId !== undefined && sendsFor(viewer, of) && spoken.includes(of.channel)),
  'referral.confirm': ofRecipient,
  'referral.read': (viewer, { partyActorId, pathway }) =>
    viewer.actorId === partyActorId && has(viewer, reads) && certified(viewer, pathway),
};

/** Roles that may read referrals of their actor; the row policy asks for the same. */
export const readingRoles = reads;
