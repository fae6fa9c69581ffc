import { describe, expect, it } from '@jest/globals';
import { opensIn, takesNotesIn } from './opens-in.js';
import { factsOf } from './published-facts.js';

const of = { referralId: 'r', offerId: 'o' };
const drafted = {
  type: 'ReferralDrafted.v1',
  data: { referralId: 'r', senderActorId: 's', householdId: 'h', memberIds: ['m'], pathway: 'general' },
};
const asked = { type: 'ReferralOfferRequested.v1', data: { ...of, recipientActorId: 'a' } };
const sent = { type: 'ReferralSent.v1', data: { ...of, permitId: 'p' } };
const about = (type: string, data: object = of) => ({ type, data });
const phaseAfter = (...events: { type: string; data: object }[]) =>
  factsOf([drafted, asked, ...events])?.offers[0]?.phase;

describe('what consent knows of a referral', () => {
  it('is nothing where there is none', () => {
    expect(factsOf([])).toBeUndefined();
  });

  it('is where each offer stands', () => {
    expect(phaseAfter()).toBe('asking');
    expect(phaseAfter(sent)).toBe('sent');
    expect(phaseAfter(sent, about('ReferralAcknowledged.v1'))).toBe('acknowledged');
    expect(phaseAfter(sent, about('ReferralAccepted.v1'))).toBe('accepted');
    expect(phaseAfter(sent, about('ReferralDeclined.v1'), about('ReferralAccepted.v1'))).toBe('accepted');
    expect(phaseAfter(sent, about('ReferralStarted.v1'), about('ReferralAnswerConfirmed.v1'))).toBe(
      'in_progress',
    );
    expect(factsOf([drafted, asked, sent])?.offers[0]?.permitId).toBe('p');
  });

  it('closes, and nothing opens again what was taken back', () => {
    const withdrawn = about('ReferralWithdrawn.v1', { referralId: 'r' });
    const ended = about('ReferralSharingEnded.v1');
    expect(phaseAfter(sent, withdrawn)).toBe('withdrawn');
    expect(phaseAfter(sent, withdrawn, about('ReferralAccepted.v1'))).toBe('withdrawn');
    expect(phaseAfter(sent, ended, about('ReferralAccepted.v1'))).toBe('sharing_ended');
    expect(phaseAfter(sent, about('ReferralDeclined.v1'), ended)).toBe('sharing_ended');
    expect(phaseAfter(about('ReferralOfferRefused.v1'))).toBe('refused');
  });

  it('stays as it was while silence is only noticed, and closes when it expires, until a late answer is told', () => {
    const noticed = about('ReferralSilenceNoticed.v1');
    const expired = about('ReferralExpired.v1');
    expect(phaseAfter(sent, noticed)).toBe('sent');
    expect(phaseAfter(sent, about('ReferralAcknowledged.v1'), noticed)).toBe('acknowledged');
    expect(phaseAfter(sent, expired)).toBe('expired');
    expect(opensIn('expired')).toEqual([]);
    expect(takesNotesIn('expired')).toBe(false);
    expect(phaseAfter(sent, expired, about('ReferralAccepted.v1'))).toBe('accepted');
    expect(phaseAfter(sent, expired, about('ReferralSharingEnded.v1'))).toBe('sharing_ended');
  });

  it('is unclear after an event that nobody has read, and then nothing opens', () => {
    expect(phaseAfter(sent, about('ReferralTeleported.v9'))).toBe('unclear');
    expect(phaseAfter(sent, about('ReferralRevised.v2', { referralId: 'r' }))).toBe('unclear');
    expect(opensIn('unclear')).toEqual([]);
  });
});
