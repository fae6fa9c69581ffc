/**
 * A command that was refused or died after the vault wrote leaves a row that no event names. Rows are swept once
 * they are old enough that no retry can still name them unseen; a row that is named is looked at once.
 */
import type { EventStore } from '@stezhka/event-store';
import type { ReadModel } from '@stezhka/read-model';
import type { ConsentTables } from '../rows.js';

/** How much nobody will ever name. */
export interface Swept {
  readonly records: number;
  readonly households: number;
}

const MOST_AT_ONCE = 500;

/** Deletes what was written before this moment and is named by no event. */
export async function sweepVault(
  deps: { readonly readModel: ReadModel<ConsentTables>; readonly store: EventStore },
  before: Date,
): Promise<Swept> {
  const { readModel, store } = deps;
  const waiting = await readModel.asRecorder(async (tx) => ({
    records: await tx
      .selectFrom('vault_record')
      .select(['record_id', 'version', 'household_id'])
      .where('named', '=', false)
      .where('written_at', '<', before)
      .limit(MOST_AT_ONCE)
      .execute(),
    households: await tx
      .selectFrom('vault_household_key')
      .select('household_id')
      .where('named', '=', false)
      .where('written_at', '<', before)
      .limit(MOST_AT_ONCE)
      .execute(),
  }));
  const swept = { records: 0, households: 0 };
  const asked = new Set([...waiting.records, ...waiting.households].map((row) => row.household_id));
  for (const householdId of asked) {
    const events = await store.read(`household-${householdId}`, { leader: true });
    const opened = events.some(({ type }) => type === 'HouseholdOpened.v1');
    const named = new Set(
      events
        .filter(({ type }) => type === 'RecordSealed.v1')
        .map(({ data }) => `${(data as Sealed).recordId} ${(data as Sealed).version}`),
    );
    const gone = await readModel.asRecorder(async (tx) => {
      const here = { records: 0, households: 0 };
      for (const row of waiting.records.filter(({ household_id }) => household_id === householdId)) {
        const { record_id, version } = row;
        if (named.has(`${record_id} ${version}`)) {
          await tx
            .updateTable('vault_record')
            .set({ named: true })
            .where('record_id', '=', record_id)
            .where('version', '=', version)
            .execute();
        } else {
          const { numDeletedRows } = await tx
            .deleteFrom('vault_record')
            .where('record_id', '=', record_id)
            .where('version', '=', version)
            .where('written_at', '<', before)
            .executeTakeFirst();
          here.records += Number(numDeletedRows);
        }
      }
      if (!waiting.households.some(({ household_id }) => household_id === householdId)) return here;
      if (opened) {
        const rows = tx.updateTable('vault_household_key').set({ named: true });
        await rows.where('household_id', '=', householdId).execute();
      } else {
        const { numDeletedRows } = await tx
          .deleteFrom('vault_household_key')
          .where('household_id', '=', householdId)
          .where('written_at', '<', before)
          .executeTakeFirst();
        here.households += Number(numDeletedRows);
      }
      return here;
    });
    swept.records += gone.records;
    swept.households += gone.households;
  }
  return swept;
}

interface Sealed {
  readonly recordId: string;
  readonly version: number;
}
