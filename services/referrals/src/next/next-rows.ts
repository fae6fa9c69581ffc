/**
 * Which referral is prepared to follow which: records, found again after every restart. Of one referral only one is to
 * follow, so whoever is written down first keeps the place for as long as it stays prepared.
 */
import type { ReadModel } from '@stezhka/read-model';
import type { ReferralsTables } from '../rows.js';

export interface NextRows {
  /** The one that has the place after this referral; undefined if nobody ever had it. */
  after(firstId: string): Promise<string | undefined>;
  /** Takes the place if it is free, or held by `instead`; says who has it then. */
  take(firstId: string, nextId: string, instead?: string): Promise<string>;
}

export function createNextRows(readModel: ReadModel<ReferralsTables>): NextRows {
  const after: NextRows['after'] = async (firstId) => {
    const row = await readModel.asRecorder((tx) =>
      tx.selectFrom('referral_next').select('next_id').where('first_id', '=', firstId).executeTakeFirst(),
    );
    return row?.next_id;
  };
  return {
    after,
    async take(firstId, nextId, instead) {
      await readModel.asRecorder((tx) =>
        tx
          .insertInto('referral_next')
          .values({ first_id: firstId, next_id: nextId })
          .onConflict((conflict) =>
            conflict
              .column('first_id')
              .doUpdateSet({ next_id: nextId })
              .where('referral_next.next_id', '=', instead ?? nextId),
          )
          .execute(),
      );
      return (await after(firstId)) ?? nextId;
    },
  };
}
