/**
 * Makes a service's database and roles on a server, embedded or external, as often as asked. Roles belong to the
 * whole cluster, so services starting together take turns behind one lock; give all of them the same `adminUrl`.
 */
import pg from 'pg';
import { passwordIn, urlFor } from './connection-url.js';
import { withoutValues } from './database-error.js';
import { type Roles, rolesOf } from './roles.js';

export interface ProvisionOptions {
  /** A role that may create databases and roles; PostgreSQL 15 or newer. */
  readonly adminUrl: string;
  readonly service: string;
  /** The login role's; not needed where the server knows its callers otherwise, as the embedded one does. */
  readonly password?: string;
  /** The same server as the service reaches it, with its login role's password; `adminUrl` if absent. */
  readonly runUrl?: string;
}

export interface Provisioned {
  readonly database: string;
  /** For `createReadModel`: connects as the role that owns nothing. */
  readonly url: string;
  /** For `createReadModel`: connects as the administrator. */
  readonly migrationUrl: string;
}

const clusterLock = 7_801_234_501;

export async function provisionDatabase(options: ProvisionOptions): Promise<Provisioned> {
  const roles = rolesOf(options.service);
  const { database, login } = roles;
  const { adminUrl, runUrl, password = runUrl && passwordIn(runUrl) } = options;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [clusterLock]);
    await createRoles(client, roles, password);
    await createDatabase(client, roles);
  } catch (error) {
    throw withoutValues(error);
  } finally {
    await client.end();
  }
  return {
    database,
    url: urlFor(runUrl ?? adminUrl, { database, user: login, password }),
    migrationUrl: urlFor(adminUrl, { database }),
  };
}

/** How a service reaches its database on a server that is provisioned, with the password in this address. */
export function serviceUrl(url: string, service: string): string {
  const { database, login } = rolesOf(service);
  return urlFor(url, { database, user: login, password: passwordIn(url) });
}

async function createRoles(client: pg.Client, roles: Roles, password: string | undefined): Promise<void> {
  const { owner, reader, projector, recorder, login } = roles;
  for (const role of [owner, reader, projector, recorder, login]) await createRole(client, role);
  const secret = password === undefined ? '' : ` password ${pg.escapeLiteral(password)}`;
  // The attribute first: before PostgreSQL 16 it alone decides, later it is the default of each grant.
  await client.query(`alter role ${login} login noinherit${secret}`);
  for (const role of [reader, projector, recorder]) await client.query(`grant ${role} to ${login}`);
  const { rows } = await client.query('select rolsuper from pg_roles where rolname = current_user');
  // A server's administrator that is not a superuser can only act as roles that it is a member of.
  if (rows[0]?.rolsuper !== true) await client.query(`grant ${owner} to current_user`);
}

async function createRole(client: pg.Client, role: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (rowCount === 0) await client.query(`create role ${role} nologin`);
}

async function createDatabase(client: pg.Client, { database, owner, login }: Roles): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (rowCount === 0) await client.query(`create database ${database} owner ${owner}`);
  await client.query(`revoke all on database ${database} from public`);
  await client.query(`grant connect on database ${database} to ${login}`);
}
