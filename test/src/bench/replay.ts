/**
 * What the whole past costs when it is gone through again: every event heard, and the rows of referrals made anew from
 * them. The baseline is the same events read by the store's client, with nothing done about them.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { EventStoreDBClient } from '@eventstore/db-client';
import type { EventStore } from '@stezhka/event-store';
import { startProjections } from '@stezhka/read-model';
import { createLogger } from '@stezhka/telemetry';
import { timed } from './asked-in-process.js';
import type { Bench, Opened } from './bench.js';
import { openReferrals } from './referrals-stores.js';
import { openInOrder, type ToClose } from './to-close.js';

const types = ['ReferralDrafted', 'ReferralOfferRequested', 'ReferralSent', 'ReferralAcknowledged'] as const;
const referrals = 2_500;
const events = referrals * types.length;
const writers = 64;
const longEnoughMs = 300_000;

export const replay: Bench = {
  name: 'replay',
  what: `${events.toLocaleString('en')} events of ${referrals.toLocaleString('en')} referrals, from the first to the last`,
  unit: 'ms',
  open: () => openInOrder(openReplay),
};

async function openReplay(toClose: ToClose): Promise<Omit<Opened, 'close'>> {
  const { client, store, readModel, service } = await openReferrals(toClose);
  await happen(store);
  const logger = createLogger({ service: 'bench', level: 'silent' });
  const projections = startProjections({ readModel, store, projections: service.projections, logger });
  toClose(() => projections.stop());
  if (!(await projections.waitFor((await store.head())!, longEnoughMs))) throw new Error('never caught up');
  const rebuilt = (name: string) => ({
    name: `${name} rows rebuilt`,
    measure: () => timed(() => projections.rebuild(name)),
  });
  return {
    baseline: { name: 'read by the client', measure: () => timed(() => readAll(client)) },
    subjects: [
      { name: 'heard', measure: () => timed(() => heard(store)) },
      rebuilt('referral'),
      rebuilt('timeline'),
    ],
  };
}

async function readAll(client: EventStoreDBClient): Promise<void> {
  let seen = 0;
  for await (const { event } of client.readAll()) if (event?.streamId.startsWith('referral-')) seen += 1;
  if (seen !== events) throw new Error(`${seen} events`);
}

async function heard(store: EventStore): Promise<void> {
  const ending = new AbortController();
  let left = events;
  for await (const { kind } of store.subscribe({ prefixes: ['referral-'], signal: ending.signal }))
    if (kind === 'event' && --left === 0) ending.abort();
  if (left > 0) throw new Error(`${left} events were not heard`);
}

/** The golden examples, as often as there are referrals. */
async function happen(store: EventStore): Promise<void> {
  const examples = await Promise.all(types.map(exampleOf));
  let left = referrals;
  const write = async () => {
    while (left-- > 0) {
      const referralId = randomUUID();
      const batch = examples.map(({ type, data }) => ({
        id: randomUUID(),
        event: { type, data: { ...data, referralId } },
        metadata: { commandId: randomUUID(), payloadHash: 'hash', causedBy: 'staff' },
      }));
      await store.append(`referral-${referralId}`, 'no_stream', batch);
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
}

async function exampleOf(name: string): Promise<{ type: string; data: object }> {
  const path = new URL(`../../../schema/events/referrals/${name}.v1.json`, import.meta.url);
  const { examples } = JSON.parse(await readFile(path, 'utf8')) as { examples: [object] };
  return { type: `${name}.v1`, data: examples[0] };
}
