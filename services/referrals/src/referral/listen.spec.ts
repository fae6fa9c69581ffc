import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWall, type Viewer } from '@stezhka/auth';
import type { Stream } from '@stezhka/event-stream';
import { Refusal } from '@stezhka/vocabulary';
import { people } from '../testing/people.js';
import * as story from '../testing/referral-story.js';
import { into, onGbv } from '../testing/referral-story.js';
import { type RowsAtWork, startRows } from '../testing/rows-at-work.js';
import { rules } from './authorize.js';
import type { ReferralEvent } from './events.js';
import { createListening, type Heard } from './listen.js';
import { createChangeQueries } from './query.changes.js';
import { createWatch } from './watch.js';

let rows: RowsAtWork;
let made = 0;
beforeAll(async () => {
  rows = await startRows();
});
afterAll(() => rows?.stop());

function listening() {
  const queries = createChangeQueries({ readModel: rows.readModel, wall: createWall(rules) });
  return createListening({ queries, watch: createWatch(queries) });
}

/** Happens to a referral of its own; its id. */
async function happen(events: readonly ReferralEvent[], referralId = `heard-${++made}`): Promise<string> {
  const named = events.map((event) => ({ ...event, data: { ...event.data, referralId } }));
  await rows.happen(`referral-${referralId}`, named);
  return referralId;
}

/** A stream in which the first word has been heard, and who listens to it can become another. */
async function opened(first: Viewer) {
  const who: { now: () => Viewer | undefined } = { now: () => first };
  const stream = await listening().listen({ viewer: first, again: async () => who.now() });
  expect((await stream.next()).value).toEqual({ id: null, gone: false });
  return { who, stream, next: async () => (await stream.next()).value };
}
const of = (id: string): object => ({ id, gone: false, changed: expect.any(BigInt) });

describe('who listens', () => {
  it('is told of what happens to referrals of hers, the latest of each once', async () => {
    const { stream, next } = await opened(people.intake);
    const first = await happen(into.sent);
    const second = await happen(into.sent);
    await happen([story.acknowledged()], first);
    // She was slow: what happened twice meanwhile is one thing to look at.
    expect([await next(), await next()]).toEqual([of(second), of(first)]);
    const third = await happen(into.accepted);
    expect(await next()).toEqual(of(third));
    await stream.return();
  });

  it.each([
    ['an isolated pathway that she is not certified for', onGbv(into.accepted)],
    ['a draft that was put to consent for her', into.asking],
  ])('is not told of %s', async (_what, events) => {
    const { stream, next } = await opened(people.intake);
    await happen(events);
    const hers = await happen(into.sent);
    expect(await next()).toEqual(of(hers));
    await stream.return();
  });

  it('is not told of what followed on her decline', async () => {
    const declined = await happen(into.declined);
    const { stream, next } = await opened(people.intake);
    await happen([story.sharingEnded()], declined);
    const hers = await happen(into.sent);
    expect(await next()).toEqual(of(hers));
    await stream.return();
  });

  it('is told once that what she was told of is hers no more, when her certification ends', async () => {
    const { who, stream, next } = await opened(people.certifiedIntake);
    const isolated = await happen(onGbv(into.accepted));
    const general = await happen(into.accepted);
    expect([await next(), await next()]).toEqual([of(isolated), of(general)]);
    who.now = () => ({ ...people.certifiedIntake, certifications: [] });
    expect([await next(), await next()]).toEqual([
      { id: isolated, gone: true },
      { id: null, gone: false },
    ]);
    await happen([story.completed()], isolated);
    await happen([story.started()], general);
    expect(await next()).toEqual(of(general));
    await stream.return();
  });
});

describe('a stream is over', () => {
  const endings: readonly [string, () => Viewer | undefined][] = [
    ['is nobody any more', () => undefined],
    ['has a token that is none any more', refuse('UNAUTHENTICATED')],
    ['cannot be known now', refuse('UNAVAILABLE')],
    ['acts for another organisation', () => ({ ...people.intake, actorId: 'elsewhere' })],
  ];
  function refuse(code: 'UNAUTHENTICATED' | 'UNAVAILABLE') {
    return () => {
      throw new Refusal(code);
    };
  }

  it.each(endings)('when she %s, before the next word', async (_why, now) => {
    const { who, stream } = await opened(people.intake);
    who.now = now;
    await happen(into.sent);
    expect((await stream.next()).done).toBe(true);
  });
});

it('a user has eight streams and no more, until one is over', async () => {
  const { listen } = listening();
  const again = async () => people.duty;
  const open = () => listen({ viewer: people.duty, again });
  const eight: Stream<Heard>[] = [];
  for (let n = 0; n < 8; n += 1) eight.push(await open());
  await expect(open()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await eight[0]!.return();
  eight[0] = await open();
  await Promise.all(eight.map((stream) => stream.return()));
});

it('nobody is refused', async () => {
  const asked = { viewer: undefined, again: async () => undefined };
  await expect(listening().listen(asked)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});
