import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { happens } from '../testing/happening.js';
import { type Invented, loadInvented, now } from '../testing/invented.js';
import { type Network, startNetwork } from '../testing/network.js';

let network: Network;
let invented: Invented;

beforeAll(async () => {
  network = await startNetwork(() => now);
  invented = await loadInvented(network);
});
afterAll(() => network.stop());

describe('a certification that is taken back', () => {
  it('is taken from the staff as well', async () => {
    const { mak: actorId } = invented.actors;
    const staffId = invented.staff.get('mak-certified')?.staffId;
    const revoke = {
      actorId,
      pathway: 'gbv',
      effectiveAt: '2026-02-01T00:00:00Z',
      key: 'revoke-mak',
    } as const;
    await network.service.commands.revokeCertification(invented.staff.get('registrar'), revoke, now);
    const change = await happens(
      network.store,
      `staff-${staffId}`,
      ({ type }) => type === 'StaffRolesChanged.v1',
    );
    expect(change.data).toEqual({ staffId, roles: ['intake_officer'], certifications: [] });
    expect(change.metadata.causedBy).toBe('system:certification');
  });

  it('takes the service off the pathway', async () => {
    await network.settled();
    const query = '{ actors(filter: { pathway: "gbv" }) { items { id } } }';
    const { data } = await network.walls.both.execute({
      query,
      headers: { authorization: 'Bearer registrar' },
    });
    expect(data).toEqual({ actors: { items: [] } });
  });
});

describe('a rebuild', () => {
  const tables = [
    'actor',
    'actor_status_history',
    'actor_service',
    'service_pathway',
    'certification',
    'staff',
  ];
  it('gives the same rows', async () => {
    const { actors, staff } = invented;
    const { commands } = network.service;
    const of = { actorId: actors.bereza, effectiveAt: '2023-01-01T00:00:00Z' };
    await commands.changeBase(staff.get('bereza-admin'), { ...of, base: 'evacuated', key: 'evacuated' }, now);
    await commands.grantCertification(
      staff.get('registrar'),
      { ...of, pathway: 'cp', key: 'certified' },
      now,
    );
    await network.settled();
    const before = await network.rows(tables);
    expect(before.map((rows) => rows.length > 0)).toEqual(tables.map(() => true));
    for (const name of ['directory', 'staff']) await network.rebuild(name);
    expect(await network.rows(tables)).toEqual(before);
  });
});
