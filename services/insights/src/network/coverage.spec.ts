import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type InsightsAtWork, startInsights, type Who } from '../testing/insights-at-work.js';
import { access, capacity, offered, operations } from '../testing/published.js';

let insights: InsightsAtWork;
beforeAll(async () => {
  insights = await startInsights();
  const { happen } = insights;
  await happen('2026-02-01T08:00:00.000Z', operations('kalyna', 'full'), operations('willow', 'suspended'));
  await happen(
    '2026-02-01T08:00:00.000Z',
    offered('transit'),
    offered('second', { oblasts: ['UA-46', 'UA-21'] }),
  );
  await happen('2026-02-01T08:00:00.000Z', offered('closed', { actorId: 'willow', service: 'LEG.AID' }));
  await happen(
    '2026-02-02T08:00:00.000Z',
    offered('isolated', { service: 'MHP.PSS', pathways: ['gbv'] }),
    offered('named', { service: 'CM.GBV', pathways: ['general', 'gbv'] }),
    capacity('isolated', '2026-04-30T08:00:00.000Z'),
    capacity('named', '2026-04-30T08:00:00.000Z'),
    capacity('closed', '2026-04-30T08:00:00.000Z', { actorId: 'willow' }),
  );
  await happen('2026-04-30T08:00:00.000Z', capacity('transit', '2026-04-30T08:00:00.000Z'));
  await happen('2026-04-30T08:00:00.000Z', access('kalyna', 'UA-21', 'none'));
}, 120_000);
afterAll(() => insights?.stop());

const fields = '{ asOf asKnownAt cells { oblast service operational open places stale gap } }';

async function cellAt(oblast: string, service: string, given = '', who: Who = 'caseworker') {
  const { data } = await insights.ask(who, `{ coverage${given} ${fields} }`);
  return data.coverage.cells.find(
    (one: Record<string, string>) => one.oblast === oblast && one.service === service,
  );
}

describe('coverage', () => {
  it('counts actors, open services, their places, and what was not said lately', async () => {
    expect(await cellAt('UA-46', 'SHL.TRANSIT')).toMatchObject({
      ...{ operational: 1, open: 1, places: 4, stale: 1, gap: false },
    });
  });

  it('calls it a gap where nobody is operational and open', async () => {
    expect(await cellAt('UA-46', 'LEG.AID')).toMatchObject({ operational: 0, open: 0, gap: true });
    expect(await cellAt('UA-63', 'SHL.TRANSIT')).toMatchObject({ operational: 0, stale: 0, gap: true });
  });

  it('does not count on an actor that cannot reach the oblast', async () => {
    expect(await cellAt('UA-21', 'SHL.TRANSIT')).toMatchObject({ operational: 0, stale: 0, gap: true });
  });

  it('reads a past day as it was, and as it was known', async () => {
    const past = '(asOf: "2026-04-30T09:00:00Z", asKnownAt: "2026-04-29T00:00:00Z")';
    expect(await cellAt('UA-46', 'SHL.TRANSIT', past)).toMatchObject({ operational: 1, open: 0, stale: 2 });
    const known = '(asOf: "2026-04-30T09:00:00Z")';
    expect(await cellAt('UA-46', 'SHL.TRANSIT', known)).toMatchObject({ open: 1, stale: 1 });
    const before = '(asOf: "2026-01-01T00:00:00Z")';
    expect(await cellAt('UA-46', 'SHL.TRANSIT', before)).toMatchObject({ operational: 0, gap: true });
  });

  it('tells the past by whole hours, and nothing of the future', async () => {
    const given = '(asOf: "2026-04-30T09:59:59Z", asKnownAt: "2090-01-01T00:00:00Z")';
    const { data } = await insights.ask('caseworker', `{ coverage${given} ${fields} }`);
    expect(data.coverage).toMatchObject({
      asOf: '2026-04-30T09:00:00.000Z',
      asKnownAt: '2026-05-01T12:00:00.000Z',
    });
  });

  it('has the same shape for everybody, whatever is on the map', async () => {
    const cells = async (who: Who, given = '') =>
      (await insights.ask(who, `{ coverage${given} ${fields} }`)).data.coverage.cells;
    const now = await cells('official');
    expect(now).toHaveLength((await cells('coordinator', '(asOf: "2000-01-01T00:00:00Z")')).length);
    expect(now.filter(({ service }: { service: string }) => /GBV|TIP|CP|CMR|DV|VOT/.test(service))).toEqual(
      [],
    );
  });

  it('holds nothing of a service on isolated pathways, nor of one that exists for such work', async () => {
    const text = JSON.stringify(await insights.rows(), (_, value) =>
      typeof value === 'bigint' ? `${value}` : value,
    );
    expect(text).toContain('transit');
    expect(text).not.toMatch(/isolated|named|gbv|GBV/);
  });

  it('is for whoever is signed in, and for nobody else', async () => {
    const { errors } = await insights.ask('nobody', `{ coverage ${fields} }`);
    expect(errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });

  it('takes a service off the map when it leaves the general pathway, and says nothing more of it', async () => {
    const { happen } = insights;
    const terms = offered('transit', { pathways: ['gbv'], effectiveAt: '2026-05-01T09:00:00.000Z' });
    await happen('2026-05-01T09:00:00.000Z', { ...terms, type: 'ServiceTermsChanged.v1' });
    await happen(
      '2026-05-01T09:00:00.000Z',
      capacity('transit', '2026-05-01T09:00:00.000Z', { available: 77 }),
    );
    expect(await cellAt('UA-46', 'SHL.TRANSIT')).toMatchObject({ operational: 1, open: 0, gap: true });
    const before = '(asOf: "2026-05-01T08:00:00Z")';
    expect(await cellAt('UA-46', 'SHL.TRANSIT', before)).toMatchObject({ open: 1, gap: false });
    expect(JSON.stringify((await insights.rows()).capacity_said, (_, value) => String(value))).not.toContain(
      '77',
    );
  });

  it('counts by what holds on the day, whatever was said later of an earlier or a coming one', async () => {
    const { happen } = insights;
    const report = (at: string, more: object) => capacity('late', at, { actorId: 'late', ...more });
    await happen(
      '2026-04-01T08:00:00.000Z',
      operations('late', 'full'),
      offered('late', { actorId: 'late' }),
    );
    await happen('2026-04-29T10:00:00.000Z', report('2026-04-29T10:00:00.000Z', { available: 9 }));
    await happen('2026-04-29T11:00:00.000Z', report('2026-04-28T10:00:00.000Z', { available: 7 }));
    const coming = { actorId: 'late', effectiveAt: '2026-06-01T00:00:00.000Z' };
    const places = async (given?: string) => (await cellAt('UA-46', 'SHL.TRANSIT', given)).places;
    expect(await places()).toBe(9);
    await happen('2026-04-30T08:00:00.000Z', {
      ...offered('late', coming),
      type: 'ServiceTermsChanged.v1',
    });
    expect(await places()).toBe(9);
    expect(await places('(asOf: "2026-04-28T12:00:00Z")')).toBe(7);
    expect(await places('(asOf: "2026-04-28T12:00:00Z", asKnownAt: "2026-04-29T10:00:00Z")')).toBe(0);
  });

  it('is the same when it is projected again', async () => {
    const before = await insights.rows();
    await insights.replay();
    expect(await insights.rows()).toEqual(before);
  });
});
