/**
 * Who may see what, written by hand from the field's own rules: the data classes, the sides of a referral, the states it
 * goes through, the pathway's secrecy. Nothing here asks the code that is being judged.
 */
import type { FieldClass, Pathway, Role, ServiceCode, SilenceRung } from '@stezhka/vocabulary';
import type { Offer } from './scenario.actors.js';
import type { CodeSubject } from './scenario.codes.js';
import type { HouseholdSubject, ReferralSubject, Standing } from './scenario.js';
import { type ActorKey, certifiedActors, isolatedPathways, type Member } from './viewers.js';

/** Nobody is a viewer too: whoever is not known to the network. */
export type Viewer = Member | undefined;

const has = (viewer: Member, ...roles: Role[]) => roles.some((role) => viewer.roles.includes(role));
const certified = (viewer: Member, pathway: Pathway) =>
  pathway === 'general' || viewer.certifications.includes(pathway);

// — Referrals: two sides, and what each may know —

export type Side = 'sender' | 'recipient';

/** Before it was sent there is no other side, whatever consent was asked or answered. */
const notSent: readonly Standing[] = ['draft', 'refused'];

/** The viewer's side of a referral; undefined for whom there is no such referral. */
export function sideOf(viewer: Viewer, { pathway, standing, recipient }: ReferralSubject): Side | undefined {
  if (!viewer || !certified(viewer, pathway)) return undefined;
  const reads = has(viewer, 'caseworker', 'supervisor', 'hotline_operator', 'data_protection_focal_point');
  const answers = has(viewer, 'intake_officer', 'duty_officer');
  if (!reads && !answers) return undefined;
  if (viewer.actor === 'sender') return 'sender';
  return viewer.actor === recipient && !notSent.includes(standing) ? 'recipient' : undefined;
}

/** Whether a field of this class is for this side to know. */
export function classIsFor(side: Side, fieldClass: FieldClass, standing: Standing): boolean {
  switch (fieldClass) {
    case 'PUBLIC':
    case 'PARTIES':
      return true;
    // Who declined keeps a record of its own act and nothing else; who kept silent, that it did.
    case 'C0':
      return side === 'sender' || !['declined', 'expired'].includes(standing);
    // What belongs to the sender: whose household it is, what came before, what consent was asked.
    case 'OWN':
      return side === 'sender';
    // Content comes from disclosure alone, never from a query.
    default:
      return false;
  }
}

/** Of whom and of what kind the person is. Once she took her agreement back, the recipient knows it no more. */
export const detailOfThePerson = [
  'Referral.language',
  'Referral.ageBands',
  'Referral.sexes',
  'Referral.dataClasses',
];

/** What a timeline tells the recipient: nothing from before the sending; who declined, its own acts alone. */
export function actsToldTo(side: Side, standing: Standing): readonly string[] | 'all' {
  if (side === 'sender') return 'all';
  if (standing === 'declined') return ['acknowledged', 'declined', 'answer_confirmed'];
  if (standing === 'expired')
    return ['acknowledged', 'answer_confirmed', 'unacknowledged', 'undecided', 'expired'];
  return [
    ...['sent', 'acknowledged', 'accepted', 'declined', 'answer_confirmed'],
    ...['started', 'completed', 'withdrawn', 'sharing_ended', 'unacknowledged', 'undecided'],
  ];
}

/** Of the silence each side is told what was said to itself; the sender, who waits for the answer, all of it. */
export const remindersOfRecipient: readonly SilenceRung[] = ['reminder', 'duty_officer'];

/** Whom silence is told to at the sender and beyond. On an isolated pathway no coordinator is among them. */
export const remindersOf = (pathway: Pathway): readonly SilenceRung[] => {
  const last = pathway === 'general' ? 'coordinator' : 'sender_supervisor_again';
  return [...remindersOfRecipient, 'sender_supervisor', last];
};

/** Whether there is anything that she could still do: the sender refers, and at the recipient those decide who take people in. */
export function canAct(viewer: Viewer, referral: ReferralSubject): boolean {
  if (!viewer || ['declined', 'completed', 'withdrawn'].includes(referral.standing)) return false;
  // An answer that she heard on the phone in time may still be typed in by whoever waited for it.
  if (referral.standing === 'expired' && sideOf(viewer, referral) === 'recipient') return false;
  if (sideOf(viewer, referral) === 'sender')
    return has(viewer, 'caseworker', 'supervisor', 'hotline_operator');
  return has(viewer, 'intake_officer', 'supervisor', 'duty_officer');
}

// — Codes for authorities: the sender knows that there are some; an official is told a word —

/** Who of the sender reads its referrals. */
export function knowsCodes(viewer: Viewer, pathway: Pathway): boolean {
  const roles: Role[] = ['caseworker', 'supervisor', 'hotline_operator', 'data_protection_focal_point'];
  roles.push('intake_officer', 'duty_officer');
  return viewer?.actor === 'sender' && has(viewer, ...roles) && certified(viewer, pathway);
}

/** What is answered to whoever asks with a code; one that nobody was given if absent. */
export function statusTold(viewer: Viewer, code: CodeSubject | undefined): string {
  if (!viewer) return 'UNAUTHENTICATED';
  if (!has(viewer, 'authority_official')) return 'NOT_FOUND';
  // Of an isolated pathway no authority is told anything.
  if (!code || code.revoked || code.authority !== viewer.actor || code.pathway !== 'general')
    return 'not_available';
  return code.standing === 'accepted' ? 'accepted' : 'in_process';
}

// — Content: by disclosure alone —

export const sealedClasses = ['C1', 'C2', 'C3', 'C4'] as const;
export type SealedClass = (typeof sealedClasses)[number];

/** What the recipient may open: enough to decide, and after a yes the rest, until it is taken back. */
export function classesOpenIn(standing: Standing): readonly SealedClass[] {
  if (standing === 'sent' || standing === 'acknowledged') return ['C2'];
  return standing === 'accepted' || standing === 'completed' ? sealedClasses : [];
}

export function mayDisclose(viewer: Viewer, referral: ReferralSubject): readonly SealedClass[] {
  if (!viewer || sideOf(viewer, referral) !== 'recipient') return [];
  // To decide is for those who take people in; whoever serves her reads after the yes.
  const opensAt: Role[] = ['intake_officer', 'supervisor', 'duty_officer'];
  if (['accepted', 'completed'].includes(referral.standing)) opensAt.push('caseworker');
  return has(viewer, ...opensAt) ? classesOpenIn(referral.standing) : [];
}

// — Households: one's own caseload —

export function seesHousehold(viewer: Viewer, { pathway }: HouseholdSubject): boolean {
  const roles: Role[] = ['caseworker', 'supervisor', 'hotline_operator', 'data_protection_focal_point'];
  return viewer?.actor === 'sender' && has(viewer, ...roles) && certified(viewer, pathway);
}

// — The directory: published, but for what works on an isolated pathway —

/** That this actor receives on this pathway: those who work on it, the actor itself, the registrars. */
export function knowsPathway(viewer: Viewer, actor: ActorKey, pathway: Pathway): boolean {
  if (!viewer) return false;
  return certified(viewer, pathway) || viewer.actor === actor || has(viewer, 'network_registrar');
}

export function seesOffer(viewer: Viewer, { actor, pathways }: Offer): boolean {
  return pathways.some((pathway) => knowsPathway(viewer, actor, pathway));
}

/** A sender looks for whom she could ask. Of a service on isolated pathways only those know who work on one. */
export function seesCandidate(viewer: Viewer, { pathways, ended }: Offer): boolean {
  return viewer !== undefined && !ended && pathways.some((pathway) => certified(viewer, pathway));
}

export function looksForCandidates(viewer: Viewer, pathway: Pathway): boolean {
  return (
    viewer !== undefined &&
    has(viewer, 'caseworker', 'supervisor', 'hotline_operator') &&
    certified(viewer, pathway)
  );
}

/** On which isolated pathways an actor may receive, as far as she may know. */
export function certificationsKnown(viewer: Viewer, actor: ActorKey): readonly Pathway[] {
  if (!certifiedActors.includes(actor)) return [];
  return isolatedPathways.filter((pathway) => knowsPathway(viewer, actor, pathway));
}

// — The network as a whole: the map for everybody, referrals for whoever coordinates —

/** Counts and clocks of referrals, of the general pathway alone, whatever she is certified for. */
export function coordinates(viewer: Viewer): boolean {
  return viewer !== undefined && has(viewer, 'cluster_coordinator');
}

/** Services that exist for violence, trafficking and children: on no map and in no count. */
export const onNoMap: readonly ServiceCode[] = [
  ...(['CM.CP', 'CM.GBV', 'CM.TIP', 'HLT.CMR', 'SHL.DV', 'SHL.TIP', 'LEG.VOT'] as const),
  ...(['CPS.FTR', 'CPS.ALT'] as const),
];

// — Staff: those who look after them, and each member herself —

export function seesStaff(viewer: Viewer, member: { readonly actor: ActorKey }, isHerself: boolean): boolean {
  if (!viewer) return false;
  const looksAfter = viewer.actor === member.actor && has(viewer, 'actor_administrator', 'supervisor');
  return isHerself || looksAfter || has(viewer, 'network_registrar');
}
