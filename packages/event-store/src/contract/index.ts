/**
 * What the product relies on in an event store, told through the official client: one suite that every server
 * must pass, the embedded node as well as a cluster. It covers what the client promises, not only what this
 * product calls today, so that an upgrade of either side is noticed here and not in production.
 *
 * Each test works in streams of its own under random names: the suite may run against a server in use.
 */
import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeAllReads } from './all-reads.js';
import { describeAllSubscriptions } from './all-subscriptions.js';
import { describeAppendConflicts } from './append-conflicts.js';
import { describeAppends } from './appends.js';
import { describeCapabilities } from './capabilities.js';
import { describeContents } from './contents.js';
import { Contract, type ContractServer } from './contract.js';
import { describeDeletions } from './deletions.js';
import { describeFilters } from './filters.js';
import { describeIdempotency } from './idempotency.js';
import { describeLimits } from './limits.js';
import { describeMetadata } from './stream-metadata.js';
import { describeStreamReads } from './stream-reads.js';
import { describeStreamSubscriptions } from './stream-subscriptions.js';

export type { ContractServer } from './contract.js';

/** Registers the suite's tests with jest, under `name`. */
export function eventStoreContract(name: string, server: ContractServer): void {
  describe(`event store contract: ${name}`, () => {
    const contract = new Contract(server);
    beforeAll(() => contract.connect());
    afterAll(() => contract.disconnect());
    describeAppends(contract);
    describeAppendConflicts(contract);
    describeIdempotency(contract);
    describeContents(contract);
    describeLimits(contract);
    describeStreamReads(contract);
    describeAllReads(contract);
    describeStreamSubscriptions(contract);
    describeAllSubscriptions(contract);
    describeFilters(contract);
    describeDeletions(contract);
    describeMetadata(contract);
    describeCapabilities(contract);
  });
}
