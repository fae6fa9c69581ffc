/** The registry as a process of its own. */
import 'reflect-metadata';
import { env } from 'node:process';
import { EventStoreDBClient } from '@eventstore/db-client';
import { runServiceProcess } from '@stezhka/subgraph';
import { createRegistryService } from './app.js';
import { readEnvironment } from './environment.js';
import { migrations } from './migrations.js';

await runServiceProcess({
  name: 'registry',
  migrations,
  settings: () => readEnvironment(env),
  client: (url) => EventStoreDBClient.connectionString(url),
  create: createRegistryService,
});
