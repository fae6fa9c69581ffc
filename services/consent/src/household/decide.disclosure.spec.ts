import { describe, it } from '@jest/globals';
import type { Purpose } from '@stezhka/vocabulary';
import type { OfferPhase } from '../referral/published-facts.js';
import {
  caseworker,
  householdSpec,
  intake,
  kharkiv,
  lviv,
  member,
  now,
  offer,
  outsider,
  ready,
  story,
  stranger,
} from '../testing/household-story.js';
import type { Disclose, ReadOwn, SealedClass } from './commands.js';
import type { HouseholdEvent } from './events.js';

const shared = [...ready, story.permitted()];
const disclose = (classes: SealedClass[], purpose: Purpose = 'service_delivery'): Disclose => ({
  ...{ type: 'Disclose', referralId: 'referral', classes, purpose },
});
const disclosed = (
  recordIds: string[],
  dataClasses: SealedClass[],
  to: { permitId?: string; toActorId?: string; toStaffId?: string; purpose?: Purpose } = {},
): HouseholdEvent => ({
  type: 'PersonDisclosed.v1',
  data: {
    ...{ householdId: 'target', permitId: 'permit', toActorId: lviv, toStaffId: intake.staffId },
    ...{ recordIds, dataClasses, purpose: 'service_delivery', occurredAt: now.toISOString() },
    ...to,
  },
});
const { given } = householdSpec();

describe('a recipient opens what a referral shares', () => {
  it('to decide: the decision set', () => {
    const toDecide = 'eligibility_decision';
    given(...shared)
      .when(disclose(['C2'], toDecide), { by: intake, offer: offer('sent') })
      .gives(disclosed(['decision'], ['C2'], { purpose: toDecide }));
  });

  it('to serve: all that was agreed to', () => {
    given(...shared)
      .when(disclose(['C1', 'C3']), { by: intake, offer: offer('accepted') })
      .gives(disclosed(['contact', 'detail'], ['C1', 'C3']));
  });

  it('names what is possible when more is asked', () => {
    const { when } = given(...shared);
    when(disclose(['C1', 'C2']), { by: intake, offer: offer('sent') }).refuses('NOT_AGREED', ['C2']);
    when(disclose(['C4']), { by: intake, offer: offer('accepted') }).refuses('NOT_AGREED', [
      'C1',
      'C2',
      'C3',
    ]);
    when(disclose(['C1'], 'family_tracing'), { by: intake, offer: offer('accepted') }).refuses(
      'NOT_AGREED',
      [],
    );
  });

  it.each<OfferPhase>(['asking', 'refused', 'declined', 'withdrawn', 'sharing_ended', 'unclear'])(
    'finds nothing while the offer is %s',
    (phase) => {
      given(...shared)
        .when(disclose(['C2']), { by: intake, offer: offer(phase) })
        .refuses('NOT_FOUND');
    },
  );

  it('finds nothing after the withdrawal, after the end, or without a permit', () => {
    const facts = { by: intake, offer: offer('accepted') };
    given(...shared, story.withdrawn())
      .when(disclose(['C1']), facts)
      .refuses('NOT_FOUND');
    given(...shared)
      .when(disclose(['C1']), facts, new Date('2026-06-01T08:00:00.000Z'))
      .refuses('NOT_FOUND');
    given(...ready)
      .when(disclose(['C1']), facts)
      .refuses('NOT_FOUND');
    given(...shared)
      .when(disclose(['C1']), { by: intake, offer: { ...offer('accepted'), offerId: 'other' } })
      .refuses('NOT_FOUND');
    given(...shared)
      .when(disclose(['C1']), { by: intake })
      .refuses('NOT_FOUND');
  });

  it('finds nothing of a member who left, nor what speaks of all while one has left', () => {
    const left = { permitId: 'permit', referralId: 'referral', offerId: 'offer', memberIds: ['mother'] };
    const narrowed = story.withdrawn({ principalIds: ['son'], ended: [], narrowed: [left] });
    const { when } = given(...shared, narrowed);
    const facts = { by: intake, offer: offer('accepted') };
    when(disclose(['C1']), facts).gives(disclosed(['contact'], ['C1']));
    when(disclose(['C2']), facts).refuses('NOT_AGREED', ['C1']);
    when(disclose(['C3']), facts).refuses('NOT_AGREED', ['C1']);
  });

  it('is for those who decide before the yes, and for those who serve after it', () => {
    const serving = member(lviv, 'caseworker');
    const { when } = given(...shared);
    when(disclose(['C2']), { by: serving, offer: offer('sent') }).refuses('NOT_FOUND');
    when(disclose(['C2']), { by: serving, offer: offer('acknowledged') }).refuses('NOT_FOUND');
    const toHim = { toStaffId: serving.staffId };
    when(disclose(['C2']), { by: serving, offer: offer('accepted') }).gives(
      disclosed(['decision'], ['C2'], toHim),
    );
  });

  it('finds nothing in another role, uncertified, or as nobody', () => {
    const { when } = given(...shared);
    const at = { offer: offer('accepted') };
    when(disclose(['C1']), { ...at, by: member(lviv, 'actor_administrator') }).refuses('NOT_FOUND');
    when(disclose(['C1']), { ...at, by: caseworker }).refuses('NOT_FOUND');
    when(disclose(['C1']), at).refuses('UNAUTHENTICATED');
    given(story.opened({ pathway: 'gbv' }), ...shared.slice(1))
      .when(disclose(['C1']), { ...at, by: intake })
      .refuses('NOT_FOUND');
  });
});

describe('each wall holds alone against another actor', () => {
  it('the permit, where every rule is taken out', () => {
    const { given: open } = householdSpec({ gaps: 'all' });
    open(...shared)
      .when(disclose(['C1']), { by: stranger, offer: offer('accepted') })
      .refuses('NOT_FOUND');
    // Even if the referral named her.
    open(...shared)
      .when(disclose(['C1']), { by: stranger, offer: offer('accepted', outsider) })
      .refuses('NOT_FOUND');
  });

  it('the rules, where the permit is taken out', () => {
    const { given: open } = householdSpec({ permitWall: 'open' });
    open(...shared)
      .when(disclose(['C1']), { by: stranger, offer: offer('accepted') })
      .refuses('NOT_FOUND');
  });

  it('and with both taken out nothing holds: the proof can fail', () => {
    const { given: open } = householdSpec({ gaps: 'all', permitWall: 'open' });
    const { actorId: toActorId, staffId: toStaffId } = stranger;
    open(...shared)
      .when(disclose(['C1']), { by: stranger, offer: offer('accepted') })
      .gives(disclosed(['contact'], ['C1'], { toActorId, toStaffId }));
  });
});

describe('the household’s own actor opens it', () => {
  const read = (classes: SealedClass[]): ReadOwn => ({
    type: 'ReadOwn',
    classes,
    purpose: 'service_delivery',
  });
  const toHer = { permitId: 'target', toActorId: kharkiv, toStaffId: caseworker.staffId };

  it('the newest of each class, and every decision set', () => {
    const again = [
      story.sealed('contact-2', { version: 2 }),
      story.sealed('decision-2', { subjectId: 'target', dataClass: 'C2', version: 2 }),
    ];
    given(...ready, ...again)
      .when(read(['C1', 'C2']), { by: caseworker })
      .gives(disclosed(['decision', 'contact-2', 'decision-2'], ['C2', 'C1'], toHer));
  });
  it('stays quiet where nothing is written', () => {
    given(story.opened())
      .when(read(['C1']), { by: caseworker })
      .staysQuiet();
  });
  it('is nobody else’s', () => {
    const foreign = [intake, stranger, member(kharkiv, 'data_protection_focal_point')];
    for (const by of foreign)
      given(...ready)
        .when(read(['C1']), { by })
        .refuses('NOT_FOUND');
    const { given: openRules } = householdSpec({ gaps: 'all' });
    openRules(...ready)
      .when(read(['C1']), { by: stranger })
      .refuses('NOT_FOUND');
  });
});
