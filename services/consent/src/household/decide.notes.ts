/**
 * Words about an offer: a question, an answer, the reason of a decline that no code says. They belong to the offer
 * and to nothing else, so no permit freezes them and no other recipient ever gets them. The sender reads them as part
 * of its own case; the recipient while the offer and the agreement let it.
 */
import type { Viewer } from '@stezhka/auth';
import type { DecisionContext } from '@stezhka/event-store';
import { type Purpose, Refusal } from '@stezhka/vocabulary';
import type { Offer } from '../referral/published-facts.js';
import type { Side } from '../vault/content.js';
import type { SealNote } from './commands.js';
import { agreedFor, nothingSent, type Opened, stands } from './decide.disclosure.js';
import type { Facts } from './decide.facts.js';
import { nextVersion, SealedTooLate } from './decide.rules.js';
import type { HouseholdWalls, PermitWall } from './decide.walls.js';
import { recordLabel } from './derived-ids.js';
import type { HouseholdEvent } from './events.js';
import type { OpenedHousehold, Permit } from './evolve.js';

/** Somebody on one side of an offer. */
export interface Correspondent {
  readonly side: Side;
  readonly offer: Offer;
  /** Absent once it has ended: then nobody is at the other end. */
  readonly permit: Permit | undefined;
}

/**
 * On which side she stands, by the rules and by the household's stream, each of which suffices alone.
 * @throws Refusal `NOT_FOUND` to whoever stands on none
 */
export function correspondent(
  walls: HouseholdWalls,
  household: OpenedHousehold,
  { by, offer }: Facts,
  now: Date,
): Correspondent {
  const wall: HouseholdWalls['wall'] = walls.wall;
  const { actorId: senderActorId, pathway } = household;
  const { recipientActorId, phase } = offer ?? nothingSent;
  wall.authorize('referral.note', by, { senderActorId, recipientActorId, pathway, phase });
  const given = household.permits.find(({ permitId }) => permitId === offer?.permitId);
  if (!offer || !given) throw new Refusal('NOT_FOUND');
  const side = sideOf(household, given, by, walls.permitWall);
  return { side, offer, permit: stands(given, offer, now) ? given : undefined };
}

function sideOf(household: OpenedHousehold, permit: Permit, by: Viewer, permitWall: PermitWall): Side {
  if (by.actorId === household.actorId) return 'sender';
  if (permitWall === 'closed' && by.actorId !== permit.recipientActorId) throw new Refusal('NOT_FOUND');
  return 'recipient';
}

/**
 * Whether she may write words now.
 * @throws Refusal `ILLEGAL_TRANSITION` to whoever still sees the offer, `NOT_FOUND` to everybody else
 */
export function mayWriteNote(
  walls: HouseholdWalls,
  household: OpenedHousehold,
  facts: Facts,
  now: Date,
): Correspondent {
  const writer = correspondent(walls, household, facts, now);
  const { side, offer, permit } = writer;
  if (permit && walls.wall.allows('referral.takes_notes', facts.by, { phase: offer.phase })) return writer;
  const sees = side === 'sender' || (permit && offerIsOpen(walls, facts.by, offer));
  throw new Refusal(sees ? 'ILLEGAL_TRANSITION' : 'NOT_FOUND');
}

export function sealNote(
  walls: HouseholdWalls,
  household: OpenedHousehold,
  command: SealNote,
  { facts, newId, now }: DecisionContext<Facts>,
): readonly HouseholdEvent[] {
  const { offerId: subjectId } = mayWriteNote(walls, household, facts, now).offer;
  const { sealed } = facts;
  if (sealed?.version !== nextVersion(household, subjectId, 'C2')) throw new SealedTooLate();
  const { householdId } = household;
  const recordId = newId(recordLabel(command));
  return [
    {
      type: 'RecordSealed.v1',
      data: { householdId, recordId, subjectId, dataClass: 'C2', ...sealed },
    },
  ];
}

/**
 * The words that she may open now: the sender those of every offer of the referral, the recipient those of its own.
 * @throws Refusal `NOT_FOUND`, or `NOT_AGREED` where the persons did not agree to this purpose
 */
export function opensNotes(
  walls: HouseholdWalls,
  household: OpenedHousehold,
  facts: Facts,
  { referralId, purpose }: { readonly referralId: string; readonly purpose: Purpose },
  now: Date,
): Opened {
  const { side, offer, permit } = correspondent(walls, household, facts, now);
  const about = (offerIds: readonly string[]) =>
    household.records.filter(({ subjectId }) => offerIds.includes(subjectId));
  if (side === 'sender') {
    const offers = household.permits.filter((one) => one.referralId === referralId);
    return { permitId: household.householdId, records: about(offers.map(({ offerId }) => offerId)) };
  }
  // What is said about an offer speaks of everybody in it: after one has left, nobody is read about.
  const whole = permit && permit.memberIds.length === permit.coveredIds.length;
  if (!whole || !offerIsOpen(walls, facts.by, offer)) throw new Refusal('NOT_FOUND');
  if (!agreedFor(household, permit, 'C2', purpose)) throw new Refusal('NOT_AGREED');
  return { permitId: permit.permitId, records: about([offer.offerId]) };
}

function offerIsOpen(walls: HouseholdWalls, by: Viewer | undefined, { phase }: Offer): boolean {
  return walls.wall.allows('referral.opens', by, { phase, dataClass: 'C2' });
}
