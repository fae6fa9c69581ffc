/** After every migration: is there anything that a viewer's role can read without row security before it? */
import { type Kysely, sql } from 'kysely';
import { ReadModelError } from './database-error.js';
import type { Roles } from './roles.js';

/** @throws ReadModelError `UNPROTECTED_TABLE` naming what stands open */
export async function refuseOpenTables<DB>(db: Kysely<DB>, roles: Roles): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name
    from pg_class c
    where c.relnamespace = 'public'::regnamespace
      and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and (
        has_any_column_privilege(${roles.reader}, c.oid, 'select')
        or has_any_column_privilege(${roles.login}, c.oid, 'select')
      )
      and not case c.relkind
        when 'v' then coalesce('security_invoker=true' = any(c.reloptions), false)
        when 'm' then false
        when 'f' then false
        else c.relrowsecurity and c.relforcerowsecurity
      end
    order by c.relname`.execute(db);
  if (rows.length > 0) {
    throw new ReadModelError('UNPROTECTED_TABLE', rows.map(({ name }) => name).join(', '));
  }
}
