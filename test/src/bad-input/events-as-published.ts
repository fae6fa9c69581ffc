/** Everything that was written, held against what is published of it for ever. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventStore, RecordedEvent } from '@stezhka/event-store';
import { Ajv2020 } from 'ajv/dist/2020.js';

const folder = new URL('../../../schema/events/', import.meta.url).pathname;

/** Domain events of every aggregate, in order. */
export async function allEvents(store: EventStore): Promise<RecordedEvent[]> {
  const prefixes = ['actor-', 'staff-', 'household-', 'referral-'];
  const ending = new AbortController();
  const events: RecordedEvent[] = [];
  for await (const delivery of store.subscribe({ prefixes, signal: ending.signal })) {
    if (delivery.kind === 'event') events.push(delivery.event);
    if (delivery.kind === 'caught-up') ending.abort();
  }
  return events;
}

/** What is wrong with events, each by its type and the place in it; none of what it holds. */
export async function misfits(events: readonly RecordedEvent[]): Promise<string[]> {
  const reads = await validators();
  const found = events.flatMap(({ type, data }) => {
    const validate = reads.get(type);
    if (!validate) return [`${type} is not published`];
    validate(data);
    return (validate.errors ?? []).map(({ instancePath, keyword }) => `${type}${instancePath}: ${keyword}`);
  });
  return [...new Set(found)];
}

async function validators() {
  const ajv = new Ajv2020({ strictSchema: false, allErrors: true });
  for (const format of ['id', 'reference', 'digest', 'external-id']) ajv.addFormat(format, true);
  ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
  const services = await readdir(folder);
  const files = await Promise.all(
    services.map(async (service) =>
      (await readdir(join(folder, service))).map((file) => join(folder, service, file)),
    ),
  );
  const schemas = await Promise.all(
    files.flat().map(async (path) => JSON.parse(await readFile(path, 'utf8')) as { title: string }),
  );
  return new Map(schemas.map((schema) => [schema.title, ajv.compile(schema)]));
}
