/**
 * Rows of as many referrals as wanted, as the projection would have written them, with nothing read one by one. Ten
 * in a hundred are in one large inbox; the rest are shared among as many actors as a network of a whole country has.
 */
import pg from 'pg';

export const large = 'actor-large';
/** One of the others, as good as any. */
export const ordinary = 'actor-17';
const others = 200;

const recipient = `case when n % 10 = 0 then '${large}' else 'actor-' || (n / 10 * 9 + n % 10) % ${others} end`;
const sender = `'actor-' || (n * 7 + 3) % ${others}`;
/** Of a network that has worked for years most is over. */
const state = `case when n % 20 = 1 then 'sent' when n % 20 = 2 then 'acknowledged' when n % 20 < 6 then 'accepted'
  when n % 20 < 8 then 'in_progress' when n % 20 < 10 then 'declined' else 'completed' end`;
const at = `timestamptz '2022-03-01' + n * interval '1 second'`;

const columns = `referral_id, party_actor_id, side, ordinal, reference, state, pathway, revision, sent_revision,
  offer_id, sender_actor_id, recipient_actor_id, service_id, service, oblast, urgency, modality, language, age_bands,
  data_classes, household_id, member_ids, drafted_at, sent_at, acknowledge_by, decide_by, acknowledged_at, decided_at,
  closed_at, decline_reason, outcome`;

/** The primary key and every index are made again afterwards, in one go. */
export async function fill(url: string, referrals: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`set maintenance_work_mem = '256MB'`);
    const { rows } = await client.query<{ indexname: string; indexdef: string }>(
      `select indexname, indexdef from pg_indexes where tablename = 'referral' and indexname <> 'referral_pkey'`,
    );
    await client.query('begin; truncate referral; alter table referral drop constraint referral_pkey');
    for (const { indexname } of rows) await client.query(`drop index ${pg.escapeIdentifier(indexname)}`);
    await client.query(rowsOf(referrals));
    await client.query(`alter table referral add primary key (referral_id, party_actor_id)`);
    for (const { indexdef } of rows) await client.query(indexdef);
    await client.query('commit');
    // As it is after a while: nothing left to tidy up for whoever reads first.
    await client.query('vacuum (freeze, analyze) referral');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

const rowsOf = (referrals: number) => `
  insert into referral (${columns})
  select id, party, side, n * 200 + case side when 'sender' then 0 else 40 end, 'SR-' || n, state, pathway,
    case side when 'sender' then 4 else 2 end, case side when 'sender' then 2 end,
    'offer-' || id, sender, recipient, 'service-' || recipient, 'SHL.TRANSIT', 'UA-46',
    (array['emergency', 'urgent', 'normal'])[1 + n % 3], 'in_person',
    case side when 'sender' then 'uk' end, case side when 'sender' then '{"18-59"}'::text[] else '{}' end,
    '{C1,C2}', case side when 'sender' then 'household-' || id end,
    case side when 'sender' then array['member-' || id] else '{}' end,
    case side when 'sender' then at end, at + interval '5 minutes', at + interval '1 day', at + interval '3 days',
    case when state <> 'sent' then at + interval '1 hour' end,
    case when state not in ('sent', 'acknowledged') then at + interval '5 hours' end,
    case when state = 'completed' then at + interval '9 days' end,
    case when state = 'declined' then 'no_capacity' end, case when state = 'completed' then 'service_provided' end
  from (
    select n, md5(n::text)::uuid::text as id, ${recipient} as recipient, ${sender} as sender, ${state} as state,
      case when n % 25 = 4 then 'gbv' else 'general' end as pathway, ${at} as at
    from generate_series(1, ${referrals}) n
  ) referral
  cross join lateral (values ('sender', sender), ('recipient', recipient)) parties (side, party)
  where sender <> recipient or side = 'sender'
  order by n`;
