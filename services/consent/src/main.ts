/** Consent as a process of its own. */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { env } from 'node:process';
import { EventStoreDBClient } from '@eventstore/db-client';
import { runServiceProcess, type ServiceTools } from '@stezhka/subgraph';
import { createConsentService } from './app.js';
import { type ConsentSettings, readEnvironment } from './environment.js';
import { migrations } from './migrations.js';
import type { ConsentTables } from './rows.js';
import { keepSwept } from './vault/keep-swept.js';

await runServiceProcess({
  name: 'consent',
  migrations,
  settings: () => readEnvironment(env),
  client: (url) => EventStoreDBClient.connectionString(url),
  create: ({ settings: { keyRing }, ...tools }: ServiceTools<ConsentTables, ConsentSettings>) =>
    createConsentService({ ...tools, keyRing, random: randomBytes }),
  beside: ({ sweep }, { now, logger }) => keepSwept({ sweep, now, logger }),
});
