import { type Draft, emptyDraft, nobodyKnown } from '../new-referral/draft.js';

/** A draft of which nothing is missing: a mother and her son, to a shelter, with a second one named. */
export const complete: Draft = {
  ...emptyDraft,
  need: { ...emptyDraft.need, service: 'SHL.TRANSIT', oblast: 'UA-46', urgency: 'urgent', language: 'uk' },
  chosen: {
    actorId: 'kalyna',
    name: 'Kalyna Shelter',
    serviceId: 'kalyna-transit',
    dutyPhone: '+380 32 000 00 02',
    questions: ['children_present', 'pets'],
    neededClasses: ['C1', 'C2'],
  },
  others: [{ actorId: 'dzherelo', name: 'Dzherelo Refuge' }],
  people: [
    {
      ...nobodyKnown,
      name: ' Vira ',
      phone: '+380 50 000 01 01',
      neverLeaveMessage: true,
      ageBand: 'age_25_59',
    },
    nobodyKnown,
  ],
  words: ' A place for two. ',
  answers: { pets: 'no' },
  agreement: { form: 'oral_witnessed', days: 90, agreed: true, since: '2026-03-01T10:00:00.000Z' },
};
