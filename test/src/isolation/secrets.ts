/** What may stand nowhere in any answer to a viewer: ids of what is not there for her, and every sealed word. */
import { coordinates, knowsCodes, seesHousehold, sideOf } from './rules-by-hand.js';
import type { Scenario } from './scenario.js';
import { isThere, type Subjects } from './subjects.js';
import { memberOf, type ViewerKey } from './viewers.js';

export interface Secret {
  readonly secret: string;
  readonly of: string;
}

const known = new WeakMap<Scenario, Map<ViewerKey, readonly Secret[]>>();

/** Once for each viewer: the rules are asked of a scenario that does not change. */
export function secretsFrom(viewer: ViewerKey, scenario: Scenario, subjects: Subjects): readonly Secret[] {
  const forAll = known.get(scenario) ?? new Map<ViewerKey, readonly Secret[]>();
  known.set(scenario, forAll);
  const found = forAll.get(viewer) ?? secretsOf(viewer, scenario, subjects);
  forAll.set(viewer, found);
  return found;
}

function secretsOf(viewer: ViewerKey, scenario: Scenario, subjects: Subjects): readonly Secret[] {
  const member = memberOf(viewer);
  const secrets: Secret[] = [];
  for (const referral of scenario.referrals) {
    const { id, reference, pathway, standing } = referral;
    if (sideOf(member, referral)) continue;
    const of = `${pathway} referral, ${standing}`;
    secrets.push({ secret: id, of });
    // What waits on the general pathway is told to coordinators, by reference alone.
    if (!(coordinates(member) && pathway === 'general')) secrets.push({ secret: reference, of });
  }
  for (const household of scenario.households) {
    const { canary, id, memberIds, recordIds, pathway } = household;
    secrets.push({ secret: canary, of: `words about a ${pathway} household` });
    if (seesHousehold(member, household)) continue;
    // To a recipient as well: whom she could open has names for her alone.
    for (const secret of [id, ...recordIds]) secrets.push({ secret, of: `${pathway} household` });
    for (const secret of memberIds) secrets.push({ secret, of: `member, ${pathway}` });
  }
  for (const { code, id, pathway } of scenario.codes) {
    secrets.push({ secret: code, of: `code of a ${pathway} referral` });
    if (!knowsCodes(member, pathway)) secrets.push({ secret: id, of: `code of a ${pathway} referral` });
  }
  for (const service of subjects.of('OfferedService'))
    if (!isThere(member, viewer, service)) secrets.push({ secret: service.id, of: `service ${service.key}` });
  for (const staff of subjects.of('StaffMember'))
    if (!isThere(member, viewer, staff) && member?.actor !== staff.member.actor)
      secrets.push({ secret: staff.id, of: `staff ${staff.key}` });
  return secrets;
}
