/**
 * Who looks: the staff of six invented organisations, and those who are nobody. What the rules by hand may know of a
 * viewer stands here and nowhere else.
 */
import type { Pathway, Role } from '@stezhka/vocabulary';

export const actorKeys = [
  'office',
  'sender',
  'receiver',
  'gbvReceiver',
  'gbvElsewhere',
  'unrelated',
] as const;
export type ActorKey = (typeof actorKeys)[number];

/** The pathways on which nobody learns of a referral who does not work on them. */
export const isolatedPathways: readonly Pathway[] = ['gbv', 'tip', 'cp'];

/** Actors that may receive on every isolated pathway. */
export const certifiedActors: readonly ActorKey[] = ['sender', 'gbvReceiver', 'gbvElsewhere'];

/** A member of staff, as the rules by hand know her. */
export interface Member {
  readonly actor: ActorKey;
  readonly roles: readonly Role[];
  readonly certifications: readonly Pathway[];
}

const member = (actor: ActorKey, roles: readonly Role[], ...certifications: Pathway[]): Member => ({
  actor,
  roles,
  certifications,
});

export const members = {
  registrar: member('office', ['network_registrar']),
  sender: member('sender', ['caseworker'], ...isolatedPathways),
  senderSupervisor: member('sender', ['supervisor'], ...isolatedPathways),
  senderUncertified: member('sender', ['caseworker', 'supervisor']),
  senderAdministrator: member('sender', ['actor_administrator']),
  senderHotline: member('sender', ['hotline_operator']),
  senderFocalPoint: member('sender', ['data_protection_focal_point'], ...isolatedPathways),
  receiver: member('receiver', ['intake_officer', 'caseworker']),
  receiverCaseworker: member('receiver', ['caseworker']),
  receiverSupervisor: member('receiver', ['supervisor']),
  receiverDuty: member('receiver', ['duty_officer']),
  receiverInterpreter: member('receiver', ['interpreter']),
  receiverAdministrator: member('receiver', ['actor_administrator']),
  gbvReceiver: member('gbvReceiver', ['intake_officer', 'caseworker'], 'gbv'),
  tipReceiver: member('gbvReceiver', ['intake_officer', 'caseworker'], 'tip'),
  cpReceiver: member('gbvReceiver', ['duty_officer', 'caseworker'], 'cp'),
  gbvReceiverUncertified: member('gbvReceiver', ['intake_officer', 'caseworker']),
  gbvElsewhere: member('gbvElsewhere', ['intake_officer', 'caseworker'], 'gbv'),
  coordinator: member('office', ['cluster_coordinator']),
  coordinatorCertified: member('gbvElsewhere', ['cluster_coordinator'], ...isolatedPathways),
  official: member('unrelated', ['authority_official']),
  officialCertified: member('gbvReceiver', ['authority_official'], ...isolatedPathways),
  hotline: member('gbvElsewhere', ['hotline_operator'], ...isolatedPathways),
  unrelated: member('unrelated', ['caseworker', 'intake_officer', 'supervisor', 'actor_administrator']),
} as const satisfies Record<string, Member>;
export type MemberKey = keyof typeof members;
export const memberKeys = Object.keys(members) as readonly MemberKey[];

/** Who is nobody: without a token, with a worthless one, or with a good one of somebody who is out or was never in. */
export const nobodies = ['anonymous', 'forged', 'expired', 'disabled', 'stranger'] as const;
export type NobodyKey = (typeof nobodies)[number];

export type ViewerKey = MemberKey | NobodyKey;
export const viewerKeys: readonly ViewerKey[] = [...memberKeys, ...nobodies];

/** The member behind a viewer; undefined for nobody. */
export function memberOf(viewer: ViewerKey): Member | undefined {
  return viewer in members ? members[viewer as MemberKey] : undefined;
}
