import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import pg from 'pg';
import { startEmbeddedPostgres } from './start.js';

it('starts', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'rm-'));
  const t = Date.now();
  const server = await startEmbeddedPostgres({ dir: join(dir, 'a') });
  console.log('started', Date.now() - t, server.adminUrl());
  const client = new pg.Client({ connectionString: server.adminUrl() });
  await client.connect();
  console.log((await client.query('select version(), current_user, getpgusername(), pg_backend_pid()')).rows);
  await client.end();
  await expect(startEmbeddedPostgres({ dir: join(dir, 'a') })).rejects.toMatchObject({ code: 'DATA_IN_USE' });
  await server.stop();
  await rm(dir, { recursive: true });
});
