import { describe, it } from '@jest/globals';
import { given } from '../testing/decide-spec.js';
import { actors, people } from '../testing/people.js';
import * as ask from '../testing/referral-commands.js';
import * as story from '../testing/referral-story.js';
import { at, into, offerId, onGbv, referralId, spoken } from '../testing/referral-story.js';

const nobody = {};
/** Sent at nine, urgent: acknowledged within a day, decided within three. */
const dayLater = new Date('2026-03-02T09:00:00.000Z');
const decided = new Date('2026-03-04T09:00:00.000Z');
const beforehand = (moment: Date) => new Date(moment.getTime() - 1);
const longAfter = new Date('2027-01-01T00:00:00.000Z');

const notice = { type: 'NoticeSilence', policy: 1, clock: 'acknowledge', rung: 'reminder' } as const;
const expire = { type: 'ExpireReferral', policy: 1 } as const;

describe('silence', () => {
  it('is noticed when a rung is due, and says who is told', () =>
    given(...into.sent)
      .when(notice, nobody, dayLater)
      .gives({
        type: 'ReferralSilenceNoticed.v1',
        data: {
          ...{ referralId, offerId, silencePolicy: 1, clock: 'acknowledge', rung: 'reminder' },
          ...{ toldRole: 'intake_officer', toldActorId: actors.recipient },
          occurredAt: dayLater.toISOString(),
        },
      }));

  it('is told to the sender’s supervisor, and to a coordinator of no side', () => {
    const supervisor = { ...notice, clock: 'decide', rung: 'sender_supervisor' } as const;
    const data = { referralId, offerId, silencePolicy: 1, clock: 'decide' as const };
    given(...into.acknowledged)
      .when(supervisor, nobody, decided)
      .gives(
        story.silenceNoticed({
          ...{ ...data, rung: 'sender_supervisor', toldRole: 'supervisor', toldActorId: actors.sender },
          occurredAt: '2026-03-04T01:48:00.000Z',
        }),
      );
    given(...into.acknowledged)
      .when({ ...supervisor, rung: 'coordinator' }, nobody, decided)
      .gives({
        type: 'ReferralSilenceNoticed.v1',
        data: {
          ...{ ...data, rung: 'coordinator', toldRole: 'cluster_coordinator' },
          occurredAt: '2026-03-04T05:24:00.000Z',
        },
      });
  });

  it('of an isolated referral is no coordinator’s', () => {
    const gbv = given(...onGbv(into.sent));
    gbv.when({ ...notice, rung: 'coordinator' }, nobody, longAfter).staysQuiet();
    given(...into.sent)
      .when({ ...notice, rung: 'sender_supervisor_again' }, nobody, longAfter)
      .staysQuiet();
    gbv.when({ ...notice, rung: 'sender_supervisor_again' }, nobody, longAfter).gives(
      story.silenceNoticed({
        ...{ rung: 'sender_supervisor_again', toldRole: 'supervisor', toldActorId: actors.sender },
        occurredAt: '2026-03-04T09:00:00.000Z',
      }),
    );
  });

  it('is said to have been when it was due, however late it is noticed', () =>
    given(...into.sent)
      .when(notice, nobody, longAfter)
      .gives(story.silenceNoticed()));

  it('is none before its time, a second time, or by another ladder', () => {
    given(...into.sent)
      .when(notice, nobody, beforehand(dayLater))
      .staysQuiet();
    given(...into.sent, story.silenceNoticed())
      .when(notice, nobody, longAfter)
      .staysQuiet();
    given(...into.sent)
      .when({ ...notice, policy: 2 }, nobody, longAfter)
      .staysQuiet();
  });

  it('is none on a clock that has been answered', () => {
    given(...into.acknowledged)
      .when(notice, nobody, longAfter)
      .staysQuiet();
    for (const phase of ['none', 'draft', 'asking', 'accepted', 'declined', 'withdrawn', 'expired'] as const)
      for (const command of [notice, { ...notice, clock: 'decide' } as const, expire])
        given(...into[phase])
          .when(command, nobody, longAfter)
          .staysQuiet();
  });
});

describe('a referral that nobody answered', () => {
  it('expires at its deadline, and the sender is asked to go on', () => {
    for (const phase of ['sent', 'acknowledged'] as const)
      for (const now of [decided, longAfter])
        given(...into[phase])
          .when(expire, nobody, now)
          .gives(story.expired());
    given(...into.sent)
      .when(expire, nobody, beforehand(decided))
      .staysQuiet();
    given(...into.sent)
      .when({ ...expire, policy: 2 }, nobody, longAfter)
      .staysQuiet();
  });

  it('is her supervisor’s to go on with on an isolated pathway', () =>
    given(...onGbv(into.sent))
      .when(expire, nobody, decided)
      .gives(story.expired({ toldRole: 'supervisor' })));

  it('can be answered no more', () => {
    const { intake, caseworker } = people;
    for (const command of [ask.acknowledge(), ask.accept(), ask.decline(), ask.start(), ask.complete()])
      given(...into.expired)
        .when(command, ask.by(intake), longAfter)
        .refuses('ILLEGAL_TRANSITION', []);
    for (const command of [ask.withdraw(), ask.send()])
      given(...into.expired)
        .when(command, ask.by(caseworker), longAfter)
        .refuses('ILLEGAL_TRANSITION', []);
  });
});

describe('an answer that was given on the phone in time', () => {
  const { intake, caseworker } = people;
  const phoned = { occurredAt: at.answered, channel: 'phone' } as const;

  it('is typed in after it expired, by either side', () => {
    given(...into.expired)
      .when(ask.accept(phoned), ask.by(caseworker), longAfter)
      .gives(story.accepted({ ...spoken, occurredAt: at.answered }));
    given(...into.expired)
      .when(ask.accept({ ...phoned, channel: 'paper' }), ask.by(intake), longAfter)
      .gives(story.accepted({ channel: 'paper' }));
    given(...into.expired)
      .when(ask.decline({ ...phoned, reason: 'not_eligible' }), ask.by(caseworker), longAfter)
      .gives({
        type: 'ReferralDeclined.v1',
        data: {
          ...{ referralId, offerId, occurredAt: at.answered, channel: 'phone', recordedBy: 'sender' },
          reason: 'not_eligible',
        },
      });
  });

  it.each([
    ['at the deadline itself', ask.accept({ ...phoned, occurredAt: decided.toISOString() })],
    ['at no time that anybody names', ask.accept({ channel: 'phone' })],
    ['on a channel that nobody has to type in from', ask.accept({ ...phoned, channel: 'portal' })],
    ['as an acknowledgement, which would not have stopped this clock', ask.acknowledge(phoned)],
  ])('is none %s', (_name, command) =>
    given(...into.expired)
      .when(command, ask.by(intake), longAfter)
      .refuses('ILLEGAL_TRANSITION', []),
  );

  it('is none once the person took her agreement back, and cannot have come before what it answers', () => {
    given(...into.expired, story.sharingEnded())
      .when(ask.accept(phoned), ask.by(caseworker), longAfter)
      .refuses('ILLEGAL_TRANSITION');
    given(...into.expired)
      .when(ask.accept({ ...phoned, occurredAt: at.asked }), ask.by(caseworker), longAfter)
      .refuses('OCCURRED_BEFORE');
  });
});
