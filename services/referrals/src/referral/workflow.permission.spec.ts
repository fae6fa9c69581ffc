import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@stezhka/event-store';
import { permitId } from '../testing/referral-story.js';
import { createPermissionWorkflow, whatFollows } from './workflow.permission.js';

const heard = (type: string, data: object) => ({ id: 'event-1', type, data }) as unknown as RecordedEvent;
const offer = { referralId: 'referral-1', offerId: 'offer-1' };
const other = { referralId: 'referral-2', offerId: 'offer-2' };
const occurredAt = '2026-03-02T08:00:00.000Z';

describe('what follows', () => {
  it('from a permit is that the offer is sent', () =>
    expect(whatFollows(heard('DisclosurePermitted.v1', { ...offer, permitId }))).toEqual([
      {
        referralId: 'referral-1',
        command: { type: 'SettleOffer', offerId: 'offer-1', permitId },
        key: 'event-1',
      },
    ]));

  it('from a refusal is that it is refused, and why', () =>
    expect(whatFollows(heard('DisclosureRefused.v1', { ...offer, reason: 'withdrawn' }))).toEqual([
      {
        referralId: 'referral-1',
        command: { type: 'SettleOffer', offerId: 'offer-1', refused: 'withdrawn' },
        key: 'event-1',
      },
    ]));

  it('from an agreement taken back is the end of every offer that rested on it, each once', () => {
    const ended = [offer, other].map((each) => ({ ...each, permitId, recipientActorId: 'kalyna' }));
    const narrowed = [{ referralId: 'referral-3', offerId: 'offer-3', permitId, memberIds: ['son'] }];
    const following = whatFollows(heard('ConsentWithdrawn.v1', { ended, narrowed, occurredAt }));
    expect(following.map(({ referralId, key }) => [referralId, key])).toEqual([
      ['referral-1', 'event-1:offer-1'],
      ['referral-2', 'event-1:offer-2'],
    ]);
    expect(following[0]?.command).toEqual({ type: 'EndSharing', offerId: 'offer-1', permitId, occurredAt });
  });

  it('from anything else in the stream of a household is nothing', () => {
    for (const type of ['HouseholdOpened.v1', 'MemberAdded.v1', 'AgreementRecorded.v1', 'NobodyKnows.v7'])
      expect(whatFollows(heard(type, {}))).toEqual([]);
  });
});

describe('the permission workflow', () => {
  it('hears households, passes over no withdrawal, and names the event as the cause', async () => {
    const given: unknown[] = [];
    const workflow = createPermissionWorkflow(async (referralId, { type }, cause) => {
      given.push([referralId, type, cause]);
    });
    expect(workflow).toMatchObject({ prefixes: ['household-'], onPoison: 'stall' });
    await workflow.react(heard('DisclosurePermitted.v1', { ...offer, permitId }));
    expect(given).toEqual([['referral-1', 'SettleOffer', { key: 'event-1', causationId: 'event-1' }]]);
  });

  it('does not take an event for answered when the command failed', async () => {
    const workflow = createPermissionWorkflow(() => Promise.reject(new Error('away')));
    await expect(workflow.react(heard('DisclosurePermitted.v1', { ...offer, permitId }))).rejects.toThrow(
      'away',
    );
  });
});
