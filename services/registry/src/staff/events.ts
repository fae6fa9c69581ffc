/** What is true for ever about a member of staff: which actor, which roles. Who she is, only identity knows. */
import { code, type EventsOf, event, externalId, id, list } from '@stezhka/schema';
import { pathways, roles } from '@stezhka/vocabulary';

const staffId = id('The member of staff.');
const held = {
  roles: list(code(roles.codes, 'A role.'), 'What she may do.'),
  certifications: list(code(pathways.codes, 'A pathway.'), 'Isolated pathways on which she may work.'),
};

export const staffEvents = {
  'StaffJoined.v1': event({
    description: 'A user became a member of an actor.',
    data: {
      staffId,
      actorId: id('The actor she works for.'),
      issuer: externalId('Identifier of the OpenID issuer that signs her in.'),
      subject: externalId('Her subject there: random, no name.'),
      ...held,
    },
    example: {
      staffId: 'w2x4k7n5q3t6zvy2mhb4rjdp6c',
      actorId: 'k3v5tq2m7xw4zdp6ybnh2rjf5a',
      issuer: 'https://login.example.org',
      subject: 'b1946ac9-2d3e-4f50-8a61-7c8d9e0f1a2b',
      roles: ['caseworker'],
      certifications: ['gbv'],
    },
  }),
  'StaffRolesChanged.v1': event({
    description: 'What a member of staff may do changed; all of it is repeated.',
    data: { staffId, ...held },
    example: { staffId: 'w2x4k7n5q3t6zvy2mhb4rjdp6c', roles: ['supervisor'], certifications: [] },
  }),
  'StaffDisabled.v1': event({
    description: 'A member of staff lost access.',
    data: { staffId },
    example: { staffId: 'w2x4k7n5q3t6zvy2mhb4rjdp6c' },
  }),
  'StaffEnabled.v1': event({
    description: 'A member of staff has access again.',
    data: { staffId },
    example: { staffId: 'w2x4k7n5q3t6zvy2mhb4rjdp6c' },
  }),
} as const;

export type StaffEvent = EventsOf<typeof staffEvents>;
