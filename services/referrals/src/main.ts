/** Referrals as a process of its own. */
import 'reflect-metadata';
import { env } from 'node:process';
import { EventStoreDBClient } from '@eventstore/db-client';
import { runServiceProcess } from '@stezhka/subgraph';
import { createReferralsService } from './app.js';
import { keepTime } from './clock/keep-time.js';
import { readEnvironment } from './environment.js';
import { migrations } from './migrations.js';

await runServiceProcess({
  name: 'referrals',
  migrations,
  settings: () => readEnvironment(env),
  client: (url) => EventStoreDBClient.connectionString(url),
  create: createReferralsService,
  beside: ({ clock }, { now, logger }) => keepTime({ clock, now, logger }),
});
