/** Acts on the directory and on staff: all about the receiver of the general pathway. */
import { randomUUID } from 'node:crypto';
import type { Act } from './acts.js';
import * as may from './rules-of-acts.js';
import { hoursAgo } from './scenario.routes.js';
import { type MemberKey, members } from './viewers.js';

const JUST_NOW = () => hoursAgo(0.01);
const terms = () => ({
  ...{ service: 'LEG.AID', pathways: ['general'], oblasts: ['UA-46'], modality: 'either' },
  ...{ languages: ['uk'], effectiveAt: JUST_NOW() },
});

const onActor: readonly Act[] = [
  {
    mutation: 'admitActor',
    may: may.registrar,
    doer: 'registrar',
    input: () => ({
      name: { uk: 'Нова', en: 'New', ro: 'Nou' },
      ...{ kind: 'ngo', country: 'UA', effectiveAt: JUST_NOW() },
    }),
  },
  {
    mutation: 'changeOperations',
    may: may.registrarOrAdministrator,
    doer: 'receiverAdministrator',
    input: ({ actorId }) => ({ actorId, operations: 'partial', effectiveAt: JUST_NOW() }),
  },
  {
    mutation: 'changeBase',
    may: may.registrarOrAdministrator,
    doer: 'receiverAdministrator',
    input: ({ actorId }) => ({ actorId, base: 'evacuated', effectiveAt: JUST_NOW() }),
  },
  {
    mutation: 'changeAccess',
    may: may.registrarOrAdministrator,
    doer: 'receiverAdministrator',
    input: ({ actorId }) => ({ actorId, oblast: 'UA-46', access: 'limited', effectiveAt: JUST_NOW() }),
  },
  {
    mutation: 'offerService',
    may: may.itsAdministrator,
    doer: 'receiverAdministrator',
    input: ({ actorId }) => ({ actorId, ...terms() }),
  },
  {
    mutation: 'changeServiceTerms',
    may: may.itsAdministrator,
    doer: 'receiverAdministrator',
    input: ({ actorId, serviceId }) => ({ actorId, serviceId, ...terms() }),
  },
  {
    mutation: 'reportCapacity',
    may: may.knowsItsRoom,
    doer: 'receiver',
    input: ({ actorId, serviceId }) => ({
      ...{ actorId, serviceId, capacity: 'waitlist', occurredAt: JUST_NOW() },
    }),
  },
  {
    mutation: 'endService',
    may: may.itsAdministrator,
    doer: 'receiverAdministrator',
    input: ({ actorId, serviceId }) => ({ actorId, serviceId, effectiveAt: JUST_NOW() }),
  },
  {
    mutation: 'grantCertification',
    may: may.registrar,
    doer: 'registrar',
    input: ({ actorId }) => ({ actorId, pathway: 'tip', effectiveAt: JUST_NOW() }),
  },
  {
    mutation: 'revokeCertification',
    may: may.registrar,
    doer: 'registrar',
    input: ({ actorId }) => ({ actorId, pathway: 'tip', effectiveAt: new Date().toISOString() }),
  },
];

const onStaff: readonly Act[] = [
  {
    mutation: 'joinStaff',
    may: may.registrarOrAdministrator,
    doer: 'receiverAdministrator',
    input: ({ actorId, issuer }) => ({ actorId, issuer, subject: randomUUID(), roles: ['interpreter'] }),
  },
  {
    mutation: 'joinStaff',
    variant: 'in a role that reaches beyond the actor',
    may: may.registrar,
    doer: 'registrar',
    input: ({ actorId, issuer }) => ({
      ...{ actorId, issuer, subject: randomUUID(), roles: ['network_registrar'] },
    }),
  },
  {
    mutation: 'joinStaff',
    variant: 'by a subject that can be guessed',
    may: may.registrar,
    doer: 'registrar',
    input: ({ actorId, issuer }) => ({
      ...{ actorId, issuer, subject: `guess-${randomUUID().slice(0, 8)}`, roles: ['interpreter'] },
    }),
    told: (viewer) => (viewer === 'receiverAdministrator' ? 'INVALID_INPUT' : undefined),
  },
  {
    mutation: 'changeRoles',
    variant: 'her own',
    may: may.nobody,
    input: ({ staff }, by) => {
      const { staffId, roles, certifications } = staff[by in members ? (by as MemberKey) : 'registrar'];
      return { staffId, roles, certifications };
    },
  },
  {
    mutation: 'changeRoles',
    may: may.registrarOrAdministrator,
    doer: 'receiverAdministrator',
    input: ({ staffId }) => ({ staffId, roles: ['caseworker', 'interpreter'] }),
  },
  {
    mutation: 'disableStaff',
    may: may.registrarOrAdministrator,
    doer: 'receiverAdministrator',
    input: ({ staffId }) => ({ staffId }),
  },
  {
    mutation: 'enableStaff',
    may: may.registrarOrAdministrator,
    doer: 'receiverAdministrator',
    input: ({ staffId }) => ({ staffId }),
  },
];

export const actsOnDirectory: readonly Act[] = [...onActor, ...onStaff];
