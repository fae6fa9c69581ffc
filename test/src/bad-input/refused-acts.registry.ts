/** What may not be done with an actor and its staff. */
import { anHourAgo, inAnHour, onShelter, type RefusedAct, refused } from './refused-act.js';

const evacuated = { base: 'evacuated', effectiveAt: anHourAgo };

export const refusedActsOfRegistry: readonly RefusedAct[] = [
  refused(
    'a status of what has moved',
    'changeBase',
    'STALE_REVISION',
    onShelter(() => ({ ...evacuated, seenRevision: '0' })),
  ),
  refused(
    'a status that does not hold yet',
    'changeBase',
    'OCCURRED_IN_FUTURE',
    onShelter(() => ({ ...evacuated, effectiveAt: inAnHour })),
  ),
  refused(
    'a status before the actor was there',
    'changeBase',
    'OCCURRED_BEFORE',
    onShelter(() => ({ ...evacuated, effectiveAt: '1991-08-24T00:00:00Z' })),
  ),
  refused(
    'another’s status',
    'changeBase',
    'NOT_FOUND',
    onShelter(({ people }) => ({ ...evacuated, actorId: people.caseworker.viewer.actorId })),
  ),
  refused(
    'a certification that she may not give',
    'grantCertification',
    'NOT_FOUND',
    onShelter(() => ({ pathway: 'gbv', effectiveAt: anHourAgo })),
  ),
  refused(
    'a service that is another’s',
    'endService',
    'NOT_FOUND',
    onShelter(() => ({ serviceId: 'neverwasneverwasneverwas22', effectiveAt: anHourAgo })),
  ),
  refused(
    'more free places than there are',
    'reportCapacity',
    'INVALID_INPUT',
    onShelter(({ serviceId }) => ({
      serviceId,
      capacity: 'capacity',
      available: 9,
      maximum: 3,
      occurredAt: anHourAgo,
    })),
  ),
  refused('another’s colleague', 'disableStaff', 'NOT_FOUND', async ({ people }) => ({
    by: people.administrator,
    input: { staffId: people.caseworker.viewer.staffId },
  })),
  refused(
    'a role that she may not give',
    'changeRoles',
    'NOT_FOUND',
    async ({ people }) => ({
      by: people.administrator,
      input: { staffId: people.intake.viewer.staffId, roles: ['network_registrar'] },
    }),
    'caseworker',
  ),
  refused(
    'a pathway that her actor is not certified for',
    'changeRoles',
    'NOT_CERTIFIED',
    async ({ people }) => ({
      by: people.administrator,
      input: { staffId: people.intake.viewer.staffId, roles: ['intake_officer'], certifications: ['gbv'] },
    }),
  ),
];
