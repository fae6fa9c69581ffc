/**
 * The tables themselves, read in the session of each viewer: which rows are there is row security's word alone. The
 * session of nobody has no actor.
 */
import type { Viewer as SessionViewer } from '@stezhka/auth';
import { sql } from 'kysely';
import { type House, type ServiceName, serviceNames } from './house.js';
import { type Findings, note } from './judge.js';
import { rowIsFor } from './rules-of-rows.js';
import type { Scenario } from './scenario.js';
import { type MemberKey, memberOf, type ViewerKey } from './viewers.js';

export type Row = Readonly<Record<string, unknown>>;

/** A policy by which some viewer may read some rows. */
export interface Policy {
  readonly service: ServiceName;
  readonly table: string;
  readonly name: string;
  /** What it asks of a row. */
  readonly using: string;
}

/** Every policy that a viewer's role reads by, from the databases as they are. */
export async function policiesOf({ rows }: Pick<House, 'rows'>): Promise<readonly Policy[]> {
  const found = await Promise.all(
    serviceNames.map(async (service) => {
      const { rows: policies } = await rows[service].asProjector('isolation', (tx) =>
        sql<{ table: string; name: string; using: string }>`
          select tablename as table, policyname as name, qual as using from pg_policies
          where schemaname = 'public' and ${`${service}_reader`} = any(roles) order by 1, 2`.execute(tx),
      );
      return policies.map((policy) => ({ service, ...policy }));
    }),
  );
  return found.flat();
}

const nobody: SessionViewer = {
  ...{ staffId: '', actorId: '', issuer: '', subject: '', roles: [], certifications: [] },
};

export async function readAllRows(
  house: House,
  scenario: Scenario,
  policies: readonly Policy[],
  viewers: readonly ViewerKey[],
  findings: Findings,
): Promise<void> {
  for (const { service, table } of policies) {
    const read = sql<Row>`select * from ${sql.table(table)}`;
    const { rows: all } = await house.rows[service].asProjector('isolation', (tx) => read.execute(tx));
    for (const viewer of viewers) {
      const session = memberOf(viewer) ? scenario.staff[viewer as MemberKey] : nobody;
      const { rows: shown } = await house.rows[service].asViewer(session, (tx) => read.execute(tx));
      const seen = new Set(shown.map(textOf));
      for (const row of all) {
        const expected = rowIsFor(table, row, memberOf(viewer), session) ? 'there' : 'not there';
        const came = seen.has(textOf(row)) ? 'there' : 'not there';
        const cell = { coordinate: `table ${table}`, viewer, way: `rows of ${service}`, subject: table };
        note({ findings }, cell, expected, came);
      }
    }
  }
}

const textOf = (row: Row) =>
  JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
