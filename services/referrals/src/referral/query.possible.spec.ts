import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWall, type Viewer } from '@stezhka/auth';
import { Refusal } from '@stezhka/vocabulary';
import { rules } from '../app.js';
import { createCodeDecider } from '../authority/decide.code.js';
import { decider } from '../testing/decide-spec.js';
import { people } from '../testing/people.js';
import * as ask from '../testing/referral-commands.js';
import * as story from '../testing/referral-story.js';
import { at, into, now, onGbv, spoken } from '../testing/referral-story.js';
import { type RowsAtWork, startRows } from '../testing/rows-at-work.js';
import { mutationOf, type UserAct } from './decide.rules.js';
import type { ReferralEvent } from './events.js';
import { evolve, initialState, type Referral } from './evolve.js';
import { createReferralQueries, type ReferralQueries } from './query.js';

let rows: RowsAtWork;
let queries: ReferralQueries;

beforeAll(async () => {
  rows = await startRows();
  queries = createReferralQueries({ readModel: rows.readModel, wall: createWall(rules) });
});
afterAll(() => rows?.stop());

const { none: _, ...phases } = into;
const turns: Readonly<Record<string, readonly ReferralEvent[]>> = {
  ...phases,
  'refused by consent': [...into.asking, story.offerRefused()],
  'acknowledged by phone': [...into.sent, story.acknowledged(spoken)],
  'accepted by phone': [...into.sent, story.accepted(spoken)],
  'declined by phone': [...into.sent, story.declined(spoken)],
  'declined by phone, confirmed': [...into.sent, story.declined(spoken), story.confirmed()],
  'accepted, agreement over': [...into.accepted, story.sharingEnded()],
  'expired, agreement over': [...into.expired, story.sharingEnded()],
  'completed, agreement over': [...into.completed, story.sharingEnded()],
  isolated: onGbv(into.sent),
  'isolated, declined by phone': onGbv([...into.sent, story.declined(spoken)]),
};

const commands = [
  ask.send(),
  ask.cancel(),
  ask.acknowledge({ channel: 'phone' }),
  ask.accept({ channel: 'phone' }),
  ask.accept({ channel: 'phone', occurredAt: at.answered }),
  ask.decline({ channel: 'phone' }),
  ask.decline({ channel: 'phone', occurredAt: at.answered }),
  ask.confirm(),
  ask.start({ channel: 'phone' }),
  ask.complete({ channel: 'phone' }),
  ask.withdraw(),
];

/** What the decider itself would let her do, by phone where a channel matters. */
function decidable(past: readonly ReferralEvent[], viewer: Viewer): string[] {
  const state = past.reduce(evolve, initialState);
  const newId = (label: string) => `id:${label}`;
  const context = { now, targetId: 'target', newId, facts: ask.by(viewer) };
  const decided = commands.flatMap((command) => {
    try {
      return decider.decide(state, command, context).length > 0 ? [mutationOf(command.type as UserAct)] : [];
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  });
  return [...new Set(decided), ...(givesCode(state, viewer) ? ['giveAuthorityCode'] : [])];
}

const codes = createCodeDecider(createWall(rules));

/** A code is decided on in a stream of its own, by what the referral's says. */
function givesCode(referral: Referral, by: Viewer): boolean {
  const command = {
    type: 'GiveAuthorityCode',
    referralId: 'target',
    authorityActorId: 'authority',
    channel: 'phone',
  } as const;
  const facts = { by, referral, authorityKnown: true };
  try {
    codes.decide(codes.initialState, command, { now, targetId: 'code', newId: (label) => label, facts });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

describe('what the interface is told to offer', () => {
  it.each(Object.keys(turns))('is what would be decided, for everyone who can see it: %s', async (name) => {
    const past = turns[name]!;
    const referralId = name.replaceAll(/[^a-z]+/g, '-');
    const named = past.map((event) => ({ ...event, data: { ...event.data, referralId } }));
    await rows.happen(`referral-${referralId}`, named);
    for (const viewer of Object.values(people)) {
      const row = await queries.referral(viewer, referralId);
      // What somebody else was told on the phone is for whoever was told to remember.
      const untold = row?.state === 'expired' && row.side === 'recipient';
      const expected = untold ? [] : decidable(past, viewer).sort();
      if (row) expect([...queries.possible(viewer, row)].sort()).toEqual(expected);
    }
  });
});
