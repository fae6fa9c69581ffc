/** Insights as a process of its own. */
import 'reflect-metadata';
import { env } from 'node:process';
import { EventStoreDBClient } from '@eventstore/db-client';
import { runServiceProcess } from '@stezhka/subgraph';
import { createInsightsService } from './app.js';
import { readEnvironment } from './environment.js';
import { migrations } from './migrations.js';

await runServiceProcess({
  name: 'insights',
  migrations,
  settings: () => readEnvironment(env),
  client: (url) => EventStoreDBClient.connectionString(url),
  create: createInsightsService,
});
