/** Invented staff of invented actors: each differs from the first of her actor in one thing, so that one rule shows. */
import type { Viewer } from '@stezhka/auth';
import type { Pathway, Role } from '@stezhka/vocabulary';

/** Beacon refers, Kalyna receives, Willow has nothing to do with it. */
export const actors = { sender: 'beacon', recipient: 'kalyna', outsider: 'willow' } as const;

export function staff(
  staffId: string,
  actorId: string,
  roles: readonly Role[],
  certifications: readonly Pathway[] = [],
): Viewer {
  return {
    staffId,
    actorId,
    issuer: 'https://login.example',
    subject: `subject-${staffId}`,
    roles,
    certifications,
  };
}

const { sender, recipient, outsider } = actors;

export const people = {
  caseworker: staff('beacon-caseworker', sender, ['caseworker']),
  supervisor: staff('beacon-supervisor', sender, ['supervisor']),
  hotline: staff('beacon-hotline', sender, ['hotline_operator']),
  certifiedCaseworker: staff('beacon-certified', sender, ['caseworker'], ['gbv']),
  senderInterpreter: staff('beacon-interpreter', sender, ['interpreter']),
  senderFocalPoint: staff('beacon-focal', sender, ['data_protection_focal_point']),
  senderIntake: staff('beacon-intake', sender, ['intake_officer']),

  intake: staff('kalyna-intake', recipient, ['intake_officer']),
  duty: staff('kalyna-duty', recipient, ['duty_officer']),
  recipientSupervisor: staff('kalyna-supervisor', recipient, ['supervisor']),
  certifiedIntake: staff('kalyna-certified', recipient, ['intake_officer'], ['gbv']),
  otherwiseCertifiedIntake: staff('kalyna-tip', recipient, ['intake_officer'], ['tip', 'cp']),
  recipientAdministrator: staff('kalyna-administrator', recipient, ['actor_administrator']),
  recipientCaseworker: staff('kalyna-caseworker', recipient, ['caseworker']),

  outsider: staff(
    'willow-all',
    outsider,
    ['caseworker', 'intake_officer', 'supervisor', 'duty_officer'],
    ['gbv', 'tip', 'cp'],
  ),
  coordinator: staff('willow-coordinator', outsider, [
    'cluster_coordinator',
    'network_registrar',
    'authority_official',
  ]),
} as const;
