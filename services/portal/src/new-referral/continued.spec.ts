import { describe, expect, it } from '@jest/globals';
import { continuedFrom } from './continued.js';

const referral = {
  id: 'r1',
  reference: 'ST-0000-0000-0',
  side: 'sender',
  state: 'declined',
  service: 'SHL.TRANSIT',
  oblast: 'UA-46',
  urgency: 'urgent',
  pathway: 'general',
  modality: 'either',
  language: null,
  ageBands: [],
  sexes: [],
  householdId: 'h1',
  memberIds: ['m1', 'm2'],
  recipient: { id: 'kalyna' },
  declineReason: 'no_capacity',
  asking: false,
  viewerCan: [],
} as const;

const agreement = {
  id: 'a1',
  principalIds: ['m1', 'm2'],
  withdrawnBy: [],
  recipientIds: ['kalyna', 'dzherelo'],
  purposes: ['eligibility_decision', 'service_delivery'],
  dataClasses: ['C0', 'C1', 'C2'],
  validUntil: '2026-06-01T00:00:00.000Z',
  state: 'active',
} as const;

const record = (id: string, version: number, subjectId = 'h1', dataClass = 'C2') => ({
  id,
  version,
  subjectId,
  dataClass,
});

const known = (part: object = {}) =>
  ({ id: 'h1', memberIds: ['m1', 'm2'], records: [], agreements: [agreement], ...part }) as never;
const from = (part: object = {}, household: object = {}) =>
  continuedFrom({ ...referral, ...part } as never, known(household)).continued!;

describe('an earlier referral', () => {
  it('is continued by a new one, and a draft by itself', () => {
    expect(from()).toMatchObject({ partOf: 'r1', draftId: undefined });
    expect(from({ state: 'draft' })).toMatchObject({ partOf: undefined, draftId: 'r1' });
  });

  it.each([
    ['acknowledged', null, { became: 'waits', reason: undefined }],
    ['declined', 'no_capacity', { became: 'declined', reason: 'no_capacity' }],
    ['expired', null, { became: 'silent', reason: undefined }],
    ['withdrawn', null, { became: 'ended', reason: undefined }],
  ])('tells of one that is %s whom it was put to', (state, declineReason, became) => {
    expect(from({ state, declineReason }).asked).toEqual({ actorId: 'kalyna', ...became });
  });

  it('that was never sent tells of nobody', () => {
    expect(from({ state: 'draft', recipient: null }).asked).toBeUndefined();
  });

  it('lends the newest words that were written for all of them', () => {
    const records = [
      record('old', 1),
      record('new', 2),
      record('hers', 9, 'm1'),
      record('contact', 3, 'h1', 'C1'),
    ];
    expect(from({}, { records }).decisionRecordId).toBe('new');
    expect(from().decisionRecordId).toBeUndefined();
  });

  it('knows to whom they all agreed already, and until when', () => {
    const until = { kalyna: agreement.validUntil, dzherelo: agreement.validUntil };
    expect(from().agreedUntil).toEqual(until);
    const longer = { ...agreement, recipientIds: ['kalyna'], validUntil: '2026-09-01T00:00:00.000Z' };
    expect(from({}, { agreements: [longer, agreement] }).agreedUntil.kalyna).toBe(longer.validUntil);
  });

  it.each([
    ['withdrawn', { state: 'withdrawn' }],
    ['taken back by one of them', { withdrawnBy: ['m2'] }],
    ['not given by all of them', { principalIds: ['m1'] }],
    ['for another purpose', { purposes: ['service_delivery'] }],
    ['for less than is shared', { dataClasses: ['C0', 'C2'] }],
  ])('does not rest on an agreement that is %s', (_how, part) => {
    expect(from({}, { agreements: [{ ...agreement, ...part }] }).agreedUntil).toEqual({});
  });
});
