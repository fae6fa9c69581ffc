import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Invented, loadInvented, now } from '../../testing/invented.js';
import { issuer, type Network, startNetwork } from '../../testing/network.js';

const subject = '0c8f7a52-6f0e-4d0b-9a39-5d2f6a1b7e44';
const validUntil = '2026-04-01T00:00:00.000Z';
let clock = now;
let network: Network;
let invented: Invented;

beforeAll(async () => {
  network = await startNetwork(() => clock);
  invented = await loadInvented(network);
  const { commands } = network.service;
  const { bereza: actorId } = invented.actors;
  const granted = { pathway: 'gbv', effectiveAt: '2026-01-01T00:00:00Z', validUntil } as const;
  await commands.grantCertification(
    invented.staff.get('registrar'),
    { actorId, ...granted, key: 'certify-bereza' },
    now,
  );
  const held = { roles: ['caseworker' as const], certifications: ['gbv' as const] };
  await commands.joinStaff(
    invented.staff.get('bereza-admin'),
    { actorId, issuer, subject, ...held, key: 'join-certified' },
    now,
  );
  await network.settled();
});
afterAll(() => network.stop());

/** What she is, and whether the shelter of another actor is there for her, which works on that pathway alone. */
async function seenAt(moment: string, wall: keyof Network['walls']) {
  clock = new Date(moment);
  const { data } = await network.walls[wall].execute({
    query: 'query ($id: ID!) { me { certifications } offeredService(id: $id) { service } }',
    variables: { id: invented.services.shelter },
    headers: { authorization: `Bearer ${subject}` },
  });
  return data;
}

describe.each(['both', 'rowsOnly', 'rulesOnly'] as const)(
  "a member's certification behind the wall: %s",
  (wall) => {
    it("ends at the millisecond at which her actor's does", async () => {
      expect(await seenAt('2026-03-31T23:59:59.999Z', wall)).toEqual({
        me: { certifications: ['gbv'] },
        offeredService: { service: 'SHL.DV' },
      });
      expect(await seenAt(validUntil, wall)).toEqual({ me: { certifications: [] }, offeredService: null });
    });
  },
);
