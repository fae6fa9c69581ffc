import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Kysely, type QueryCreator, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { builtOnce } from './built-once.js';
import { urlFor } from './connection-url.js';
import { protectTable, recordTable } from './protect-table.js';
import type { ReadModel } from './read-model.js';
import type { SessionViewer } from './session-settings.js';
import { startTemporaryCluster, type TemporaryCluster } from './testing/index.js';

interface Tables {
  offer: { id: string; actor_id: string; pathway: string };
  vault: { id: string; sealed: string };
  key_claim: { id: string };
}

const migrations = {
  '0001_tables': {
    async up(db: Kysely<unknown>) {
      await sql`create table offer (id text primary key, actor_id text not null, pathway text not null)`.execute(
        db,
      );
      await sql`create index offer_of_actor on offer (actor_id)`.execute(db);
      await sql`create table vault (id text primary key, sealed text not null)`.execute(db);
      await sql`create table key_claim (id text primary key)`.execute(db);
      await protectTable(db, {
        table: 'offer',
        using: sql`actor_id = (select stezhka_actor()) and stezhka_certified(pathway)`,
      });
      await recordTable(db, { table: 'vault' });
      await recordTable(db, { table: 'key_claim', rights: ['select', 'insert'] });
    },
  },
};

const viewer = (actorId: string, certifications: string[] = []): SessionViewer => ({
  staffId: 'staff-1',
  actorId,
  roles: ['caseworker', 'supervisor'],
  certifications,
});
const offerIds = (of: QueryCreator<Tables>) => of.selectFrom('offer').select('id').orderBy('id');
const offers = async (tx: Transaction<Tables>): Promise<string[]> =>
  (await tx.selectFrom('offer').select('id').orderBy('id').execute()).map(({ id }) => id);

let cluster: TemporaryCluster;
let readModel: ReadModel<Tables>;

beforeAll(async () => {
  cluster = await startTemporaryCluster();
  readModel = await cluster.readModel<Tables>('referrals', migrations, { poolSize: 1 });
  await readModel.asProjector('inbox', (tx) =>
    tx
      .insertInto('offer')
      .values([
        { id: 'a1', actor_id: 'alpha', pathway: 'general' },
        { id: 'a2', actor_id: 'alpha', pathway: 'gbv' },
        { id: 'b1', actor_id: 'beta', pathway: 'general' },
      ])
      .execute(),
  );
});
afterAll(() => cluster.stop());

describe('a viewer', () => {
  it('sees the rows of her actor, of pathways that she is certified for', async () => {
    expect(await readModel.asViewer(viewer('alpha'), offers)).toEqual(['a1']);
    expect(await readModel.asViewer(viewer('alpha', ['gbv']), offers)).toEqual(['a1', 'a2']);
    expect(await readModel.asViewer(viewer('beta', ['gbv']), offers)).toEqual(['b1']);
  });

  it('sees nothing without an actor', async () => {
    expect(await readModel.asViewer(viewer(''), offers)).toEqual([]);
  });

  it('is known to policies by staff id and role', async () => {
    const asked = await readModel.asViewer(viewer('alpha'), async (tx) => {
      const { rows } =
        await sql`select stezhka_staff() as staff, stezhka_has_role('supervisor') as supervisor,
        stezhka_has_role('registrar') as registrar`.execute(tx);
      return rows[0];
    });
    expect(asked).toEqual({ staff: 'staff-1', supervisor: true, registrar: false });
  });

  it('writes nothing: neither her transaction nor her role lets her', async () => {
    const write = readModel.asViewer(viewer('alpha'), (tx) => tx.deleteFrom('offer').execute());
    await expect(write).rejects.toMatchObject({ name: 'DatabaseError', code: '25006' });
    const rights = await readModel.asViewer(
      viewer('alpha'),
      async (tx) =>
        (
          await sql`select has_table_privilege('offer', 'select') as may_read,
          has_table_privilege('offer', 'insert, update, delete, truncate') as may_write`.execute(tx)
        ).rows[0],
    );
    expect(rights).toEqual({ may_read: true, may_write: false });
  });

  it('reads no records and no checkpoints', async () => {
    for (const table of ['vault', 'key_claim', 'projection_checkpoint', 'stezhka_base_migration']) {
      const read = readModel.asViewer(viewer('alpha'), (tx) =>
        sql`select * from ${sql.table(table)}`.execute(tx),
      );
      await expect(read).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('cannot carry what would change the meaning of a setting', async () => {
    await expect(readModel.asViewer(viewer('alpha', ['cp,gbv']), offers)).rejects.toMatchObject({
      code: 'INVALID_VIEWER',
    });
  });

  it.each([
    ['staff', { staffId: "a'b" }],
    ['actor', { actorId: 'a\nb' }],
    ['role', { roles: ['caseworker', 'a,b'] }],
    ['certification', { certifications: ['a\\b'] }],
  ])('cannot carry it in a %s either', async (_what, bad) => {
    const asked = readModel.askAsViewer({ ...viewer('alpha'), ...bad }, offerIds);
    await expect(asked).rejects.toMatchObject({ code: 'INVALID_VIEWER' });
  });

  it('finds her rows by index', async () => {
    const plan = await readModel.asViewer(viewer('alpha'), async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx);
      return JSON.stringify((await sql`explain select * from offer`.execute(tx)).rows);
    });
    expect(plan).toContain('offer_of_actor');
    expect(plan).toContain('InitPlan');
  });
});

describe('a session', () => {
  it('leaves nothing for the next caller on the same connection', async () => {
    const settings = async (tx: Transaction<Tables>) =>
      (
        await sql<{ actor: string | null; certified: boolean; me: string }>`select stezhka_actor() as actor,
          stezhka_certified('gbv') as certified, current_user as me`.execute(tx)
      ).rows[0];
    await readModel.asViewer(viewer('alpha', ['gbv']), async (tx) => {
      // Even what somebody sets for the whole connection.
      await sql`select set_config('stezhka.actor', 'alpha', false)`.execute(tx);
    });
    expect(await readModel.asViewer(viewer(''), settings)).toMatchObject({ actor: null, certified: false });
    expect(await readModel.asProjector('x', settings)).toMatchObject({
      actor: null,
      me: 'referrals_projector',
    });
    await expect(
      readModel.asViewer(viewer('alpha', ['gbv']), () => Promise.reject(new Error('stop'))),
    ).rejects.toThrow('stop');
    expect(await readModel.asViewer(viewer(''), settings)).toMatchObject({ actor: null, certified: false });
  });

  it('cannot be used after its end', async () => {
    let kept: Transaction<Tables> | undefined;
    await readModel.asViewer(viewer('alpha'), async (tx) => {
      kept = tx;
    });
    await expect(offers(kept!)).rejects.toThrow('already committed');
  });

  it('serves two viewers at once, each with her own rows', async () => {
    const wide = await cluster.readModel<Tables>('referrals', migrations, { poolSize: 6 });
    const asked = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? 'alpha' : 'beta'));
    const seen = await Promise.all(asked.map((actor) => wide.asViewer(viewer(actor), offers)));
    expect(seen).toEqual(asked.map((actor) => (actor === 'alpha' ? ['a1'] : ['b1'])));
  });

  it('sees what its own role and viewer may see, whoever asked the same on its connection before', async () => {
    const others = async (tx: Transaction<Tables>) =>
      (await tx.selectFrom('offer').select('id').where('id', '!=', 'none').orderBy('id').execute()).map(
        ({ id }) => id,
      );
    // More often than it takes the server to settle for one plan.
    for (let n = 0; n < 8; n += 1) {
      expect(await readModel.asProjector('inbox', others)).toEqual(['a1', 'a2', 'b1']);
      expect(await readModel.asViewer(viewer('alpha', ['gbv']), others)).toEqual(['a1', 'a2']);
      expect(await readModel.asViewer(viewer('beta'), others)).toEqual(['b1']);
      expect(await readModel.asViewer(viewer(''), others)).toEqual([]);
    }
  });

  it('goes on when a table has got another column since the same was asked', async () => {
    const all = (tx: Transaction<Tables>) =>
      tx.selectFrom('vault').selectAll().where('id', '=', 'v1').execute();
    await readModel.asRecorder((tx) => tx.insertInto('vault').values({ id: 'v1', sealed: 's' }).execute());
    expect(await readModel.asRecorder(all)).toEqual([{ id: 'v1', sealed: 's' }]);
    await readModel.asMigrator((tx) => sql`alter table vault add column kept boolean`.execute(tx));
    expect(await readModel.asRecorder(all)).toEqual([{ id: 'v1', sealed: 's', kept: null }]);
  });

  it('of one statement sees the same, and leaves its connection to the next', async () => {
    for (let n = 0; n < 8; n += 1) {
      expect(await readModel.askAsViewer(viewer('alpha'), offerIds)).toEqual([{ id: 'a1' }]);
      expect(await readModel.askAsProjector('inbox', offerIds)).toEqual(
        ['a1', 'a2', 'b1'].map((id) => ({ id })),
      );
      expect(await readModel.asViewer(viewer('beta'), offers)).toEqual(['b1']);
    }
    const wrong = readModel.askAsViewer(viewer('alpha'), () => sql`select * from vault`);
    await expect(wrong).rejects.toMatchObject({ code: '42501' });
    expect(await readModel.askAsViewer(viewer('beta'), offerIds)).toEqual([{ id: 'b1' }]);
  });

  it('of one statement reads and no more, whatever is asked', async () => {
    const writing = (of: QueryCreator<Tables>) =>
      of.deleteFrom('offer').where('id', '=', 'a1').returning('id');
    const refused = { code: '25006' };
    await expect(readModel.askAsViewer(viewer('alpha'), writing)).rejects.toMatchObject(refused);
    await expect(readModel.askAsProjector('inbox', writing)).rejects.toMatchObject(refused);
    expect(await readModel.askAsViewer(viewer('alpha'), offerIds)).toEqual([{ id: 'a1' }]);
  });

  it('plans once what is built once, and the rest as its values ask for', async () => {
    const once = builtOnce((of: QueryCreator<Tables>, { id }: { readonly id: string }) =>
      of.selectFrom('offer').select('pathway').where('id', '=', id),
    );
    for (const id of ['a1', 'b1', 'a2']) {
      await readModel.askAsViewer(viewer('alpha'), once({ id }));
      await readModel.askAsViewer(viewer('alpha'), (of) =>
        of.selectFrom('offer').select('actor_id').where('id', '=', id),
      );
    }
    const plansOf = (column: string) =>
      readModel.askAsViewer(
        viewer('alpha'),
        () => sql`select generic_plans::int as generic, custom_plans::int as custom
          from pg_prepared_statements where statement = ${`select "${column}" from "offer" where "id" = $1`}`,
      );
    expect(await plansOf('pathway')).toEqual([{ generic: 3, custom: 0 }]);
    expect(await plansOf('actor_id')).toEqual([{ generic: 0, custom: 3 }]);
  });

  it('may ask nothing at all', async () => {
    expect(await readModel.asViewer(viewer('alpha'), async () => 'nothing')).toBe('nothing');
    expect(await readModel.asViewer(viewer('alpha'), offers)).toEqual(['a1']);
  });

  it('tells what was refused without the values', async () => {
    const twice = readModel.asProjector('inbox', (tx) =>
      tx.insertInto('offer').values({ id: 'a1', actor_id: 'Олена', pathway: 'general' }).execute(),
    );
    const error: Error = await twice.then(
      () => new Error('no error'),
      (caught) => caught,
    );
    expect(error).toMatchObject({ code: '23505', constraint: 'offer_pkey', table: 'offer' });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/a1|Олена/);
  });
});

describe('a connection that the server closes in the middle of a session', () => {
  it('fails that session and no other', async () => {
    const cut = readModel.asProjector('inbox', async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await cluster.asAdministrator(`select pg_terminate_backend(${rows[0]?.pid}, 10000)`);
      await tx.selectFrom('offer').select('id').execute();
    });
    await expect(cut).rejects.toThrow(/Connection terminated|terminating connection|not queryable/);
    expect(await readModel.asViewer(viewer('beta'), offers)).toEqual(['b1']);
  });
});

describe('roles', () => {
  const login = () => new pg.Client({ connectionString: urlFor(cluster.adminUrl, loginAt) });
  const loginAt = { database: 'stezhka_referrals', user: 'referrals_login' };

  it('refuse a connection that forgot to say who it is', async () => {
    const client = login();
    await client.connect();
    try {
      await expect(client.query('select * from offer')).rejects.toMatchObject({ code: '42P01' });
      await expect(client.query('select * from public.offer')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query('create temp table t (i int)')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query('set role referrals_owner')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query('set role stezhka_admin')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.end();
    }
  });

  it("keep a service out of another service's database", async () => {
    await cluster.readModel('consent', {});
    const client = new pg.Client({
      connectionString: urlFor(cluster.adminUrl, { database: 'stezhka_consent', user: 'referrals_login' }),
    });
    await expect(client.connect()).rejects.toMatchObject({ code: '42501' });
  });

  it('hide rows from the owner of the tables too', async () => {
    expect(await readModel.asMigrator(offers)).toEqual([]);
  });

  it('let the recorder do to records what was declared, and nothing to projections', async () => {
    await readModel.asRecorder((tx) => tx.insertInto('vault').values({ id: '1', sealed: 'x' }).execute());
    await readModel.asRecorder((tx) => tx.deleteFrom('vault').execute());
    await readModel.asRecorder((tx) => tx.insertInto('key_claim').values({ id: '1' }).execute());
    const refused = [
      readModel.asRecorder((tx) => tx.deleteFrom('key_claim').execute()),
      readModel.asRecorder(offers),
      readModel.asProjector('x', (tx) => tx.selectFrom('vault').selectAll().execute()),
      readModel.asProjector('x', (tx) => sql`create table mine (i int)`.execute(tx)),
    ];
    for (const attempt of refused) await expect(attempt).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the control without row security', () => {
  it('reads everything, in a read model built for it and in no other', async () => {
    const control = await cluster.readModel<Tables>('referrals', migrations, {
      deps: { withoutRowSecurity: true },
    });
    expect(await control.asViewer(viewer('beta'), offers)).toEqual(['a1', 'a2', 'b1']);
    const write = control.asViewer(viewer('beta'), (tx) => tx.deleteFrom('offer').execute());
    await expect(write).rejects.toMatchObject({ code: expect.stringMatching(/42501|25006/) });
    expect(await readModel.asViewer(viewer('beta'), offers)).toEqual(['b1']);
  });
});
