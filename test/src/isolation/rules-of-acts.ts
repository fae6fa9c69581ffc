/** Who may do what, written by hand: the roles of the field, on which side they stand, and the pathway's secrecy. */
import type { Pathway, Role } from '@stezhka/vocabulary';
import type { Viewer } from './rules-by-hand.js';
import type { ActorKey } from './viewers.js';

export type MayAct = (viewer: Viewer, pathway: Pathway, recipient: ActorKey) => boolean;

const certified = (viewer: NonNullable<Viewer>, pathway: Pathway) =>
  pathway === 'general' || viewer.certifications.includes(pathway);
const inRole = (viewer: Viewer, ...roles: readonly Role[]): viewer is NonNullable<Viewer> =>
  viewer !== undefined && roles.some((role) => viewer.roles.includes(role));

/** What nobody may. */
export const nobody: MayAct = () => false;

/** The network's office admits and certifies. */
export const registrar: MayAct = (viewer) => inRole(viewer, 'network_registrar');

/** The actor that the acts on the directory are about is the receiver of the general pathway. */
export const itsAdministrator: MayAct = (viewer) =>
  inRole(viewer, 'actor_administrator') && viewer.actor === 'receiver';
export const registrarOrAdministrator: MayAct = (...who) => registrar(...who) || itsAdministrator(...who);
/** Who knows how many beds are free. */
export const knowsItsRoom: MayAct = (viewer) =>
  inRole(viewer, 'actor_administrator', 'supervisor', 'intake_officer', 'duty_officer') &&
  viewer.actor === 'receiver';

/** Takes people onto her own actor's caseload: any actor's. */
export const takesOn: MayAct = (viewer, pathway) =>
  inRole(viewer, 'caseworker', 'supervisor', 'hotline_operator') && certified(viewer, pathway);

const ofSender =
  (...roles: readonly Role[]): MayAct =>
  (viewer, pathway) =>
    inRole(viewer, ...roles) && viewer.actor === 'sender' && certified(viewer, pathway);
const ofRecipient =
  (...roles: readonly Role[]): MayAct =>
  (viewer, pathway, recipient) =>
    inRole(viewer, ...roles) && viewer.actor === recipient && certified(viewer, pathway);

/** Keeps the household's file; refers. */
export const keepsFile = ofSender('caseworker', 'supervisor', 'hotline_operator');
export const refers: MayAct = (...who) => keepsFile(...who);
/** Gives one authority a code, of the general pathway alone: of the others it would be told nothing. */
export const letsAnAuthorityAsk: MayAct = (viewer, pathway, recipient) =>
  pathway === 'general' && refers(viewer, pathway, recipient);
/** Asks with a code, whatever she is then told. */
export const asksByCode: MayAct = (viewer) => inRole(viewer, 'authority_official');
/** Reads what is written in it. */
export const readsFile = ofSender('caseworker', 'supervisor');
/** Takes an agreement back for the person. */
export const takesBack = ofSender('caseworker', 'supervisor', 'data_protection_focal_point');
/** Answers for the recipient. */
export const answers = ofRecipient('intake_officer', 'supervisor', 'duty_officer');
/** An answer that was spoken may be typed in by either side. */
export const typesIn: MayAct = (...who) => answers(...who) || refers(...who);
/** Opens what the referral shares, after the yes. */
export const opens = ofRecipient('intake_officer', 'caseworker', 'supervisor', 'duty_officer');
/** Before the yes: writes words about an offer and reads them. Those who decide, and those who read the file. */
export const corresponds: MayAct = (...who) => answers(...who) || readsFile(...who);
