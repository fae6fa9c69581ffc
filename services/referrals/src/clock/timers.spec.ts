import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReadModel } from '@stezhka/read-model';
import { startTemporaryCluster, type TemporaryCluster } from '@stezhka/read-model/testing';
import { migrations } from '../migrations.js';
import { deadlines } from '../referral/decide.clocks.js';
import type { ReferralsTables } from '../rows.js';
import { createClock } from './keep-time.js';
import { strikesOf } from './ladder.js';
import { CLAIM_HOLDS_MS, createTimers, nameOf, type Timers } from './timers.js';

const sentAt = '2026-03-01T08:00:00.000Z';
const strikes = strikesOf({ pathway: 'general', occurredAt: sentAt, ...deadlines('emergency', sentAt) });
const names = strikes.map(({ command }) => nameOf(command));
const minute = 60_000;
const atMinute = (minutes: number) => new Date(Date.parse(sentAt) + minutes * minute);

let cluster: TemporaryCluster;
let readModel: ReadModel<ReferralsTables>;
let timers: Timers;
beforeAll(async () => {
  cluster = await startTemporaryCluster();
  readModel = await cluster.readModel<ReferralsTables>('referrals', migrations);
  timers = createTimers(readModel);
});
afterEach(async () => {
  for (let n = 1; n <= made; n++) await timers.end(`referral-${n}`, 'all');
});
afterAll(() => cluster?.stop());

let made = 0;
/** A referral of its own for each spec. */
async function sent(id = `referral-${++made}`) {
  await timers.set(id, strikes);
  return id;
}
const rowsOf = (id: string) =>
  readModel.asRecorder((tx) =>
    tx.selectFrom('referral_timer').selectAll().where('referral_id', '=', id).orderBy('step').execute(),
  );
const waiting = async (id: string) => (await rowsOf(id)).filter(({ ended }) => ended === null).length;

/** A process that keeps the time by a clock of its own. */
function keeper(now: () => Date, struck: string[] = []) {
  const give = async (id: string, command: Parameters<typeof nameOf>[0], { now: at }: { now: Date }) => {
    struck.push(`${id} ${nameOf(command)} ${at.toISOString()}`);
  };
  return { struck, ...createClock({ timers, give, now }) };
}

describe('timers', () => {
  it('strike in the order of the ladder, once, when they are due', async () => {
    const id = await sent();
    let now = atMinute(59);
    const { strike, struck } = keeper(() => now);
    expect(await strike()).toBe(0);
    now = atMinute(60);
    expect(await strike()).toBe(1);
    expect(await strike()).toBe(0);
    now = atMinute(120);
    expect(await strike()).toBe(2);
    expect(struck.map((line) => line.split(' ')[1])).toEqual(names.slice(0, 3));
    expect(struck.every((line) => line.startsWith(id))).toBe(true);
  });

  it('climb the whole ladder in order after a jump, also when two climb it at once', async () => {
    const ids = [await sent(), await sent()];
    const struck: string[] = [];
    const [one, other] = [keeper(() => atMinute(9_000), struck), keeper(() => atMinute(9_000.1), struck)];
    await Promise.all([one.strike(), other.strike()]);
    await one.strike();
    for (const id of ids)
      expect(struck.filter((line) => line.startsWith(`${id} `)).map((line) => line.split(' ')[1])).toEqual(
        names,
      );
  });

  it('are set once, and stay struck when their event is heard again', async () => {
    const id = await sent();
    const { strike, struck } = keeper(() => atMinute(9_000));
    await strike();
    await sent(id);
    expect(await strike()).toBe(0);
    expect(struck).toHaveLength(names.length);
    expect((await rowsOf(id)).map(({ ended }) => ended)).toEqual(names.map(() => 'struck'));
  });

  it('end with the answer, of one clock or all', async () => {
    const id = await sent();
    await timers.end(id, 'acknowledge');
    expect(await waiting(id)).toBe(5);
    expect(await timers.nextDue()).toEqual(atMinute(720));
    await timers.end(id, 'all');
    expect(await waiting(id)).toBe(0);
    expect(await timers.nextDue()).toBeUndefined();
    expect(await keeper(() => atMinute(9_000)).strike()).toBe(0);
  });

  it('strike again when whoever claimed them died, after a while', async () => {
    const id = await sent();
    const claimed = await timers.claim(atMinute(60));
    expect(claimed.map(({ referral_id, rung }) => [referral_id, rung])).toEqual([[id, names[0]]]);
    expect(await timers.claim(atMinute(60))).toEqual([]);
    const almost = new Date(atMinute(60).getTime() + CLAIM_HOLDS_MS - 1);
    expect(await timers.claim(almost)).toEqual([]);
    expect(await timers.claim(new Date(almost.getTime() + 1))).toHaveLength(1);
  });

  it('are not kept by a claim that a wrong clock made far in the future', async () => {
    const id = await sent();
    expect(await timers.claim(atMinute(9_000))).toHaveLength(1);
    const { strike, struck } = keeper(() => atMinute(60));
    expect(await strike()).toBe(1);
    expect(struck).toHaveLength(1);
    expect(await waiting(id)).toBe(names.length - 1);
  });

  it('are ended by two at once who took hold of the same ones in another order', async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, () => sent()));
    const keys = ids.flatMap((referral_id) => names.map((rung) => ({ referral_id, policy: 1, rung })));
    const backwards = [...keys].reverse();
    await Promise.all([timers.struck(keys), timers.struck(backwards), timers.struck(keys)]);
    expect(await timers.nextDue()).toBeUndefined();
  });

  it('that cannot be struck keep no other waiting, and are tried again', async () => {
    const [bad, good] = [await sent(), await sent()];
    let now = atMinute(60);
    let away = true;
    const struck: string[] = [];
    const clock = createClock({
      timers,
      now: () => now,
      give: async (id) => {
        if (id === bad && away) throw new Error('away');
        struck.push(id);
      },
    });
    await expect(clock.strike()).rejects.toThrow(AggregateError);
    expect(struck).toEqual([good]);
    away = false;
    now = new Date(now.getTime() + CLAIM_HOLDS_MS);
    expect(await clock.strike()).toBe(1);
    expect(struck).toEqual([good, bad]);
  });
});
