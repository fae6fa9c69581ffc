/**
 * Makes services' databases and roles on a server, embedded or external, as often as asked. Roles belong to the
 * whole cluster, so processes starting together take turns behind one lock; give all of them the same `adminUrl`.
 */
import pg from 'pg';
import { passwordIn, urlFor } from './connection-url.js';
import { withoutValues } from './database-error.js';
import { type Roles, rolesOf } from './roles.js';

interface Server {
  /** A role that may create databases and roles; PostgreSQL 15 or newer. */
  readonly adminUrl: string;
  /** The login roles'; not needed where the server knows its callers otherwise, as the embedded one does. */
  readonly password?: string;
  /** The same server as services reach it, with their login roles' password; `adminUrl` if absent. */
  readonly runUrl?: string;
}

export interface ProvisionOptions extends Server {
  readonly service: string;
}

export interface Provisioned {
  readonly database: string;
  /** For `createReadModel`: connects as the role that owns nothing. */
  readonly url: string;
  /** For `createReadModel`: connects as the administrator. */
  readonly migrationUrl: string;
}

const clusterLock = 7_801_234_501;

export async function provisionDatabase({ service, ...server }: ProvisionOptions): Promise<Provisioned> {
  return provisionDatabases(server, [service])(service);
}

/**
 * Several over one connection, one after the other.
 * @returns where to find each, as soon as it is made: nobody waits for those after it
 */
export function provisionDatabases(
  server: Server,
  services: readonly string[],
): (service: string) => Promise<Provisioned> {
  const client = new pg.Client({ connectionString: server.adminUrl });
  const wanted = services.map((service) => [service, rolesOf(service)] as const);
  const made = new Map<string, Promise<Provisioned>>();
  const beginning = begin(client);
  let last: Promise<unknown> = beginning;
  for (const [service, roles] of wanted) {
    const next = last.then(() => makeOne(client, server, roles));
    made.set(service, next);
    last = next;
  }
  const ended = last.finally(() => beginning.then(() => client.end()));
  // Whoever asks hears of a failure.
  ended.catch(() => undefined);
  return async (service) => {
    const one = made.get(service);
    if (!one) throw new TypeError(`nothing was made for ${service}`);
    try {
      // Who waits for the last one may stop the server at once.
      return await (one === last ? ended.then(() => one) : one);
    } catch (error) {
      throw withoutValues(error);
    }
  };
}

async function begin(client: pg.Client): Promise<void> {
  await client.connect();
  await client.query('select pg_advisory_lock($1)', [clusterLock]).catch(async (error) => {
    await client.end();
    throw error;
  });
}

async function makeOne(
  client: pg.Client,
  { adminUrl, runUrl, password = runUrl && passwordIn(runUrl) }: Server,
  roles: Roles,
): Promise<Provisioned> {
  await createRoles(client, roles, password);
  await createDatabase(client, roles);
  const { database, login } = roles;
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
  const wanted = [owner, reader, projector, recorder, login];
  const { rows } = await client.query<{ is_there: string[]; is_superuser: boolean }>(
    `select rolsuper as is_superuser,
        array(select rolname::text from pg_roles where rolname = any($1)) as is_there
      from pg_roles where rolname = current_user`,
    [wanted],
  );
  const { is_there = [], is_superuser } = rows[0] ?? {};
  // All of it or nothing, and one wait for the disk.
  const statements = [
    ...wanted.filter((role) => !is_there.includes(role)).map((role) => `create role ${role} nologin`),
    // The attribute first: before PostgreSQL 16 it alone decides, later it is the default of each grant.
    `alter role ${login} login noinherit`,
    `grant ${reader}, ${projector}, ${recorder} to ${login}`,
    // A server's administrator that is not a superuser can only act as roles that it is a member of.
    ...(is_superuser ? [] : [`grant ${owner} to current_user`]),
  ];
  await client.query(statements.join('; '));
  // By itself: a server notes the whole of what has failed.
  if (password !== undefined)
    await client.query(`alter role ${login} password ${pg.escapeLiteral(password)}`);
}

async function createDatabase(client: pg.Client, { database, owner, login }: Roles): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (rowCount === 0) await client.query(`create database ${database} owner ${owner}`);
  await client.query(
    `revoke all on database ${database} from public; grant connect on database ${database} to ${login}`,
  );
}
