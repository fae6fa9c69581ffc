import { describe, it } from '@jest/globals';
import {
  caseworker,
  householdSpec,
  intake,
  kharkiv,
  member,
  ready,
  story,
  stranger,
} from '../testing/household-story.js';
import type { WithdrawAgreement } from './commands.js';

const { given } = householdSpec();
const withdraw: WithdrawAgreement = {
  ...{ type: 'WithdrawAgreement', occurredAt: '2026-03-09T08:00:00.000Z', channel: 'phone' },
};
const by = caseworker;
const shared = [...ready, story.permitted()];
const her = { permitId: 'permit', referralId: 'referral', offerId: 'offer' };

describe('withdraw', () => {
  it('ends every permit that rests on it', () => {
    given(...shared)
      .when(withdraw, { by })
      .gives(story.withdrawn());
  });

  it('of one member leaves the permit to the others', () => {
    given(...shared)
      .when({ ...withdraw, memberIds: ['son'] }, { by })
      .gives(
        story.withdrawn({
          principalIds: ['son'],
          ended: [],
          narrowed: [{ ...her, memberIds: ['mother'] }],
        }),
      );
  });

  it('of the last one who is left ends it', () => {
    const sonLeft = story.withdrawn({
      ...{ principalIds: ['son'], ended: [], narrowed: [{ ...her, memberIds: ['mother'] }] },
    });
    given(...shared, sonLeft)
      .when(withdraw, { by })
      .gives(story.withdrawn({ principalIds: ['mother'] }));
  });

  it('of one agreement leaves permits that rest on another', () => {
    given(...shared, story.agreed('other'))
      .when({ ...withdraw, agreementIds: ['other'] }, { by })
      .gives(story.withdrawn({ agreementIds: ['other'], ended: [] }));
  });

  it('stays quiet where nothing is agreed any more', () => {
    given(story.opened()).when(withdraw, { by }).staysQuiet();
    given(...shared, story.withdrawn())
      .when(withdraw, { by })
      .staysQuiet();
  });

  it('is as easy as giving, for whoever of her actor hears it', () => {
    for (const role of ['caseworker', 'supervisor', 'data_protection_focal_point'] as const)
      given(...shared)
        .when(withdraw, { by: member(kharkiv, role) })
        .gives(story.withdrawn());
  });

  it('says no to others, to what is not agreed, and to a time that has not come', () => {
    const { when } = given(...shared);
    when(withdraw, { by: intake }).refuses('NOT_FOUND');
    when(withdraw, { by: stranger }).refuses('NOT_FOUND');
    when({ ...withdraw, agreementIds: ['unknown'] }, { by }).refuses('NOT_FOUND');
    when({ ...withdraw, memberIds: ['somebody'] }, { by }).refuses('NOT_FOUND');
    when({ ...withdraw, occurredAt: '2027-01-01T00:00:00.000Z' }, { by }).refuses('OCCURRED_IN_FUTURE');
  });
});
