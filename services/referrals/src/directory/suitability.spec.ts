import { describe, expect, it } from '@jest/globals';
import {
  byMerit,
  type Candidate,
  type Caution,
  cautions,
  type Explanation,
  explain,
  type Need,
  type Unsuitable,
  unsuitableReasons,
} from './suitability.js';

const now = new Date('2026-03-10T12:00:00.000Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

const need: Need = {
  senderActorId: 'beacon',
  service: 'SHL.TRANSIT',
  oblast: 'UA-46',
  pathway: 'general',
  modality: 'in_person',
  ageBands: ['age_5_11', 'age_25_59'],
  sexes: ['female', 'male'],
  language: 'uk',
  excludedActorIds: ['aspen'],
};
const candidate: Candidate = {
  actorId: 'kalyna',
  service: 'SHL.TRANSIT',
  operations: 'full',
  oblasts: ['UA-46', 'UA-21'],
  pathways: ['general', 'gbv'],
  certifications: ['gbv'],
  modality: 'in_person',
  ageBands: [],
  sexes: [],
  languages: ['uk', 'ru'],
  admissionDocument: false,
  capacity: 'capacity',
  available: 4,
  capacityAt: daysAgo(1),
};
const explained = (asks: Partial<Need> = {}, offers: Partial<Candidate> = {}) =>
  explain({ ...need, ...asks }, { ...candidate, ...offers }, now);

it('nothing speaks against a service that fits', () =>
  expect(explained()).toEqual({ unsuitable: [], cautions: [] }));

describe('each reason against an offer stands alone', () => {
  const alone: Record<Unsuitable, [Partial<Need>, Partial<Candidate>][]> = {
    own_actor: [[{}, { actorId: 'beacon' }]],
    excluded: [[{}, { actorId: 'aspen' }]],
    other_service: [[{}, { service: 'SHL.HOUS' }]],
    not_operational: [
      [{}, { operations: 'suspended' }],
      [{}, { operations: 'closed' }],
    ],
    out_of_area: [[{ oblast: 'UA-63' }, {}]],
    pathway_not_served: [
      [{}, { pathways: ['gbv'] }],
      [{ pathway: 'tip' }, { certifications: ['tip'] }],
    ],
    not_certified: [
      [{ pathway: 'gbv' }, { certifications: [] }],
      [{ pathway: 'gbv' }, { certifications: ['tip', 'cp'] }],
    ],
    age_not_served: [[{}, { ageBands: ['age_25_59'] }]],
    sex_not_served: [[{}, { sexes: ['female'] }]],
    modality_not_offered: [
      [{}, { modality: 'remote' }],
      [{ modality: 'remote' }, {}],
    ],
  };
  for (const reason of unsuitableReasons.codes)
    it(reason, () => {
      for (const [asks, offers] of alone[reason])
        expect(explained(asks, offers)).toEqual({ unsuitable: [reason], cautions: [] });
    });

  it('and all that hold are told', () =>
    expect(explained({ oblast: 'UA-63' }, { operations: 'closed', sexes: ['male'] }).unsuitable).toEqual([
      'not_operational',
      'out_of_area',
      'sex_not_served',
    ]));
});

describe('what does not speak against an offer', () => {
  it.each<[string, Partial<Need>, Partial<Candidate>]>([
    ['an actor abroad, which names no oblast', { oblast: 'UA-63' }, { oblasts: [] }],
    [
      'ages and sexes that nobody asked about',
      { ageBands: [], sexes: [] },
      { ageBands: ['age_60_plus'], sexes: ['female'] },
    ],
    ['more ages than were asked for', {}, { ageBands: [...need.ageBands, 'age_60_plus'] }],
    ['either way of giving it', {}, { modality: 'either' }],
    ['either way of asking for it', { modality: 'either' }, { modality: 'remote' }],
    ['a certification that the pathway does not ask for', {}, { certifications: [] }],
    ['an isolated pathway that it serves and is certified for', { pathway: 'gbv' }, {}],
  ])('%s', (_what, asks, offers) => expect(explained(asks, offers).unsuitable).toEqual([]));
});

describe('each caution stands alone', () => {
  const alone: Record<Caution, [Partial<Need>, Partial<Candidate>][]> = {
    no_capacity: [
      [{}, { capacity: 'no-capacity' }],
      [{}, { capacity: 'no-capacity', capacityAt: daysAgo(8) }],
    ],
    waitlist: [[{}, { capacity: 'waitlist' }]],
    additional_assessment: [[{}, { capacity: 'additional-assessment-required' }]],
    capacity_unknown: [
      [{}, { capacity: 'unknown' }],
      [{}, { capacityAt: null }],
      [{}, { capacity: 'waitlist', capacityAt: daysAgo(8) }],
    ],
    partly_operational: [[{}, { operations: 'partial' }]],
    language_not_spoken: [[{ language: 'ro' }, {}]],
    admission_document: [[{}, { admissionDocument: true }]],
  };
  for (const caution of cautions.codes)
    it(caution, () => {
      for (const [asks, offers] of alone[caution])
        expect(explained(asks, offers)).toEqual({ unsuitable: [], cautions: [caution] });
    });

  it('and no language is missed where none was asked for', () => {
    const { language: _, ...silent } = need;
    expect(explain(silent, { ...candidate, languages: ['ro'] }, now).cautions).toEqual([]);
  });
});

describe('capacity', () => {
  const known = (capacityAt: Date | null) => explain(need, { ...candidate, capacityAt }, now).cautions;

  it('that was confirmed lately is believed', () => expect(known(daysAgo(7))).toEqual([]));

  it('that was confirmed too long ago, or never, is unknown', () => {
    expect(known(daysAgo(8))).toEqual(['capacity_unknown']);
    expect(known(null)).toEqual(['capacity_unknown']);
  });
});

describe('ranking', () => {
  const one = (name: string, explanation: Partial<Explanation>, available: number | null = 0) => ({
    name,
    unsuitable: [],
    cautions: [],
    available,
    ...explanation,
  });
  const best = [
    one('room for ten', {}, 10),
    one('room for two', {}, 2),
    one('nobody said for how many', {}, null),
    one('speaks another language', { cautions: ['language_not_spoken'] }, 20),
    one('two cautions', { cautions: ['waitlist', 'admission_document'] }, 20),
    one('full', { cautions: ['no_capacity'] }, 20),
    one('out of area', { unsuitable: ['out_of_area'] }, 20),
    one('out of area and full', { unsuitable: ['out_of_area'], cautions: ['no_capacity'] }, 20),
    one('two reasons against it', { unsuitable: ['out_of_area', 'own_actor'] }, 20),
  ];

  it('puts best first, in whatever order they came', () => {
    const names = best.map(({ name }) => name);
    expect(
      [...best]
        .reverse()
        .sort(byMerit)
        .map(({ name }) => name),
    ).toEqual(names);
    for (let turn = 0; turn < best.length; turn++)
      expect([...best.slice(turn), ...best.slice(0, turn)].sort(byMerit).map(({ name }) => name)).toEqual(
        names,
      );
  });

  it('keeps the order of those between whom nothing decides', () => {
    const twins = [one('a', {}), one('b', {})];
    expect([...twins].sort(byMerit)).toEqual(twins);
  });
});
