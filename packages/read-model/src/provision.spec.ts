import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { provisionDatabase, serviceUrl } from './provision.js';
import { startTemporaryCluster, type TemporaryCluster } from './testing/temporary-cluster.js';

let cluster: TemporaryCluster;
beforeAll(async () => {
  cluster = await startTemporaryCluster();
});
afterAll(() => cluster.stop());

it('reaches a service’s own database as its login role, with the password of the address', () => {
  expect(serviceUrl('postgres://:p%40ss@db.example:5433/anything?sslmode=require', 'parcels')).toBe(
    'postgres://parcels_login:p%40ss@db.example:5433/stezhka_parcels?sslmode=require',
  );
  expect(serviceUrl('postgres://admin@db.example', 'parcels')).toBe(
    'postgres://parcels_login@db.example/stezhka_parcels',
  );
});

it('is told apart how a service and how its administrator reach the server', async () => {
  const { adminUrl } = cluster;
  const runUrl = adminUrl.replace(/^(\w+:\/\/)[^@]*@/, '$1:word@');
  const made = await provisionDatabase({ adminUrl, runUrl, service: 'parcels' });
  expect(made.url).toBe(serviceUrl(runUrl, 'parcels'));
  expect(made.url).toContain(':word@');
  expect(made.migrationUrl).not.toContain('word');
  await provisionDatabase({ adminUrl, runUrl, service: 'parcels' });
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query(
    "select rolpassword is not null as has_password from pg_authid where rolname = 'parcels_login'",
  );
  await client.end();
  expect(rows).toEqual([{ has_password: true }]);
});
