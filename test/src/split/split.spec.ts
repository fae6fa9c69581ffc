/**
 * The network as separate processes: the story of `npm run journey` once more, restarts that nobody notices, and
 * deaths that nothing is lost by.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Cast,
  demonstrationPassword,
  gather,
  type Meeting,
  openInstallation,
  partyWith,
  tell,
  tokenFor,
} from '@stezhka/local';
import pg from 'pg';
import { counts, isInFull, randomFrom, seed } from '../counts.js';
import { openBrowser } from '../portal/bff/browser.js';
import { enter, example, passwordsIn } from '../process/entering.js';
import { until } from '../support/until.js';
import { balance, unequal } from './ledger.js';
import { passing, startLoad } from './load.js';
import { type TemporarySplit, temporarySplit } from './temporary-split.js';

interface Sight {
  readonly step: string;
  readonly by: string;
  readonly what: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a query answers is as many-shaped as queries are
  readonly answer: any;
}

let network: TemporarySplit;
const random = randomFrom(seed());
const figures: string[] = [];
/** For as many as are proved in full. */
const AN_HOUR = 3_600_000;

beforeAll(async () => {
  network = await temporarySplit();
});
afterAll(async () => {
  await network?.stop();
  console.info(figures.join('\n'));
});

const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
const sum = (counted: ReadonlyMap<string, number>) => [...counted.values()].reduce((a, b) => a + b, 0);
const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

/** A question to each service. */
const herWork = [
  ...['{ me { staffId } }', '{ households { items { id } } }', '{ sentBox { items { id } } }'],
  '{ coverage { asOf } }',
];

describe('two instances of every service, each a process of its own', () => {
  it('are ready, and say how far behind each of them is', async () => {
    const response = await fetch(`${network.address}/health/ready`);
    expect(response.status).toBe(200);
    const { parts } = (await response.json()) as { parts: Record<string, { instances: object }> };
    expect(Object.keys(parts).sort()).toEqual(
      ['consent', 'gateway', 'identity', 'insights', 'referrals', 'registry'].sort(),
    );
    for (const [name, { instances }] of Object.entries(parts)) {
      expect(Object.keys(instances)).toEqual([`${name}-1`, `${name}-2`]);
      for (const instance of Object.values(instances)) {
        expect(instance.ready).toBe(true);
        if (name !== 'gateway' && name !== 'identity')
          expect(instance.parts.projections.lagMs).toBeLessThan(30_000);
      }
    }
    expect((await fetch(`${network.address}/health/live`)).status).toBe(200);
  });

  it('tell the whole story', async () => {
    const cast = await gather(network.address);
    const roleOf = new Map(Object.entries(cast).map(([role, party]) => [party, role]));
    const sights: Sight[] = [];
    let step = '';
    const told = await tell(cast, {
      step: (sentence) => {
        step = sentence;
      },
      saw: (party, what, answer) => void sights.push({ step, by: roleOf.get(party)!, what, answer }),
    });
    expect(Object.keys(told)).toHaveLength(4);
    const seen = (by: keyof Cast, what: string, when: RegExp) =>
      sights
        .filter((one) => one.by === by && one.what === what && when.test(one.step))
        .map(({ answer }) => answer);
    const [mine] = seen('firstShelter', 'the referral', /It declines/);
    expect(mine).toMatchObject({ state: 'declined', sender: null, person: { classes: [] } });
    const [accepted] = seen('secondShelter', 'what C1 opens', /accepts/);
    expect(accepted[0].contact).toMatchObject({ name: 'Марія Вигадана' });
    // Whether they know already is answered after two seconds at the latest; on a busy machine they learn of it later.
    expect(seen('caseworker', 'whether all recipients know', /takes her agreement back/)).toHaveLength(1);
    const asked = 'query($id: ID!) { referral(id: $id) { sharingEnded } }';
    await until(async () => {
      const { data } = await cast.secondShelter.ask(asked, { id: told.referralId });
      return data.referral.sharingEnded;
    });
    const [closed] = seen('secondShelter', 'what C1 opens', /takes her agreement back/);
    expect(closed[0]).toMatchObject({ code: 'NOT_FOUND', possible: [] });
    const outside = seen('outsider', 'the referral', /./);
    expect(outside.length).toBeGreaterThan(5);
    expect(outside.every((answer) => answer === null)).toBe(true);
  });

  it('answer nobody who was told of being cut off, whichever of them is asked', async () => {
    const signedIn = async (name: string, meeting: Meeting) =>
      partyWith(network.address, name, await tokenFor(network.address, name, demonstrationPassword), meeting);
    const meeting: Meeting = {};
    const administrator = await signedIn('lida', meeting);
    const leaver = await signedIn('taras', meeting);
    const { data } = await leaver.ask('{ me { staffId } }');
    const who = { staffId: data.me.staffId };
    // Each several times, and by chance: whoever passes on takes turns itself.
    const answered = async () => {
      const asking = Array.from({ length: 48 }, () => leaver.ask(oneOf(herWork)));
      const codes = (await Promise.all(asking)).flatMap(({ errors, extensions }) =>
        // An instance that is more than a second behind answers all the same, and says so.
        extensions?.stale ? [] : (errors?.[0]?.extensions.code ?? 'value'),
      );
      return [...new Set(codes)];
    };
    expect(await answered()).toEqual(['value']);
    await administrator.does('disableStaff { after }', who);
    expect(await answered()).toEqual(['UNAUTHENTICATED']);
    await administrator.does('enableStaff { after }', who);
    expect(await answered()).toEqual(['value']);
  });

  it('take in people who are entered while they run', async () => {
    const { secret, issuer, identitySecret } = await openInstallation(network.dir, () => new Date());
    const entered = await enter(example, {
      ...{ STEZHKA_SECRET: secret, OIDC_ISSUER: issuer, EVENTSTORE_URL: network.eventStoreUrl },
      IDENTITY_SECRET: Buffer.from(identitySecret).toString('base64url'),
      ...{ DATABASE_URL: network.databaseMigrationUrl, DATABASE_MIGRATION_URL: network.databaseMigrationUrl },
    });
    expect(entered).toMatchObject({ code: 0 });
    const token = await tokenFor(network.address, 'intake', passwordsIn(entered).get('intake')!);
    const intake = partyWith(network.address, 'intake', token, {});
    await until(async () => {
      const { data } = await intake.ask('{ me { actor { services { service } } } }');
      return data?.me?.actor?.services?.[0]?.service === 'SHL.TRANSIT';
    });
  });

  it('write nothing of it into their logs', () => {
    expect(network.printed()).toContain('service.ready');
    expect(network.printed()).not.toMatch(/Вигадана|\+380|Місце/);
  });

  it('keep a browser signed in when the gateway that signed it in dies', async () => {
    const browser = openBrowser(network.address);
    const page = await browser.follow('/auth/sign-in');
    const portal = await browser.submit(page, 'oksana', demonstrationPassword);
    expect(portal.text).toContain('<html');
    for (const gateway of ['gateway-1', 'gateway-2']) {
      await network.signal(gateway, 'SIGKILL');
      expect(await browser.session()).toMatchObject({ signedIn: true });
      await network.allReady();
    }
  });
});

/** Who holds the lock of each projection of a service. */
async function ownersOf(service: string): Promise<Map<string, number>> {
  const url = network.databaseMigrationUrl.replace('/postgres?', `/stezhka_${service}?`);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ lock: string; pid: number }>(
    `select classid || '/' || objid as lock, pid from pg_locks
      where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())`,
  );
  await client.end();
  return new Map(rows.map(({ lock, pid }) => [lock, pid]));
}

describe('a projection', () => {
  it('has one owner, and another one when that one goes', async () => {
    const before = await ownersOf('referrals');
    // Membership, candidates, referral, timeline and authorities' codes.
    expect(before.size).toBe(5);
    for (const name of ['referrals-1', 'referrals-2']) {
      await network.signal(name, 'SIGTERM');
      await network.allReady();
    }
    let after = new Map<string, number>();
    await until(async () => {
      after = await ownersOf('referrals');
      return after.size === before.size;
    });
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    for (const [lock, pid] of after) expect(pid).not.toBe(before.get(lock));
  });
});

describe('rolling restarts', () => {
  it(
    'fail no request, though nobody asks twice',
    async () => {
      const load = await startLoad(network.address, 'none');
      await load.progress();
      const endedBefore = network.ended().length;
      const names = [...network.processes().keys()];
      const order = names.toSorted(() => random() - 0.5);
      const restarts = counts(50);
      for (let n = 0; n < restarts; n++) {
        const name = order[n % order.length]!;
        const faultsBefore = sum(load.faults);
        await network.signal(name, 'SIGTERM');
        await network.allReady();
        await load.progress();
        const faults = sum(load.faults) - faultsBefore;
        if (faults > 0) figures.push(`restarted ${name}: ${faults} failed`);
      }
      await load.stop();
      expect(Object.fromEntries(load.faults)).toEqual({});
      const ended = network.ended().slice(endedBefore);
      expect(ended.map(({ exitCode }) => exitCode)).toEqual(Array.from({ length: restarts }, () => 0));
      figures.push(`${restarts} restarts, ${load.acknowledged.length} commands, none failed`);
    },
    AN_HOUR,
  );
});

describe('kills under load', () => {
  it(
    'lose nothing that was acknowledged, double nothing, and are recovered from',
    async () => {
      const before = await balance(network.eventStoreUrl, []);
      const load = await startLoad(network.address, 'repeats');
      await load.progress();
      const names = [...network.processes().keys(), 'postgres'];
      const kills = counts(100);
      const recovered: number[] = [];
      for (let n = 0; n < kills; n++) {
        const name = oneOf(names);
        const since = performance.now();
        await network.signal(name, 'SIGKILL');
        await load.progress();
        await network.allReady();
        recovered.push(performance.now() - since);
        figures.push(`killed ${name}: at work and ready again after ${seconds(recovered.at(-1)!)}`);
      }
      await load.stop();
      const after = await balance(network.eventStoreUrl, load.acknowledged);
      expect([...after.faults, ...unequal(before, after, load.acknowledged)]).toEqual([]);
      // What a client was told instead of an acknowledgement was to try the same again.
      expect([...load.faults.keys()].filter((fault) => !passing.includes(fault))).toEqual([]);
      figures.push(
        `${kills} kills, ${load.acknowledged.length} commands acknowledged, recovery at the longest ${seconds(Math.max(...recovered))}`,
      );
      if (isInFull()) expect(Math.max(...recovered)).toBeLessThan(30_000);
    },
    AN_HOUR,
  );
});
