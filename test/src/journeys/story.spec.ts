/** The story of `npm run journey`, told to a network of its own and checked at every step. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gather, type Party, type Told, tell } from '@stezhka/local';
import { storyNetwork, type TemporaryNetwork } from '../support/temporary-network.js';

interface Sight {
  readonly step: number;
  readonly what: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a query answers is as many-shaped as queries are
  readonly answer: any;
}

let network: TemporaryNetwork;
let told: Told;
const sights = new Map<string, Sight[]>();
const steps: string[] = [];

beforeAll(async () => {
  network = await storyNetwork();
  const cast = await gather(network.address);
  for (const [role] of Object.entries(cast)) sights.set(role, []);
  const roleOf = (party: Party) => Object.entries(cast).find(([, one]) => one === party)![0];
  told = await tell(cast, {
    step: (sentence) => void steps.push(sentence),
    saw: (party, what, answer) => sights.get(roleOf(party))!.push({ step: steps.length, what, answer }),
  });
});
afterAll(() => network?.stop());

const seenBy = (role: string, what: string, at: RegExp) =>
  sights
    .get(role)!
    .filter((sight) => sight.what === what && at.test(steps[sight.step - 1]!))
    .map(({ answer }) => answer);

describe('a mother and her son', () => {
  it('are offered to who can help, with reasons', () => {
    const [candidates] = seenBy('caseworker', 'candidates, each with its reasons', /Kharkiv/);
    expect(candidates.map((one: { suggested: boolean }) => one.suggested)).toEqual([true, true]);
  });

  it('are declined by the first shelter, which keeps its own act and nothing else', () => {
    const [mine] = seenBy('firstShelter', 'the referral', /It declines/);
    expect(mine).toMatchObject({
      state: 'declined',
      declineReason: 'no_capacity',
      service: null,
      urgency: null,
      oblast: null,
      sender: null,
      decideBy: null,
      person: { classes: [] },
    });
    expect(mine.timeline.map(({ act }: { act: string }) => act)).toEqual(['declined']);
  });

  it('are read by the second shelter only as far as its answer allows', () => {
    const [toDecide] = seenBy('secondShelter', 'what C2 opens', /acknowledges/);
    expect(toDecide[0].decisionSet.need).toContain('Місце для двох');
    const [tooEarly] = seenBy('secondShelter', 'what C1 opens', /acknowledges/);
    expect(tooEarly[0]).toMatchObject({ code: 'NOT_AGREED', possible: ['C2'] });
    const [accepted] = seenBy('secondShelter', 'what C1 opens', /accepts/);
    expect(accepted[0].contact).toMatchObject({ name: 'Марія Вигадана', phone: '+380 50 000 02 01' });
  });

  it('are served, and reported back', () => {
    const [theirs] = seenBy('caseworker', 'the referral', /reports back/);
    expect(theirs).toMatchObject({ state: 'completed', outcome: 'service_provided' });
    expect(theirs.timeline.map(({ act }: { act: string }) => act)).toEqual([
      'drafted',
      'offer_requested',
      'sent',
      'acknowledged',
      'accepted',
      'started',
      'completed',
    ]);
    const [stillOpen] = seenBy('secondShelter', 'what C1 opens', /reports back/);
    expect(stillOpen[0].contact.name).toBe('Марія Вигадана');
  });

  it('withdraw, and nobody reads any more', () => {
    expect(seenBy('caseworker', 'whether all recipients know', /takes her agreement back/)).toEqual([true]);
    const [closed] = seenBy('secondShelter', 'what C1 opens', /takes her agreement back/);
    expect(closed[0]).toMatchObject({ code: 'NOT_FOUND', possible: [] });
    const [theirs] = seenBy('secondShelter', 'the referral', /takes her agreement back/);
    expect(theirs).toMatchObject({ sharingEnded: true, person: { classes: [] } });
  });
});

it('types in a spoken answer later, marks it late, and lets the other side confirm', () => {
  const [typed] = seenBy('interpreter', 'the referral', /typed in now/);
  expect(typed).toMatchObject({ state: 'accepted', unconfirmedFrom: 'sender' });
  const accepted = typed.timeline.find(({ act }: { act: string }) => act === 'accepted');
  expect(accepted).toMatchObject({ recordedBy: 'sender', channel: 'phone', late: true });
  expect(typed.viewerCan).toContain('confirmAnswer');
  const [confirmed] = seenBy('interpreter', 'the referral', /and confirms/);
  expect(confirmed).toMatchObject({ state: 'accepted', unconfirmedFrom: null });
});

it('tells an outsider nothing, at any step', async () => {
  const seen = sights.get('outsider')!;
  expect(seen.filter(({ what }) => what === 'the referral').every(({ answer }) => answer === null)).toBe(
    true,
  );
  const refused = seen.filter(({ what }) => what.endsWith('opens')).flatMap(({ answer }) => answer);
  expect(refused.length).toBeGreaterThan(0);
  for (const one of refused) expect(one).toMatchObject({ code: 'NOT_FOUND', possible: [] });
  expect(Object.keys(told)).toHaveLength(4);
});

it('keeps each shelter blind to the other', () => {
  const other = seenBy('firstShelter', 'the referral', /Kalyna Shelter, the next/);
  expect(other).toEqual([null]);
  expect(seenBy('secondShelter', 'the referral', /refers them to Dzherelo/)).toEqual([null]);
});
