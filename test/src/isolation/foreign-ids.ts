/** By what they are the name of: ids of things that are not there for a viewer, by the rules written by hand. */
import { seesHousehold, sideOf } from './rules-by-hand.js';
import type { Scenario } from './scenario.js';
import { isThere, type Subjects, type SubjectType } from './subjects.js';
import { type MemberKey, members } from './viewers.js';

/** Names of what every signed-in user may know: an actor is no secret. */
export const publishedIds: readonly string[] = ['actorId', 'excludedActorIds', 'recipientIds'];

export function foreignIds(
  kind: string,
  viewer: MemberKey,
  scenario: Scenario,
  subjects: Subjects,
): readonly string[] {
  const member = members[viewer];
  const hidden = (type: SubjectType) =>
    subjects.of(type).flatMap((subject) => (isThere(member, viewer, subject) ? [] : [subject.id]));
  // Who stands on the other side of a referral may know whom it is about.
  const households = scenario.households.filter(
    (household) =>
      !seesHousehold(member, household) &&
      !scenario.referrals.some((one) => one.household === household && sideOf(member, one)),
  );
  switch (kind) {
    case 'referralId':
    case 'partOf':
      return hidden('Referral');
    case 'householdId':
      return hidden('Household');
    case 'serviceId':
      return hidden('OfferedService');
    case 'staffId':
      return hidden('StaffMember');
    case 'memberIds':
    case 'principalIds':
    case 'subjectId':
      return households.flatMap(({ memberIds }) => memberIds);
    case 'decisionRecordIds':
    case 'noteRecordId':
      return households.flatMap(({ recordIds }) => recordIds);
    case 'agreementIds':
      return households.map(({ agreementId }) => agreementId);
    default:
      throw new Error(`nobody has said what ${kind} is the name of`);
  }
}
