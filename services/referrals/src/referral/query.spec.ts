import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWall, type Viewer } from '@stezhka/auth';
import { Refusal } from '@stezhka/vocabulary';
import { people } from '../testing/people.js';
import { into, onGbv } from '../testing/referral-story.js';
import { type RowsAtWork, startRows } from '../testing/rows-at-work.js';
import { rules } from './authorize.js';
import type { ReferralEvent } from './events.js';
import { createReferralQueries, type ReferralQueries } from './query.js';

let rows: RowsAtWork;

beforeAll(async () => {
  rows = await startRows();
  await tell('general', into.accepted);
  await tell('isolated', onGbv(into.accepted));
  await tell('declined', onGbv(into.declined));
  await tell('draft', into.draft);
});
afterAll(() => rows?.stop());

async function tell(referralId: string, events: readonly ReferralEvent[]) {
  const named = events.map((event) => ({ ...event, data: { ...event.data, referralId } }));
  await rows.happen(`referral-${referralId}`, named);
}

const bothWalls = () => createReferralQueries({ readModel: rows.readModel, wall: createWall(rules) });
const firstAlone = () => createReferralQueries({ readModel: rows.unwalled, wall: createWall(rules) });
const secondAlone = () =>
  createReferralQueries({ readModel: rows.readModel, wall: createWall(rules, 'all') });
const noWall = () => createReferralQueries({ readModel: rows.unwalled, wall: createWall(rules, 'all') });

const all = ['general', 'isolated', 'declined', 'draft'];
type Who = keyof typeof people;

const ofSender = { general: 'sender', draft: 'sender' };
const ofCertifiedSender = { ...ofSender, isolated: 'sender', declined: 'sender' };
const ofRecipient = { general: 'recipient' };
const ofCertifiedRecipient = { ...ofRecipient, isolated: 'recipient', declined: 'recipient' };

/** Whose row of which referral each may read, written by hand. */
const readable: Readonly<Record<Who, Readonly<Record<string, string>>>> = {
  caseworker: ofSender,
  supervisor: ofSender,
  hotline: ofSender,
  senderFocalPoint: ofSender,
  senderIntake: ofSender,
  certifiedCaseworker: ofCertifiedSender,
  senderInterpreter: {},
  intake: ofRecipient,
  duty: ofRecipient,
  recipientSupervisor: ofRecipient,
  recipientCaseworker: ofRecipient,
  otherwiseCertifiedIntake: ofRecipient,
  certifiedIntake: ofCertifiedRecipient,
  recipientAdministrator: {},
  outsider: {},
  coordinator: {},
};

async function seenBy(queries: ReferralQueries, viewer: Viewer) {
  const rowsSeen: Record<string, string> = {};
  const acts: Record<string, string[]> = {};
  for (const id of all) {
    const row = await queries.referral(viewer, id);
    if (row) rowsSeen[id] = row.side;
    const timeline = await queries.timeline(viewer, id);
    if (timeline.length > 0) acts[id] = [...new Set(timeline.map((act) => act.party_actor_id))];
  }
  const lists: Record<string, string> = {};
  const listed: Record<string, string> = {};
  for (const side of ['sender', 'recipient'] as const) {
    for (const row of (await queries.list(viewer, { side }, { first: 100 })).items)
      lists[row.referral_id] = row.side;
    for (const row of (await queries.listed(viewer, { side }, { first: 100 })).items)
      listed[row.referral_id] = row.side;
  }
  return { rowsSeen, acts, lists, listed };
}

describe.each([
  ['both walls', bothWalls],
  ['the first wall alone', firstAlone],
  ['the second wall alone', secondAlone],
])('%s', (_name, queries) => {
  it.each(Object.keys(people) as Who[])('shows %s what is hers, and nothing else', async (who) => {
    const seen = await seenBy(queries(), people[who]);
    expect(seen.rowsSeen).toEqual(readable[who]);
    expect(seen.lists).toEqual(readable[who]);
    expect(seen.listed).toEqual(readable[who]);
    const own = Object.keys(readable[who]).map((id) => [id, [people[who].actorId]]);
    expect(seen.acts).toEqual(Object.fromEntries(own));
  });

  it('shows nobody who is not signed in anything at all', async () => {
    const refused = new Refusal('UNAUTHENTICATED');
    await expect(queries().referral(undefined, 'general')).rejects.toEqual(refused);
    await expect(queries().timeline(undefined, 'general')).rejects.toEqual(refused);
    await expect(queries().list(undefined, { side: 'sender' }, { first: 1 })).rejects.toEqual(refused);
    await expect(queries().listed(undefined, { side: 'sender' }, { first: 1 })).rejects.toEqual(refused);
  });

  it('does not tell what is hidden from what does not exist', async () => {
    for (const id of ['general', 'no-such-referral']) {
      expect(await queries().referral(people.outsider, id)).toBeUndefined();
      expect(await queries().timeline(people.outsider, id)).toEqual([]);
    }
  });
});

describe('without either wall', () => {
  it.each(['outsider', 'senderInterpreter', 'caseworker', 'intake'] as const)(
    'all of it shows, so the specs above do look: %s',
    async (who) => {
      const { rowsSeen, acts } = await seenBy(noWall(), people[who]);
      expect(Object.keys(rowsSeen)).toEqual(all);
      expect(acts.general).toEqual(expect.arrayContaining(['beacon', 'kalyna']));
    },
  );

  it('a list shows the isolated rows and those for another role', async () => {
    const shown = async (who: Who) => {
      const { lists, listed } = await seenBy(noWall(), people[who]);
      return [lists, listed];
    };
    for (const who of ['senderInterpreter', 'caseworker'] as const)
      expect(await shown(who)).toEqual([ofCertifiedSender, ofCertifiedSender]);
    for (const who of ['recipientAdministrator', 'intake'] as const)
      expect(await shown(who)).toEqual([ofCertifiedRecipient, ofCertifiedRecipient]);
  });
});

describe('tables that no viewer reads', () => {
  it('stay closed to everyone', async () => {
    for (const viewer of Object.values(people))
      expect(
        await rows.readModel.asViewer(viewer, (tx) => tx.selectFrom('referral_party').selectAll().execute()),
      ).toEqual([]);
  });
});
