import { describe, it } from '@jest/globals';
import type { OfferPhase } from '../referral/published-facts.js';
import {
  caseworker,
  householdSpec,
  intake,
  kharkiv,
  lviv,
  member,
  now,
  offer,
  outsider,
  ready,
  story,
  stranger,
} from '../testing/household-story.js';
import type { ReadNotes, SealNote } from './commands.js';
import type { HouseholdEvent } from './events.js';

const digest = 'd'.repeat(43);
const shared = [...ready, story.permitted()];
const written = (recordId: string, version = 1, subjectId = 'offer') =>
  story.sealed(recordId, { subjectId, dataClass: 'C2', version });
const withWords = [...shared, written('question'), written('answer', 2)];
const write: SealNote = { type: 'SealNote', referralId: 'referral', contentFingerprint: 'f' };
const read: ReadNotes = { type: 'ReadNotes', referralId: 'referral', purpose: 'eligibility_decision' };
const first = { version: 1, digest };
const atLviv = (phase: OfferPhase) => ({ by: intake, offer: offer(phase) });
const atKharkiv = (phase: OfferPhase) => ({ by: caseworker, offer: offer(phase) });
const opened = (recordIds: string[], by = intake, permitId = 'permit'): HouseholdEvent => ({
  type: 'PersonDisclosed.v1',
  data: {
    ...{ householdId: 'target', permitId, toActorId: by.actorId, toStaffId: by.staffId },
    ...{ recordIds, dataClasses: ['C2'], purpose: 'eligibility_decision', occurredAt: now.toISOString() },
  },
});
const open: OfferPhase[] = ['sent', 'acknowledged', 'accepted', 'in_progress'];
const closed: OfferPhase[] = ['asking', 'refused', 'declined', 'withdrawn', 'sharing_ended', 'unclear'];
const { given } = householdSpec();

describe('write words about an offer', () => {
  it.each(open)('seals them as the offer’s own, from either side, while it is %s', (phase) => {
    const { when } = given(...shared);
    when(write, { ...atLviv(phase), sealed: first }).gives(written('id:record-f'));
    when(write, { ...atKharkiv(phase), sealed: first }).gives(written('id:record-f'));
  });

  it('counts their versions by offer', () => {
    given(...withWords, written('other', 1, 'another-offer'))
      .when(write, { ...atLviv('sent'), sealed: { version: 3, digest } })
      .gives(written('id:record-f', 3));
  });

  it.each(closed)('says no while it is %s: to the recipient as if there were nothing', (phase) => {
    const { when } = given(...shared);
    when(write, atLviv(phase)).refuses('NOT_FOUND');
    when(write, atKharkiv(phase)).refuses('ILLEGAL_TRANSITION');
  });

  it('says no to either side once the service was given', () => {
    given(...shared)
      .when(write, atLviv('completed'))
      .refuses('ILLEGAL_TRANSITION');
    given(...shared)
      .when(write, atKharkiv('completed'))
      .refuses('ILLEGAL_TRANSITION');
  });

  it('says no after the withdrawal, after the end, and without a permit', () => {
    given(...shared, story.withdrawn())
      .when(write, atLviv('accepted'))
      .refuses('NOT_FOUND');
    given(...shared, story.withdrawn())
      .when(write, atKharkiv('accepted'))
      .refuses('ILLEGAL_TRANSITION');
    given(...shared)
      .when(write, atLviv('accepted'), new Date('2026-06-01T08:00:00.000Z'))
      .refuses('NOT_FOUND');
    given(...ready)
      .when(write, atKharkiv('sent'))
      .refuses('NOT_FOUND');
    given().when(write, atKharkiv('sent')).refuses('NOT_FOUND');
  });
});

describe('read words about an offer', () => {
  it.each<OfferPhase>([...open, 'completed'])('is the recipient’s while it is %s', (phase) => {
    given(...withWords, written('other', 1, 'another-offer'))
      .when(read, atLviv(phase))
      .gives(opened(['question', 'answer']));
  });

  it.each(closed)('is not the recipient’s while it is %s', (phase) => {
    given(...withWords)
      .when(read, atLviv(phase))
      .refuses('NOT_FOUND');
  });

  it.each<OfferPhase>([...open, 'completed', 'declined', 'withdrawn', 'sharing_ended'])(
    'is the sender’s while it is %s: it is part of the case',
    (phase) => {
      given(...withWords)
        .when(read, atKharkiv(phase))
        .gives(opened(['question', 'answer'], caseworker, 'target'));
    },
  );

  it('gives the sender the words of every offer of this referral, and of no other', () => {
    const next = story.permitted({ permitId: 'next', offerId: 'next-offer', recipientActorId: outsider });
    const apart = story.permitted({ permitId: 'apart', offerId: 'apart-offer', referralId: 'apart' });
    const words = [written('to-next', 1, 'next-offer'), written('apart', 1, 'apart-offer')];
    given(...withWords, next, apart, ...words)
      .when(read, atKharkiv('declined'))
      .gives(opened(['question', 'answer', 'to-next'], caseworker, 'target'));
  });

  it('ends for the recipient with the withdrawal, and when one member leaves', () => {
    given(...withWords, story.withdrawn())
      .when(read, atLviv('accepted'))
      .refuses('NOT_FOUND');
    const left = { permitId: 'permit', referralId: 'referral', offerId: 'offer', memberIds: ['mother'] };
    given(...withWords, story.withdrawn({ principalIds: ['son'], ended: [], narrowed: [left] }))
      .when(read, atLviv('accepted'))
      .refuses('NOT_FOUND');
  });

  it('says no for a purpose that nobody agreed to', () => {
    given(...withWords)
      .when({ ...read, purpose: 'family_tracing' }, atLviv('accepted'))
      .refuses('NOT_AGREED');
  });

  it('is on record where nothing was written: whoever looks again and again is seen to', () => {
    const [looked] = [opened([])].map((event) => ({ ...event, data: { ...event.data, dataClasses: [] } }));
    given(...shared)
      .when(read, atLviv('sent'))
      .gives(looked as HouseholdEvent);
    given(...shared)
      .when(read, atKharkiv('sent'))
      .staysQuiet();
  });

  it('is for those who decide before the yes, and for those who serve after it', () => {
    const serving = member(lviv, 'caseworker');
    given(...withWords)
      .when(read, { by: serving, offer: offer('acknowledged') })
      .refuses('NOT_FOUND');
    given(...withWords)
      .when(read, { by: serving, offer: offer('accepted') })
      .gives(opened(['question', 'answer'], serving));
  });

  it.each(['intake_officer', 'duty_officer', 'hotline_operator'] as const)(
    'is not the sender’s %s’s, who may not open the file either',
    (role) => {
      const by = member(kharkiv, role);
      const { when } = given(...withWords);
      when(read, { by, offer: offer('accepted') }).refuses('NOT_FOUND');
      when(write, { by, offer: offer('accepted'), sealed: first }).refuses('NOT_FOUND');
    },
  );
});

describe('neither is anybody else’s', () => {
  const foreign = [
    stranger,
    member(lviv, 'actor_administrator'),
    member(kharkiv, 'data_protection_focal_point'),
  ];

  it.each(foreign)('of $staffId', (by) => {
    const { when } = given(...withWords);
    when(write, { by, offer: offer('sent') }).refuses('NOT_FOUND');
    when(read, { by, offer: offer('sent') }).refuses('NOT_FOUND');
  });

  it('nor of nobody, nor of the uncertified', () => {
    const { when } = given(...withWords);
    when(write, { offer: offer('sent') }).refuses('UNAUTHENTICATED');
    when(read, { offer: offer('sent') }).refuses('UNAUTHENTICATED');
    for (const at of [atLviv('sent'), atKharkiv('sent')]) {
      const isolated = given(story.opened({ pathway: 'gbv' }), ...withWords.slice(1));
      isolated.when(write, at).refuses('NOT_FOUND');
      isolated.when(read, at).refuses('NOT_FOUND');
    }
  });

  it('nor can they be frozen for another recipient, or read as part of the file', () => {
    const { when } = given(...withWords);
    when(
      { type: 'ReadOwn', classes: ['C2'], purpose: 'eligibility_decision' },
      { by: caseworker, offer: offer('sent') },
    ).gives(opened(['decision'], caseworker, 'target'));
    when(
      {
        ...{ type: 'DecidePermit', referralId: 'again', offerId: 'again-offer', senderActorId: kharkiv },
        ...{ recipientActorId: lviv, serviceId: 'shelter', memberIds: ['mother', 'son'] },
        ...{ dataClasses: ['C2'], decisionRecordIds: ['question'], pathway: 'general' },
        occurredAt: now.toISOString(),
      },
      {},
    ).gives({
      type: 'DisclosureRefused.v1',
      data: {
        ...{ householdId: 'target', referralId: 'again', offerId: 'again-offer' },
        reason: 'nothing_sealed',
      },
    });
  });
});

describe('each wall holds alone against another actor', () => {
  const facts = { by: stranger, offer: offer('sent') };

  it('the household’s stream, where every rule is taken out', () => {
    const { given: bare } = householdSpec({ gaps: 'all' });
    const { when } = bare(...withWords);
    when(write, { ...facts, sealed: first }).refuses('NOT_FOUND');
    when(read, facts).refuses('NOT_FOUND');
    // Even if the referral named her.
    when(read, { by: stranger, offer: offer('sent', outsider) }).refuses('NOT_FOUND');
  });

  it('the rules, where the stream is taken out', () => {
    const { given: bare } = householdSpec({ permitWall: 'open' });
    bare(...withWords)
      .when(write, facts)
      .refuses('NOT_FOUND');
    bare(...withWords)
      .when(read, facts)
      .refuses('NOT_FOUND');
  });

  it('and with both taken out nothing holds: the proof can fail', () => {
    const { given: bare } = householdSpec({ gaps: 'all', permitWall: 'open' });
    const { when } = bare(...withWords);
    when(write, { ...facts, sealed: { version: 3, digest } }).gives(written('id:record-f', 3));
    when(read, facts).gives(opened(['question', 'answer'], stranger));
  });
});
