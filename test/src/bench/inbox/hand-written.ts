/**
 * The rival: one route on Express and pg, written for this one question over the same rows behind the same row
 * security. It does that and nothing else: whoever asks is verified and looked up as a member, the rows are read under
 * her own session in one transaction, and every statement is prepared and planned once. Told to remember, it does so as
 * briefly as the subgraph does: a token is verified once a minute, its member looked up four times a second.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request } from 'express';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import pg from 'pg';
import { given, isReady } from '../program.js';
import { pageSize } from './page.js';

interface Given {
  readonly databaseUrl: string;
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly remembers: boolean;
}

const { databaseUrl, issuer, jwksUrl, remembers } = given<Given>();
const keys = createRemoteJWKSet(new URL(jwksUrl));
const planOnce = '-c plan_cache_mode=force_generic_plan';
const pool = new pg.Pool({ connectionString: databaseUrl, max: 8, options: planOnce });

const membership = {
  name: 'membership',
  text: `select staff_id, actor_id, roles, certifications from membership
    where issuer = $1 and subject = $2 and not disabled`,
};
const session = {
  name: 'session',
  text: `select set_config('role', 'referrals_reader', true), set_config('stezhka.staff', $1, true),
    set_config('stezhka.actor', $2, true), set_config('stezhka.roles', $3, true),
    set_config('stezhka.certifications', $4, true)`,
};
const inbox = {
  name: 'inbox',
  text: `select referral_id, reference, side, state, service, oblast, urgency, asking, refused, drafted_at, sent_at,
      acknowledge_by, decide_by, unconfirmed_from, sharing_ended, sender_actor_id, recipient_actor_id
    from referral where party_actor_id = $1 and side = 'recipient' order by ordinal desc limit ${pageSize + 1}`,
};

function remembering<Value>(forMs: number, find: (of: string) => Promise<Value>) {
  if (!remembers) return find;
  const kept = new Map<string, { readonly value: Value; readonly until: number }>();
  return async (of: string): Promise<Value> => {
    const before = kept.get(of);
    if (before && performance.now() < before.until) return before.value;
    const until = performance.now() + forMs;
    const value = await find(of);
    kept.set(of, { value, until });
    return value;
  };
}

const subjectOf = remembering(60_000, async (token) => {
  const { payload } = await jwtVerify(token, keys, { issuer, audience: 'stezhka', typ: 'at+jwt' });
  return payload.sub!;
});

const memberOf = remembering(250, (subject) =>
  inTransaction('begin read only; set local role referrals_projector', async (client) => {
    const { rows } = await client.query({ ...membership, values: [issuer, subject] });
    return rows[0];
  }),
);

async function inTransaction<Result>(begins: string, work: (client: pg.PoolClient) => Promise<Result>) {
  const client = await pool.connect();
  try {
    await client.query(begins);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function page(request: Request) {
  const token = request.get('authorization')?.slice('Bearer '.length) ?? '';
  const { staff_id, actor_id, roles, certifications } = await memberOf(await subjectOf(token));
  return inTransaction('begin read only', async (client) => {
    const values = [staff_id, actor_id, roles.join(','), certifications.join(',')];
    await client.query({ ...session, values });
    const { rows } = await client.query({ ...inbox, values: [actor_id] });
    return { items: rows.slice(0, pageSize).map(item), hasMore: rows.length > pageSize };
  });
}

const item = (row: Record<string, unknown>) => ({
  id: row.referral_id,
  reference: row.reference,
  side: row.side,
  state: row.state,
  service: row.service,
  oblast: row.oblast,
  urgency: row.urgency,
  asking: row.asking,
  refused: row.refused,
  draftedAt: row.drafted_at,
  sentAt: row.sent_at,
  acknowledgeBy: row.acknowledge_by,
  decideBy: row.decide_by,
  unconfirmedFrom: row.unconfirmed_from,
  sharingEnded: row.sharing_ended,
  sender: { id: row.sender_actor_id },
  recipient: { id: row.recipient_actor_id },
});

const app = express();
app.disable('etag');
app.post('/graphql', express.json(), async (request, response) => {
  response.json({ data: { inbox: await page(request) } });
});
const server = createServer(app);
server.listen(0, '127.0.0.1', () => {
  isReady({ port: (server.address() as AddressInfo).port }, async () => {
    server.closeAllConnections();
    server.close();
    await pool.end();
  });
});
