/** Lists that come in pages: each is asked for whole, and for its first item alone, which tells whether there are more. */
import type { Door, DoorFrame } from './doors.js';
import { isThere, type Subject } from './subjects.js';
import { memberOf, type ViewerKey } from './viewers.js';

export function listDoors({ subjects, scenario, select }: DoorFrame): readonly Door[] {
  type Of = (viewer: ViewerKey) => readonly Subject[];
  const all = (of: readonly Subject[]) => () => of;
  const referrals = subjects.of('Referral');
  const isSender = (viewer: ViewerKey) => memberOf(viewer)?.actor === 'sender';

  const pages = (root: string, page: string, of: Of, given: readonly string[] = [], first = 'first: 1') =>
    [undefined, first].map((cut): Door => {
      const asked = [...given, ...(cut ? [cut] : [])].join(', ');
      return {
        root,
        query: `{ ${root}${asked ? `(${asked})` : ''} ${select(page)} }`,
        list: { of, page, ...(cut ? { firstOnly: true } : {}) },
        hidden: 'null',
      };
    });

  /** Actors of which she knows a service of this code: what a filter finds must be no more than a list shows. */
  const offering: Of = (viewer) =>
    subjects
      .of('Actor')
      .filter(({ actor }) =>
        subjects
          .of('OfferedService')
          .some(
            (one) =>
              one.offer.service === 'CM.GBV' &&
              one.offer.actor === actor &&
              isThere(memberOf(viewer), viewer, one),
          ),
      );
  const inPage = 'page: { first: 1 }';
  const staff = Object.entries(scenario.actors).flatMap(([actor, actorId]) => {
    const of = subjects.of('StaffMember').filter(({ member }) => member.actor === actor);
    return pages('staff', 'StaffPage', all(of), [`actorId: "${actorId}"`]);
  });
  return [
    ...pages('inbox', 'ReferralPage', (viewer) => (isSender(viewer) ? [] : referrals), [], inPage),
    ...pages('sentBox', 'ReferralPage', (viewer) => (isSender(viewer) ? referrals : []), [], inPage),
    ...pages('households', 'HouseholdPage', all(subjects.of('Household')), [], inPage),
    ...pages('actors', 'ActorPage', all(subjects.of('Actor'))),
    ...pages('actors', 'ActorPage', offering, ['filter: { service: "CM.GBV" }']),
    ...staff,
  ];
}
