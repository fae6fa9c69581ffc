import { describe, expect, it } from '@jest/globals';
import { actors } from '../testing/people.js';
import * as story from '../testing/referral-story.js';
import { at, into, offerId, spoken } from '../testing/referral-story.js';
import { type ReferralEvent, referralEvents } from './events.js';
import { evolve, initialState, type Phase } from './evolve.js';

const after = (...events: readonly ReferralEvent[]) => events.reduce(evolve, initialState);
const unknown = { type: 'ReferralTeleported.v9', data: {} } as unknown as ReferralEvent;

describe('where a referral stands', () => {
  it.each(Object.keys(into) as Phase[])('%s', (phase) => expect(after(...into[phase]).phase).toBe(phase));

  it('knows the offer only while there is one', () => {
    expect(after(...into.draft)).not.toHaveProperty('offer');
    expect(after(...into.asking)).toMatchObject({ asking: { offerId, recipientActorId: actors.recipient } });
    expect(after(...into.asking)).not.toHaveProperty('offer');
    expect(after(...into.sent)).toMatchObject({ offer: { offerId }, sharing: 'open' });
    expect(after(...into.sent)).not.toHaveProperty('asking');
    expect(after(...into.asking, story.offerRefused())).not.toHaveProperty('asking');
    expect(after(...into.given_up)).not.toHaveProperty('offer');
  });

  it('remembers why consent refused, until it is asked again', () => {
    const refused = [...into.asking, story.offerRefused({ reason: 'withdrawn' })];
    expect(after(...refused)).toMatchObject({ phase: 'draft', refused: 'withdrawn' });
    expect(after(...refused, story.offerRequested())).not.toHaveProperty('refused');
  });

  it('remembers when the newest act happened', () => {
    expect(after(...into.draft)).toMatchObject({ lastAct: at.drafted });
    expect(after(...into.sent)).toMatchObject({ lastAct: at.asked });
    expect(after(...into.completed)).toMatchObject({ lastAct: at.completed });
  });
});

describe('an answer that waits for the word of the recipient', () => {
  it('is one that the sender typed in', () => {
    for (const event of [story.acknowledged(spoken), story.accepted(spoken), story.declined(spoken)])
      expect(after(...into.sent, event)).toMatchObject({ unconfirmedFrom: 'sender' });
    for (const event of [story.acknowledged(), story.accepted(), story.declined()])
      expect(after(...into.sent, event)).not.toHaveProperty('unconfirmedFrom');
  });

  it.each([
    ['it confirms', story.confirmed()],
    ['it corrects', story.declined()],
    ['service begins', story.started()],
    ['service is given', story.completed()],
    ['the sender takes it back', story.withdrawn()],
    ['the person takes her agreement back', story.sharingEnded()],
  ])('waits no more when %s', (_what, event) =>
    expect(after(...into.sent, story.accepted(spoken), event)).not.toHaveProperty('unconfirmedFrom'),
  );
});

describe('an agreement that ended', () => {
  it.each(['sent', 'acknowledged', 'accepted', 'in_progress'] as const)('takes back what was %s', (phase) =>
    expect(after(...into[phase], story.sharingEnded())).toMatchObject({
      phase: 'withdrawn',
      sharing: 'ended',
    }),
  );

  it.each(['completed', 'declined', 'withdrawn'] as const)('leaves what was %s as it was', (phase) =>
    expect(after(...into[phase], story.sharingEnded())).toMatchObject({ phase, sharing: 'ended' }),
  );
});

describe('an event that this version does not know', () => {
  it.each(Object.keys(into) as Phase[])('is not passed over: %s', (phase) =>
    expect(() => after(...into[phase], unknown)).toThrow('ReferralTeleported.v9'),
  );
});

describe('an event out of place', () => {
  it('before the draft means nothing', () => {
    for (const type of Object.keys(referralEvents).filter((each) => each !== 'ReferralDrafted.v1'))
      expect(after({ type, data: {} } as unknown as ReferralEvent)).toEqual(initialState);
  });

  it('before the sending means nothing', () => {
    const early = [story.acknowledged(), story.accepted(), story.started(), story.sharingEnded()];
    for (const event of early) expect(after(...into.draft, event)).toEqual(after(...into.draft));
  });
});
