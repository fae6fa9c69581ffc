/** Large things: an event near the limit, an append over it, thousands of events at once. */
import { randomBytes } from 'node:crypto';
import { binaryEvent, MaxAppendSizeExceededError } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { type Contract, collect, numbered, numberedFrom, numbersOf } from './contract.js';

const MEGABYTE = 1024 * 1024;

function eventOf(size: number) {
  return binaryEvent({ type: 'Large', data: randomBytes(size) });
}

export function describeLimits(contract: Contract): void {
  describe('limits', () => {
    test('an event just below a megabyte is kept whole', async () => {
      const stream = contract.stream();
      const event = eventOf(MEGABYTE - 10_000);
      await contract.append(stream, event, 'no_stream');
      const [read] = await collect(contract.client.readStream(stream));
      expect(Buffer.from(read?.event?.data as Uint8Array).equals(Buffer.from(event.data))).toBe(true);
    });

    test('an append of more than a megabyte is refused, and says how much is allowed', async () => {
      const stream = contract.stream();
      const append = contract.append(
        stream,
        Array.from({ length: 5 }, () => eventOf(MEGABYTE / 4)),
      );
      const error = await append.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(MaxAppendSizeExceededError);
      expect((error as MaxAppendSizeExceededError).maxAppendSize).toBe(MEGABYTE);
    });

    test('so is one with its own credentials', async () => {
      const append = contract.client.appendToStream(
        contract.stream(),
        Array.from({ length: 5 }, () => eventOf(MEGABYTE / 4)),
        { credentials: { username: 'admin', password: 'changeit' } },
      );
      await expect(append).rejects.toBeInstanceOf(MaxAppendSizeExceededError);
    });

    test('after a refusal the next append is accepted', async () => {
      const stream = contract.stream();
      const tooLarge = contract.append(stream, [eventOf(MEGABYTE), eventOf(MEGABYTE)], 'no_stream');
      await expect(tooLarge).rejects.toBeInstanceOf(MaxAppendSizeExceededError);
      expect((await contract.append(stream, numbered(1), 'no_stream')).nextExpectedRevision).toBe(0n);
    });

    test('an append of five thousand events', async () => {
      const stream = contract.stream();
      const receipt = await contract.append(stream, numberedFrom(0, 5000), 'no_stream');
      expect(receipt.nextExpectedRevision).toBe(4999n);
      expect(numbersOf(await collect(contract.client.readStream(stream)))).toEqual([...Array(5000).keys()]);
    });
  });
}
