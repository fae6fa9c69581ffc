import { describe, expect, it } from '@jest/globals';
import { createWall } from '@stezhka/auth';
import { type SpecOf, specOf } from '@stezhka/event-store/testing';
import type { ReferralEvent } from '../referral/events.js';
import { evolve, initialState, type Phase } from '../referral/evolve.js';
import { people } from '../testing/people.js';
import { into, now, onGbv, sharingEnded } from '../testing/referral-story.js';
import { authorityRules } from './authorize.js';
import type { CodeCommand } from './commands.js';
import { type CodeFacts, createCodeDecider } from './decide.code.js';
import type { CodeEvent } from './events.js';

const { given }: SpecOf<CodeCommand, CodeEvent, CodeFacts> = specOf(
  createCodeDecider(createWall(authorityRules)),
  now,
);

const give = {
  type: 'GiveAuthorityCode',
  referralId: 'referral-1',
  authorityActorId: 'authority',
  channel: 'in_person',
} as const;
const revoke = { type: 'RevokeAuthorityCode', channel: 'phone' } as const;
const occurredAt = now.toISOString();
const wasGiven: CodeEvent = {
  type: 'AuthorityCodeGiven.v1',
  data: {
    ...{ codeId: 'target', referralId: 'referral-1', senderActorId: 'beacon', pathway: 'general' },
    ...{ authorityActorId: 'authority', expiresAt: '2026-03-31T18:00:00.000Z', authorityPolicy: 1 },
    ...{ occurredAt, channel: 'in_person' },
  },
};
const wasRevoked: CodeEvent = {
  type: 'AuthorityCodeRevoked.v1',
  data: { codeId: 'target', referralId: 'referral-1', occurredAt, channel: 'phone' },
};
const of = (past: readonly ReferralEvent[], who: keyof typeof people = 'caseworker'): CodeFacts => ({
  by: people[who],
  referral: past.reduce(evolve, initialState),
  authorityKnown: true,
});
const sending: readonly string[] = ['caseworker', 'supervisor', 'hotline', 'certifiedCaseworker'];

describe('to give a code', () => {
  it('lets one authority ask, for as many days as the policy says', () =>
    given().when(give, of(into.accepted)).gives(wasGiven));

  it.each(Object.keys(into) as Phase[])('is for what is under way: %s', (phase) => {
    const spec = given().when(give, of(into[phase]));
    if (['sent', 'acknowledged', 'accepted', 'in_progress'].includes(phase)) spec.gives(wasGiven);
    else if (phase === 'none') spec.refuses('NOT_FOUND');
    else spec.refuses('ILLEGAL_TRANSITION');
  });

  it('is not possible once she took her agreement back', () =>
    given()
      .when(give, of([...into.sent, sharingEnded()]))
      .refuses('ILLEGAL_TRANSITION'));

  it('is not possible on an isolated pathway, also by who works on it', () =>
    given()
      .when(give, of(onGbv(into.sent), 'certifiedCaseworker'))
      .refuses('ILLEGAL_TRANSITION'));

  it('is for an actor of the network', () =>
    given()
      .when(give, { ...of(into.sent), authorityKnown: false })
      .refuses('NOT_FOUND'));

  it.each(Object.keys(people) as (keyof typeof people)[])('asked by %s', (who) => {
    const spec = given().when(give, of(into.sent, who));
    if (sending.includes(who)) spec.gives(wasGiven);
    else spec.refuses('NOT_FOUND', []);
  });
});

describe('to take it back', () => {
  it('is said once', () => {
    given(wasGiven).when(revoke, { by: people.caseworker }).gives(wasRevoked);
    given(wasGiven, wasRevoked).when(revoke, { by: people.caseworker }).staysQuiet();
  });

  it('looks the same for a code that is not there and for another’s', () => {
    given().when(revoke, { by: people.caseworker }).refuses('NOT_FOUND', []);
    given(wasGiven).when(revoke, { by: people.outsider }).refuses('NOT_FOUND', []);
  });

  it.each(Object.keys(people) as (keyof typeof people)[])('asked by %s', (who) => {
    const spec = given(wasGiven).when(revoke, { by: people[who] });
    if (sending.includes(who)) spec.gives(wasRevoked);
    else spec.refuses('NOT_FOUND', []);
  });
});

it('keeps the code out of what is true for ever', () => {
  expect(JSON.stringify([wasGiven, wasRevoked])).not.toMatch(/([0-9A-Z]{4}-){4}/);
});
