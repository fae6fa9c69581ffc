/**
 * Referrals of a month that is over, and one that nobody has answered since. The store alone says when something was recorded, and a month is told weeks after
 * its end: so these stand in the rows from the start, as the projection would have left them long ago.
 */
import type { InsightsTables } from '@stezhka/insights';
import type { ReadModel } from '@stezhka/read-model';
import type { House } from './house.js';

const DAY_MS = 86_400_000;

/** For each number enough people, and a few in places where they must be hidden. */
export async function enterPastMonth({ rows }: House, receiverActorId: string): Promise<void> {
  const insights = rows.insights as unknown as ReadModel<InsightsTables>;
  const today = new Date();
  const { month, later } = lastToldMonth(today);
  await insights.asProjector('isolation', async (tx) => {
    for (let n = 0; n < 140; n += 1) {
      const referral_id = `past${n}`;
      const occurred_at = later(2);
      await tx
        .insertInto('sent_referral')
        .values({
          ...{ referral_id, reference: `PAST-${n}`, receiver_actor_id: receiverActorId },
          ...{ service: 'SHL.TRANSIT', oblast: n % 28 === 2 ? 'UA-63' : 'UA-46' },
          ...{ sent_at: month, recorded_at: month, acknowledge_by: later(1), decide_by: later(4) },
        })
        .execute();
      // Silent on the day on which the month was counted; by now all of it has ended.
      const steps = (
        ['acknowledged', 'accepted', 'served', 'closed', 'taken_back', 'expired'] as const
      ).slice(n % 7, (n % 7) + 1);
      for (const step of steps)
        await tx
          .insertInto('referral_step')
          .values({ ...{ referral_id, step, occurred_at, recorded_at: occurred_at }, position: BigInt(n) })
          .execute();
      await tx
        .insertInto('referral_step')
        .values({
          ...{ referral_id, step: 'taken_back', occurred_at: today, recorded_at: today },
          position: BigInt(1_000 + n),
        })
        .execute();
    }
    const ago = (days: number) => new Date(today.getTime() - days * DAY_MS);
    const silent = {
      referral_id: 'silent-today',
      reference: 'PAST-SILENT',
      receiver_actor_id: receiverActorId,
    };
    await tx
      .insertInto('sent_referral')
      .values({
        ...{ ...silent, service: 'SHL.TRANSIT', oblast: 'UA-46', sent_at: ago(3), recorded_at: ago(3) },
        ...{ acknowledge_by: ago(2), decide_by: ago(-1) },
      })
      .execute();
    await tx
      .insertInto('silence_told')
      .values({ referral_id: silent.referral_id, clock: 'acknowledge', rung: 'coordinator' })
      .execute();
  });
}

/** The first day of the newest month that has surely been told, and days after it. */
function lastToldMonth(today: Date) {
  const back = today.getUTCDate() > 20 ? 1 : 2;
  const month = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1, 8));
  return { month, later: (days: number) => new Date(month.getTime() + days * DAY_MS) };
}
