import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { composeSupergraph, createGateway, type Gateway } from '@stezhka/gateway';
import { demonstrationPassword, partyWith, tokenFor } from '@stezhka/local';
import { createLogger } from '@stezhka/telemetry';
import { type TemporaryNetwork, temporaryNetwork } from '../support/temporary-network.js';
import { type Ear, everything, hasHeardOf, isEar, listen } from './ear.js';

let network: TemporaryNetwork;
beforeAll(async () => {
  network = await temporaryNetwork();
  expect(network.address).toBeTruthy();
}, 120_000);
afterAll(() => network?.stop());

it('smoke', async () => {
  const t = await listen(`${network.address}/graphql`, {});
  console.log(t);
  console.log(await (await fetch(`${network.address}/graphql`, {method:'POST', headers: {'content-type':'application/json'}, body: JSON.stringify({query: everything})})).text());
});
