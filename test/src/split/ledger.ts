/**
 * What the store holds against what was acknowledged: each acknowledged command is there at the revision that its
 * receipt names, and each has had its effect once.
 */
import { EventStoreDBClient } from '@eventstore/db-client';
import type { Acknowledged } from './load.js';

/** The event that each operation brings about, and the stream it stands in. */
const effects: Readonly<Record<string, { readonly type: string; readonly category: string }>> = {
  openHousehold: { type: 'HouseholdOpened.v1', category: 'household' },
  sealRecord: { type: 'RecordSealed.v1', category: 'household' },
  recordAgreement: { type: 'AgreementRecorded.v1', category: 'household' },
  draftReferral: { type: 'ReferralDrafted.v1', category: 'referral' },
  sendReferral: { type: 'ReferralOfferRequested.v1', category: 'referral' },
  reportCapacity: { type: 'CapacityReported.v1', category: 'actor' },
};

interface Found {
  readonly type: string;
  readonly stream: string;
  readonly revision: string;
  readonly commandId: string;
}

/** How many events of each kind there are, and all that is wrong. */
export interface Balance {
  readonly counted: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
}

export async function balance(
  eventStoreUrl: string,
  acknowledged: readonly Acknowledged[],
): Promise<Balance> {
  const client = EventStoreDBClient.connectionString(eventStoreUrl);
  const found: Found[] = [];
  for await (const { event } of client.readAll()) {
    const commandId = (event?.metadata as { commandId?: string } | undefined)?.commandId;
    if (event && commandId)
      found.push({ type: event.type, stream: event.streamId, revision: String(event.revision), commandId });
  }
  await client.dispose();
  const at = new Map(found.map((one) => [`${one.stream}@${one.revision}`, one]));
  const faults = [
    ...acknowledged.flatMap(({ operation, id, revision }) => {
      const { type, category } = effects[operation]!;
      // A send is acknowledged at the outcome, which may lie behind the asking.
      const there = operation === 'sendReferral' ? at.has(`${category}-${id}@${revision}`) : undefined;
      const is = there ?? at.get(`${category}-${id}@${revision}`)?.type === type;
      return is ? [] : [`${operation} ${id}@${revision} was acknowledged and is not there`];
    }),
    ...doubled(found),
  ];
  return { counted: countedBy(found, ({ type }) => type), faults };
}

/** By the command's id, and by what may happen to a referral once whoever asks for it. */
function doubled(found: readonly Found[]): string[] {
  const once = ['ReferralDrafted.v1', 'ReferralOfferRequested.v1', 'ReferralSent.v1', 'HouseholdOpened.v1'];
  const twice = (counts: ReadonlyMap<string, number>, what: string) =>
    [...counts].filter(([, count]) => count > 1).map(([key]) => `${what} ${key} is there twice`);
  const ofCommands = found.filter(({ type }) =>
    Object.values(effects).some((effect) => effect.type === type),
  );
  return [
    ...twice(
      countedBy(ofCommands, ({ commandId, type }) => `${type} ${commandId}`),
      'the effect',
    ),
    ...twice(
      countedBy(
        found.filter(({ type }) => once.includes(type)),
        ({ stream, type }) => `${type} ${stream}`,
      ),
      'the event',
    ),
  ];
}

function countedBy(found: readonly Found[], key: (one: Found) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of found) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return counts;
}

/** Of a command that is repeated until it is acknowledged there are as many effects as acknowledgements. */
export function unequal(before: Balance, after: Balance, acknowledged: readonly Acknowledged[]): string[] {
  return Object.entries(effects).flatMap(([operation, { type }]) => {
    const given = acknowledged.filter((one) => one.operation === operation).length;
    const had = (after.counted.get(type) ?? 0) - (before.counted.get(type) ?? 0);
    return had === given ? [] : [`${operation}: ${given} acknowledged, ${had} effects`];
  });
}
