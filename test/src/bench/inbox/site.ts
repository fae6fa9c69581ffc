/** One network with so and so many referrals, and every way to ask it for an inbox. */
import { join } from 'node:path';
import { tokenFor } from '@stezhka/local';
import { serviceUrl } from '@stezhka/read-model';
import { startEmbeddedPostgres } from '@stezhka/read-model/embedded';
import pg from 'pg';
import { startService } from '../../process/service-process.js';
import { startProgram } from '../program.js';
import type { ToClose } from '../to-close.js';
import { fill, large, ordinary } from './filled.js';

/** Where to ask, and the process that answers. */
export interface Door {
  readonly url: string;
  readonly pid: number;
}

export interface Site {
  readonly postmaster: number;
  /** Of an officer of the large inbox and of one of an ordinary one. */
  readonly tokens: readonly string[];
  readonly subgraph: Door;
  readonly gateway: Door;
  readonly handWritten: Door;
  /** Remembers who asks, as the subgraph does. */
  readonly remembering: Door;
}

const password = 'invented-for-a-bench';
const accounts = [large, ordinary].map((actorId) => ({
  actorId,
  subject: `officer-of-${actorId}`,
  password,
}));

export async function openSite(
  { dir, referrals, eventStoreUrl }: { dir: string; referrals: number; eventStoreUrl: string },
  toClose: ToClose,
): Promise<Site> {
  const postgres = await startEmbeddedPostgres({ dir: join(dir, 'postgres') });
  toClose(() => postgres.stop());
  const adminUrl = postgres.adminUrl();
  const options = { dir: join(dir, 'network'), eventStoreUrl, databaseUrl: adminUrl, accounts };
  const network = await startProgram<{ address: string; issuer: string; secret: string }>(
    'test/src/bench/inbox/whole-network.ts',
    options,
  );
  toClose(() => network.stop());
  const { address, issuer, secret } = network.told;
  const databaseUrl = postgres.adminUrl('stezhka_referrals');
  await fill(databaseUrl, referrals);
  const postmaster = await enrol(databaseUrl, issuer);

  const jwksUrl = `${address}/oidc/jwks`;
  const referralsAlone = startService('referrals', {
    ...{ PORT: '0', LOG_LEVEL: 'info', EVENTSTORE_URL: eventStoreUrl, DATABASE_URL: adminUrl },
    ...{ OIDC_ISSUER: issuer, OIDC_JWKS_URL: jwksUrl, STEZHKA_SECRET: secret },
  });
  toClose(async () => {
    referralsAlone.signal('SIGTERM');
    await referralsAlone.ended;
  });
  const at = (port: number) => `http://127.0.0.1:${port}/graphql`;
  const byHand = async (remembers: boolean): Promise<Door> => {
    const program = await startProgram<{ port: number }>('test/src/bench/inbox/hand-written.ts', {
      ...{ databaseUrl: serviceUrl(adminUrl, 'referrals'), issuer, jwksUrl, remembers },
    });
    toClose(() => program.stop());
    return { url: at(program.told.port), pid: program.pid };
  };
  return {
    postmaster,
    tokens: await Promise.all(accounts.map(({ subject }) => tokenFor(address, subject, password))),
    subgraph: { url: at(await referralsAlone.ready), pid: referralsAlone.pid },
    gateway: { url: `${address}/graphql`, pid: network.pid },
    handWritten: await byHand(false),
    remembering: await byHand(true),
  };
}

/** Makes the officers members, as the projection would, and tells who serves: whoever started this backend. */
async function enrol(url: string, issuer: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const { subject, actorId } of accounts)
      await client.query(`insert into membership values ($1, $2, $3, $1, '{intake_officer}', '{}', false)`, [
        ...[subject, actorId, issuer],
      ]);
    const { rows } = await client.query(
      `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`,
    );
    return rows[0].pid;
  } finally {
    await client.end();
  }
}
