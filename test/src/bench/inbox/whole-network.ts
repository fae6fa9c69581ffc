/** The whole network in one process, the gateway in it, with one account for each inbox that is looked into. */
import 'reflect-metadata';
import { startNetwork } from '@stezhka/local';
import { createLogger } from '@stezhka/telemetry';
import { given, isReady } from '../program.js';

interface Given {
  readonly dir: string;
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
  readonly accounts: readonly { readonly subject: string; readonly password: string }[];
}

const { accounts, ...options } = given<Given>();
const network = await startNetwork({
  ...options,
  port: 0,
  logger: createLogger({ service: 'bench', level: 'silent' }),
  now: () => new Date(),
  demonstration: true,
});
for (const { subject, password } of accounts)
  await network.identity.createAccount({ subject, name: subject, password, displayName: subject });
const { address, issuer, secret } = network;
isReady({ address, issuer, secret }, () => network.stop());
