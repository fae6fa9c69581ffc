/** What is read is what was written: bytes, text in every script, metadata, ids and names. */
import { randomUUID } from 'node:crypto';
import { binaryEvent, jsonEvent, type RecordedEvent } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { type Contract, collect, numbered, numbersOf } from './contract.js';

export function describeContents(contract: Contract): void {
  const onlyEventOf = async (stream: string): Promise<RecordedEvent> => {
    const [only] = await collect(contract.client.readStream(stream));
    if (only?.event === undefined) throw new Error('the stream has no event');
    return only.event;
  };

  describe('contents', () => {
    test('JSON, with text in several scripts', async () => {
      const stream = contract.stream();
      const data = { text: 'Стежка — 小道 🌾 "quoted" \\ \u0000', deep: [{ n: 1.5 }, null, true], empty: {} };
      await contract.append(stream, jsonEvent({ type: 'Подія', data }));
      const event = await onlyEventOf(stream);
      expect(event.isJson).toBe(true);
      expect(event.data).toEqual(data);
      expect(event.type).toBe('Подія');
    });

    test('bytes', async () => {
      const stream = contract.stream();
      const data = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      await contract.append(stream, binaryEvent({ type: 'Bytes', data }));
      const event = await onlyEventOf(stream);
      expect(event.isJson).toBe(false);
      expect(Buffer.from(event.data as Uint8Array).equals(Buffer.from(data))).toBe(true);
    });

    test('metadata as JSON, as bytes, and none', async () => {
      const streams = [contract.stream('json'), contract.stream('bytes'), contract.stream('none')] as const;
      const bytes = Uint8Array.of(0, 1, 254, 255);
      await contract.append(streams[0], jsonEvent({ type: 'T', data: {}, metadata: { by: 'тест' } }));
      await contract.append(streams[1], jsonEvent({ type: 'T', data: {}, metadata: bytes }));
      await contract.append(streams[2], jsonEvent({ type: 'T', data: {} }));
      expect((await onlyEventOf(streams[0])).metadata).toEqual({ by: 'тест' });
      expect(Buffer.from((await onlyEventOf(streams[1])).metadata as Uint8Array)).toEqual(Buffer.from(bytes));
      expect((await onlyEventOf(streams[2])).metadata).toBeUndefined();
    });

    test('the id that the writer gave, and the time at which the store wrote', async () => {
      const stream = contract.stream();
      const id = randomUUID();
      await contract.append(stream, jsonEvent({ id, type: 'T', data: {} }));
      const event = await onlyEventOf(stream);
      expect(event.id).toBe(id);
      expect(event.created.getTime()).toBeGreaterThan(Date.UTC(2020, 0));
    });

    test.each(['Львів-щось', 'two words', 'a/b?c=d&e%20f', '小道🌾', `long-${'x'.repeat(200)}`])(
      'a stream called like %s',
      async (name) => {
        const stream = contract.stream(name);
        await contract.append(stream, numbered(1), 'no_stream');
        await contract.append(stream, numbered(2), 0n);
        const events = await collect(contract.client.readStream(stream));
        expect(events.map(({ event }) => event?.streamId)).toEqual([stream, stream]);
        expect(numbersOf(events)).toEqual([1, 2]);
      },
    );
  });
}
