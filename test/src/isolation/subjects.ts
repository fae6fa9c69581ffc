/** What can be looked at, under its id: whatever comes in an answer is found again here and judged by its own rules. */

import type { Pathway } from '@stezhka/vocabulary';
import {
  coordinates,
  looksForCandidates,
  seesCandidate,
  seesHousehold,
  seesOffer,
  seesStaff,
  sideOf,
  type Viewer,
} from './rules-by-hand.js';
import { type Offer, type OfferKey, offerKeys, offers } from './scenario.actors.js';
import type { HouseholdSubject, ReferralSubject, Scenario } from './scenario.js';
import { type ActorKey, actorKeys, type Member, memberKeys, members } from './viewers.js';

export type Subject =
  | { readonly type: 'Referral'; readonly id: string; readonly referral: ReferralSubject }
  | { readonly type: 'Household'; readonly id: string; readonly household: HouseholdSubject }
  | { readonly type: 'Actor'; readonly id: string; readonly actor: ActorKey }
  | { readonly type: 'OfferedService'; readonly id: string; readonly offer: Offer; readonly key: OfferKey }
  | { readonly type: 'StaffMember'; readonly id: string; readonly member: Member; readonly key: string }
  | CandidateSubject
  | { readonly type: 'Me'; readonly id: string }
  | { readonly type: 'NetworkCount' | 'Coverage'; readonly id: string }
  | { readonly type: 'ReferralMonth' | 'SilentReferrals'; readonly id: string };
/** One service as an answer to one need: as it fits, and what a sender should know before she asks. */
export interface CandidateSubject {
  readonly type: 'Candidate';
  readonly id: string;
  readonly offer: Offer;
  readonly pathway: Pathway;
  readonly fits: boolean;
  readonly cautioned: boolean;
}
export type SubjectType = Subject['type'];
export type SubjectOf<Type extends SubjectType> = Extract<Subject, { type: Type }>;

export interface Subjects {
  readonly all: readonly Subject[];
  of<Type extends SubjectType>(type: Type): readonly SubjectOf<Type>[];
  find(type: string, id: string): Subject | undefined;
}

export function subjectsOf(scenario: Scenario): Subjects {
  const { actors, services, staff, disabled, referrals, households } = scenario;
  const colleague: Member = {
    actor: 'receiver',
    roles: ['intake_officer', 'supervisor'],
    certifications: [],
  };
  const all: Subject[] = [
    ...referrals.map((referral): Subject => ({ type: 'Referral', id: referral.id, referral })),
    ...households.map((household): Subject => ({ type: 'Household', id: household.id, household })),
    ...actorKeys.map((actor): Subject => ({ type: 'Actor', id: actors[actor], actor })),
    ...offerKeys.map(
      (key): Subject => ({ type: 'OfferedService', id: services[key], offer: offers[key], key }),
    ),
    ...memberKeys.map(
      (key): Subject => ({ type: 'StaffMember', id: staff[key].staffId, member: members[key], key }),
    ),
    { type: 'StaffMember', id: disabled.staffId, member: colleague, key: 'disabled' },
  ];
  const of = <Type extends SubjectType>(type: Type) =>
    all.filter((one): one is SubjectOf<Type> => one.type === type);
  return {
    all,
    of,
    find: (type, id) => all.find((one) => one.type === type && one.id === id),
  };
}

/** Whether there is such a thing for this viewer at all. */
export function isThere(viewer: Viewer, viewerKey: string, subject: Subject): boolean {
  if (!viewer) return false;
  switch (subject.type) {
    case 'Referral':
      return sideOf(viewer, subject.referral) !== undefined;
    case 'Household':
      return seesHousehold(viewer, subject.household);
    case 'OfferedService':
      return seesOffer(viewer, subject.offer);
    case 'StaffMember':
      return seesStaff(viewer, subject.member, subject.key === viewerKey);
    case 'Candidate':
      return looksForCandidates(viewer, subject.pathway) && seesCandidate(viewer, subject.offer);
    case 'Actor':
    case 'Me':
    case 'NetworkCount':
    case 'Coverage':
      return true;
    case 'ReferralMonth':
    case 'SilentReferrals':
      return coordinates(viewer);
  }
}
