/**
 * What may be opened now, and the fact that it was. Nothing is opened before the fact is in the household's stream,
 * and a withdrawal is in the same stream: whatever was opened was opened before it.
 */
import type { Viewer, Wall } from '@stezhka/auth';
import { type Purpose, Refusal } from '@stezhka/vocabulary';
import type { Offer } from '../referral/published-facts.js';
import type { Subjects } from './authorize.js';
import { type SealedClass, sealedClasses } from './commands.js';
import type { Facts } from './decide.facts.js';
import { distinct } from './decide.rules.js';
import type { HouseholdWalls, PermitWall } from './decide.walls.js';
import type { HouseholdEvent } from './events.js';
import type { OpenedHousehold, Permit, SealedRecord } from './evolve.js';

export interface Asked {
  readonly classes: readonly SealedClass[];
  readonly purpose: Purpose;
}

/** What is opened, and under which permit. */
export interface Opened {
  /** The household itself where its own actor reads. */
  readonly permitId: string;
  readonly records: readonly SealedRecord[];
}
export interface OpenedToRecipient extends Opened {
  readonly permit: Permit;
}

/** The permit of this offer, if it stands and names the viewer's actor: the wall that holds alone. */
export function standingPermit(
  household: OpenedHousehold,
  offer: Offer,
  viewer: Viewer,
  now: Date,
  permitWall: PermitWall,
): Permit | undefined {
  const permit = household.permits.find(({ permitId }) => permitId === offer.permitId);
  if (!permit || permitWall === 'open') return permit;
  return stands(permit, offer, now) && permit.recipientActorId === viewer.actorId ? permit : undefined;
}

/** It is this offer's, somebody is left in it, and its time is not over. */
export function stands(permit: Permit, offer: Offer, now: Date): boolean {
  const runs = permit.memberIds.length > 0 && now.toISOString() < permit.validUntil;
  return runs && permit.offerId === offer.offerId;
}

/** Records of a permit that may still be opened: of members who are left, and of the household while all are. */
export function recordsOf(household: OpenedHousehold, permit: Permit): readonly SealedRecord[] {
  const narrowed = permit.memberIds.length < permit.coveredIds.length;
  const frozen = permit.snapshot
    .filter(({ subjectId }) =>
      subjectId === household.householdId ? !narrowed : permit.memberIds.includes(subjectId),
    )
    .map(({ recordId }) => recordId);
  return household.records.filter(({ recordId }) => frozen.includes(recordId));
}

/** Every member who is left agreed to this class for this purpose, in an agreement that the permit rests on. */
export function agreedFor(
  household: OpenedHousehold,
  permit: Permit,
  dataClass: SealedClass,
  purpose: Purpose,
): boolean {
  const agreements = household.agreements.filter(({ agreementId }) =>
    permit.agreementIds.includes(agreementId),
  );
  return permit.memberIds.every((memberId) =>
    agreements.some(
      (agreement) =>
        agreement.principalIds.includes(memberId) &&
        agreement.dataClasses.includes(dataClass) &&
        agreement.purposes.includes(purpose),
    ),
  );
}

/** In an offer's place where none was sent to anybody. */
export const nothingSent: Pick<Offer, 'recipientActorId' | 'phase'> = {
  recipientActorId: '',
  phase: 'asking',
};

/** Classes that this viewer could open now; with a purpose, for that purpose alone. */
export function classesOpen(
  wall: Wall<Subjects>,
  viewer: Viewer,
  { household, permit, offer }: { household: OpenedHousehold; permit: Permit; offer: Offer },
  purposes: readonly Purpose[],
): readonly SealedClass[] {
  const held = recordsOf(household, permit).map(({ dataClass }) => dataClass);
  return sealedClasses.filter(
    (dataClass) =>
      held.includes(dataClass) &&
      wall.allows('referral.opens', viewer, { phase: offer.phase, dataClass }) &&
      purposes.some((purpose) => agreedFor(household, permit, dataClass, purpose)),
  );
}

/**
 * What a recipient may open of a referral now.
 * @throws Refusal `NOT_FOUND` to whoever could open nothing, `NOT_AGREED` with what she could open
 */
export function opensToRecipient(
  walls: HouseholdWalls,
  household: OpenedHousehold,
  { by, offer }: Facts,
  { classes, purpose }: Asked,
  now: Date,
): OpenedToRecipient {
  const wall: Wall<Subjects> = walls.wall;
  const { pathway } = household;
  const { recipientActorId, phase } = offer ?? nothingSent;
  wall.authorize('referral.disclose', by, { recipientActorId, pathway, phase });
  const permit = offer && standingPermit(household, offer, by, now, walls.permitWall);
  if (!permit) throw new Refusal('NOT_FOUND');
  const phaseOpens = sealedClasses.some((dataClass) =>
    wall.allows('referral.opens', by, { phase: offer.phase, dataClass }),
  );
  if (!phaseOpens) throw new Refusal('NOT_FOUND');
  const possible = classesOpen(wall, by, { household, permit, offer }, [purpose]);
  if (!classes.every((dataClass) => possible.includes(dataClass))) throw new Refusal('NOT_AGREED', possible);
  const { permitId } = permit;
  return { permitId, permit, records: ofClasses(recordsOf(household, permit), classes) };
}

/** What the household's own actor may open: the newest versions, and every decision set. */
export function opensToOwner(household: OpenedHousehold, { classes }: Asked): Opened {
  const { householdId, memberIds } = household;
  // Words about an offer are no part of the file: they are read by referral.
  const records = household.records.filter(({ subjectId }) =>
    [householdId, ...memberIds].includes(subjectId),
  );
  const newest = records.filter(
    ({ subjectId, dataClass, version }) =>
      dataClass === 'C2' ||
      !records.some(
        (other) => other.subjectId === subjectId && other.dataClass === dataClass && other.version > version,
      ),
  );
  return { permitId: householdId, records: ofClasses(newest, classes) };
}

function ofClasses(records: readonly SealedRecord[], classes: readonly SealedClass[]) {
  return records.filter(({ dataClass }) => classes.some((wanted) => wanted === dataClass));
}

/** The fact, as it is written before anything is opened. */
export function disclosed(
  household: OpenedHousehold,
  viewer: Viewer,
  { permitId, records }: Opened,
  purpose: Purpose,
  now: Date,
): readonly HouseholdEvent[] {
  // Who finds nothing in her own file has read nothing. Anybody else has looked, and that is a fact as well.
  if (records.length === 0 && viewer.actorId === household.actorId) return [];
  return [
    {
      type: 'PersonDisclosed.v1',
      data: {
        householdId: household.householdId,
        permitId,
        toActorId: viewer.actorId,
        toStaffId: viewer.staffId,
        recordIds: records.map(({ recordId }) => recordId),
        dataClasses: distinct(records.map(({ dataClass }) => dataClass)),
        purpose,
        occurredAt: now.toISOString(),
      },
    },
  ];
}
