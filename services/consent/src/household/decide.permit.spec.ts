import { describe, it } from '@jest/globals';
import type { PermitRefusal } from '@stezhka/vocabulary';
import { householdSpec, kharkiv, lviv, outsider, ready, story } from '../testing/household-story.js';
import type { DecidePermit } from './commands.js';
import type { HouseholdEvent } from './events.js';

const { given } = householdSpec();
const ask: DecidePermit = {
  ...{ type: 'DecidePermit', referralId: 'referral', offerId: 'offer', serviceId: 'shelter' },
  ...{ senderActorId: kharkiv, recipientActorId: lviv, pathway: 'general' },
  memberIds: ['mother', 'son'],
  dataClasses: ['C1', 'C2', 'C3'],
  decisionRecordIds: ['decision'],
  occurredAt: '2026-03-10T11:00:00.000Z',
};
const refusal = (reason: PermitRefusal): HouseholdEvent => ({
  type: 'DisclosureRefused.v1',
  data: { householdId: 'target', referralId: 'referral', offerId: 'offer', reason },
});
const refuses = (events: HouseholdEvent[], command: Partial<DecidePermit>, reason: PermitRefusal) =>
  given(...events)
    .when({ ...ask, ...command }, {})
    .gives(refusal(reason));

describe('decide whether an offer may share', () => {
  it('freezes the versions as they stand', () => {
    given(...ready)
      .when(ask, {})
      .gives(story.permitted({ permitId: 'id:permit' }));
  });

  it('takes the newest version, and of decision sets the one that was named', () => {
    const again = [
      story.sealed('contact-2', { version: 2 }),
      story.sealed('decision-2', { subjectId: 'target', dataClass: 'C2', version: 2 }),
    ];
    given(...ready, ...again)
      .when(ask, {})
      .gives(
        story.permitted({
          permitId: 'id:permit',
          snapshot: [
            { recordId: 'decision', subjectId: 'target', dataClass: 'C2', version: 1 },
            { recordId: 'detail', subjectId: 'son', dataClass: 'C3', version: 1 },
            { recordId: 'contact-2', subjectId: 'mother', dataClass: 'C1', version: 2 },
          ],
        }),
      );
  });

  it('ends with the first of the agreements that it rests on', () => {
    const { validFrom } = { validFrom: '2026-03-01T08:00:00.000Z' };
    const apart = [
      ...ready.slice(0, 4),
      story.agreed('hers', { principalIds: ['mother'] }),
      story.agreed('his', { principalIds: ['son'], validFrom, validUntil: '2026-04-01T08:00:00.000Z' }),
    ];
    given(...apart)
      .when(ask, {})
      .gives(
        story.permitted({
          permitId: 'id:permit',
          agreementIds: ['hers', 'his'],
          validUntil: '2026-04-01T08:00:00.000Z',
        }),
      );
  });

  it('leaves out what speaks of members who are not referred', () => {
    const about = story.sealed('about-all', { subjectId: 'target', dataClass: 'C1' });
    given(...ready, about)
      .when({ ...ask, memberIds: ['mother'], dataClasses: ['C1'], decisionRecordIds: [] }, {})
      .gives(
        story.permitted({
          permitId: 'id:permit',
          memberIds: ['mother'],
          snapshot: [{ recordId: 'contact', subjectId: 'mother', dataClass: 'C1', version: 1 }],
        }),
      );
  });

  it('shares a decision set about everybody only where everybody is referred', () => {
    const hers = story.sealed('hers', { subjectId: 'mother', dataClass: 'C2' });
    const alone = { ...ask, memberIds: ['mother'], dataClasses: ['C1', 'C2'] as const };
    refuses([...ready, hers], alone, 'not_agreed');
    refuses([...ready, hers], { ...alone, decisionRecordIds: ['decision', 'hers'] }, 'not_agreed');
    const grown: HouseholdEvent = {
      type: 'MemberAdded.v1',
      data: { householdId: 'target', memberId: 'aunt', occurredAt: ask.occurredAt, channel: 'portal' },
    };
    refuses([...ready, grown], {}, 'not_agreed');
    given(...ready, hers)
      .when({ ...alone, decisionRecordIds: ['hers'] }, {})
      .gives(
        story.permitted({
          permitId: 'id:permit',
          memberIds: ['mother'],
          snapshot: [
            { recordId: 'contact', subjectId: 'mother', dataClass: 'C1', version: 1 },
            { recordId: 'hers', subjectId: 'mother', dataClass: 'C2', version: 1 },
          ],
        }),
      );
  });

  it('answers what is no household, or not the sender’s, in the same words', () => {
    refuses([], {}, 'household_unknown');
    refuses(ready, { senderActorId: outsider }, 'household_unknown');
  });

  it('says why not', () => {
    const [open, ...sealed] = ready.slice(0, 4) as [HouseholdEvent, ...HouseholdEvent[]];
    const with_ = (...agreements: HouseholdEvent[]) => [open, ...sealed, ...agreements];
    refuses(ready, { pathway: 'gbv' }, 'pathway_mismatch');
    refuses(ready, { memberIds: ['mother', 'somebody'] }, 'member_unknown');
    refuses(ready, { memberIds: [] }, 'member_unknown');
    refuses(ready, { recipientActorId: outsider }, 'recipient_not_named');
    refuses(ready, { dataClasses: ['C1', 'C4'] }, 'not_agreed');
    refuses(with_(), {}, 'not_agreed');
    refuses(with_(story.agreed('a', { principalIds: ['mother'] })), {}, 'not_agreed');
    refuses(with_(story.agreed('a', { purposes: ['service_delivery'] })), {}, 'not_agreed');
    refuses(with_(story.agreed('a', { validFrom: '2026-03-10T11:00:00.001Z' })), {}, 'not_agreed');
    refuses(with_(story.agreed('a', { validUntil: '2026-03-10T11:00:00.000Z' })), {}, 'agreement_expired');
    refuses([...ready, story.withdrawn({ ended: [] })], {}, 'withdrawn');
    refuses([open, story.agreed('a')], {}, 'nothing_sealed');
  });

  it('needs agreement for a decision set even where the offer does not name its class', () => {
    const narrow = [...ready.slice(0, 4), story.agreed('a', { dataClasses: ['C1'] })];
    refuses(narrow, { dataClasses: ['C1'] }, 'not_agreed');
  });

  it('answers each offer once', () => {
    given(...ready, story.permitted())
      .when(ask, {})
      .staysQuiet();
    given(...ready, refusal('not_agreed'))
      .when(ask, {})
      .staysQuiet();
    given(refusal('household_unknown')).when(ask, {}).staysQuiet();
  });
});
