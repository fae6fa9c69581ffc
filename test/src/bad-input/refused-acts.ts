/** Well-written commands that may not be: refused with the code of the rule and with what is possible instead. */
import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { mutationNamed } from '../every-mutation/documents.js';
import { faultsIn, possibleIn, refusedWith } from './fit-to-send.js';
import { refusedActsOfAuthority } from './refused-acts.authority.js';
import { refusedActsOfConsent } from './refused-acts.consent.js';
import { refusedActsOfReferrals } from './refused-acts.referrals.js';
import { refusedActsOfRegistry } from './refused-acts.registry.js';
import type { Ways } from './ways.js';

const refusedActs = [
  ...refusedActsOfRegistry,
  ...refusedActsOfConsent,
  ...refusedActsOfReferrals,
  ...refusedActsOfAuthority,
];

export function actsThatMayNotBeAreRefused(open: () => Ways): void {
  it.each(refusedActs)('$what: $code', async ({ mutation, code, possible, prepare }) => {
    const ways = open();
    const { events } = ways.scene.network.stores;
    const { by, input } = await prepare(ways.scene);
    const { document: query, subgraph } = mutationNamed(mutation);
    await ways.scene.network.settled();
    const head = await events.head();
    for (const way of ways.all) {
      const variables = { input: { key: randomUUID(), ...input } };
      const answer = await way.ask({ query, subgraph, variables, authorization: `Bearer ${by.token}` });
      expect([way.name, faultsIn(answer), refusedWith(answer)]).toEqual([way.name, [], [code]]);
      expect(possibleIn(answer)).toEqual(expect.arrayContaining([...possible]));
    }
    expect(await events.head()).toBe(head);
  });
}
