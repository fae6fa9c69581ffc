/**
 * What everybody who looks at the network as a whole is told, before and after somebody was referred: not a word of it,
 * not a number, not a row may be another once that was on an isolated pathway.
 */
import type { Pathway } from '@stezhka/vocabulary';
import { sql } from 'kysely';
import type { Matrix } from './matrix.js';
import { subgraphPaths } from './paths.js';
import { openHousehold } from './scenario.households.js';
import { enterReferral } from './scenario.js';
import { selectionOf } from './schema-fields.js';
import { members, type ViewerKey } from './viewers.js';

/** Whoever stands on no side and looks at all of it, certified or not. */
export const onlookers = Object.entries(members)
  .filter(([, { roles }]) =>
    roles.some((role) => role === 'cluster_coordinator' || role === 'authority_official'),
  )
  .map(([key]) => key as ViewerKey);

/** All that insights keeps and all that it tells, through its own door, as lines by who was told. */
export async function toldOfTheWhole({ house, tokens }: Matrix): Promise<Readonly<Record<string, string>>> {
  await house.network.settled();
  const insights = subgraphPaths(house.open({}), tokens).find(({ name }) => name === 'insights')!;
  const { schema } = house.network.running.insights.subgraph;
  const told: Record<string, string> = {};
  for (const viewer of onlookers)
    for (const { name, type } of Object.values(schema.getQueryType()!.getFields())) {
      if (name.startsWith('_')) continue;
      const query = `{ ${name} ${selectionOf(schema, String(type).replace('!', ''), 1)} }`;
      const answer = await insights.ask(viewer, query);
      told[`${name} to ${viewer}`] = JSON.stringify(answer, (key, value: unknown) =>
        isTheHour(key) ? undefined : value,
      );
    }
  const { rows: tables } = await house.rows.insights.asProjector('isolation', (tx) =>
    sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'
      and tablename ~ '^(sent_|referral_)' order by 1`.execute(tx),
  );
  for (const { name } of tables) {
    const { rows } = await house.rows.insights.asProjector('isolation', (tx) =>
      sql<object>`select * from ${sql.table(name)}`.execute(tx),
    );
    const lines = rows.map((row) =>
      JSON.stringify(row, (_, one) => (typeof one === 'bigint' ? `${one}` : one)),
    );
    told[`rows of ${name}`] = lines.sort().join('\n');
  }
  return told;
}

/** The one thing that is another each time it is asked for; and how long it has been silent, which goes on by itself. */
const isTheHour = (key: string) => ['asOf', 'asKnownAt', 'hoursBeyond', 'requestId'].includes(key);

/**
 * One that waits unanswered, one that was taken on, and one that nobody answered. On an isolated pathway for a service
 * that the map shows, so that the pathway alone keeps it off.
 */
export async function referSomebody(
  { house, scenario }: Matrix,
  pathway: Pathway,
  key: string,
): Promise<void> {
  const { network } = house;
  const written = await openHousehold(network, scenario, pathway, key);
  const household = { ...written, pathway, withdrawn: false };
  const how = pathway === 'general' ? {} : { offer: 'mixed' as const };
  for (const standing of ['sent', 'accepted', 'expired'] as const)
    await enterReferral(network, scenario, household, standing, `${key}-${standing}`, how);
}
