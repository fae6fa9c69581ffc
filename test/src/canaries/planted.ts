/** The control: canaries written on purpose where none may be, in every shape that is looked for. */
import { randomUUID } from 'node:crypto';
import type { EventStore } from '@stezhka/event-store';
import pg from 'pg';

export async function plantInEvents(store: EventStore, word: string): Promise<void> {
  const metadata = { commandId: 'planted', payloadHash: 'planted', causedBy: 'system:planted' };
  const event = { type: 'Planted.v1', data: { words: texts(word) } };
  await store.append('planted-canary', 'no_stream', [{ id: randomUUID(), event, metadata }]);
}

const TIMES = 3;

export async function plantInRows(adminUrl: string, word: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('create table planted (words text, bytes bytea)');
    // Where a page of the log ends it splits a word; a word that is written again is whole there.
    for (let n = 0; n < TIMES; n += 1) {
      for (const text of texts(word)) await client.query('insert into planted (words) values ($1)', [text]);
      for (const encoding of ['utf8', 'utf16le'] as const)
        await client.query('insert into planted (bytes) values ($1)', [Buffer.from(word, encoding)]);
      await client.query('insert into planted (bytes) values ($1)', [Buffer.from(word, 'utf16le').swap16()]);
    }
  } finally {
    await client.end();
  }
}

/** As text: plain, in hex, and in base64 behind zero, one and two other letters. */
function texts(word: string): string[] {
  const bytes = [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(word, 'utf16le').swap16()];
  return [
    word,
    ...bytes.flatMap((one) => [one.toString('hex'), one.toString('hex').toUpperCase()]),
    ...['', 'a', 'ab'].flatMap((before) =>
      bytes.flatMap((one) => {
        const whole = Buffer.concat([Buffer.from(before), one, Buffer.from('!')]);
        return [whole.toString('base64'), whole.toString('base64url')];
      }),
    ),
  ];
}
