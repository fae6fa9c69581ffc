/** By what they are the name of: ids of things that are not there for a viewer, by the rules written by hand. */
import { seesHousehold } from './rules-by-hand.js';
import { refers } from './rules-of-acts.js';
import type { Scenario } from './scenario.js';
import { isThere, type Subjects, type SubjectType } from './subjects.js';
import { type MemberKey, members } from './viewers.js';

/** Names of what every signed-in user may know: an actor is no secret. */
export const publishedIds: readonly string[] = [
  'actorId',
  'authorityActorId',
  'excludedActorIds',
  'recipientIds',
];

export function foreignIds(
  kind: string,
  viewer: MemberKey,
  scenario: Scenario,
  subjects: Subjects,
): readonly string[] {
  const member = members[viewer];
  const hidden = (type: SubjectType) =>
    subjects.of(type).flatMap((subject) => (isThere(member, viewer, subject) ? [] : [subject.id]));
  const households = scenario.households.filter((household) => !seesHousehold(member, household));
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
    case 'codeId':
      return scenario.codes.filter(({ pathway }) => !refers(member, pathway, 'sender')).map(({ id }) => id);
    case 'agreementIds':
      return households.map(({ agreementId }) => agreementId);
    default:
      throw new Error(`nobody has said what ${kind} is the name of`);
  }
}

/** Of the same look as an id of ours and next to it in every order, and nobody's. */
export function nobodysIdBeside(id: string): string {
  return `${id.slice(0, -1)}${id.endsWith('b') ? 'c' : 'b'}`;
}
