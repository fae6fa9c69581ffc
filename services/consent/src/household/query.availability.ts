/**
 * Which classes of a referral the viewer could open now, and nothing more. Read from the two streams that the
 * opening itself is decided on, so the hint and the decision cannot drift apart; nothing is appended.
 */
import { signedIn, type Viewer, type Wall } from '@stezhka/auth';
import type { EventStore } from '@stezhka/event-store';
import { purposes } from '@stezhka/vocabulary';
import { factsOf, partiesTo } from '../referral/published-facts.js';
import type { Subjects } from './authorize.js';
import type { SealedClass } from './commands.js';
import { classesOpen, standingPermit } from './decide.disclosure.js';
import type { HouseholdWalls } from './decide.walls.js';
import type { HouseholdHandler } from './handle.js';
import { shownWithin } from './shown-ids.js';

export interface Availability {
  readonly classes: readonly SealedClass[];
  /** Of whom, as they are called under this permit; nobody where no class is open. */
  readonly memberIds: readonly string[];
}

/** Undefined for whoever is no party to the referral. */
export type AvailabilityQuery = (
  viewer: Viewer | undefined,
  referralId: string,
  now: Date,
) => Promise<Availability | undefined>;

const nothing: Availability = { classes: [], memberIds: [] };

export function createAvailabilityQuery(
  deps: HouseholdWalls & {
    readonly store: EventStore;
    readonly handler: HouseholdHandler;
    readonly secret: string;
  },
): AvailabilityQuery {
  const { store, handler, permitWall, secret } = deps;
  const wall: Wall<Subjects> = deps.wall;

  return async (viewer, referralId, now) => {
    signedIn(viewer);
    const referral = factsOf(await store.read(`referral-${referralId}`));
    if (!referral) return undefined;
    const { pathway, householdId } = referral;
    const { sent, partyActorIds } = partiesTo(referral);
    if (!wall.allows('referral.availability', viewer, { partyActorIds, pathway })) return undefined;
    const household = (await handler.load(householdId))?.state;
    if (household?.phase !== 'open') return undefined;

    const isNamed = [household.actorId, ...household.permits.map((permit) => permit.recipientActorId)];
    if (permitWall === 'closed' && !isNamed.includes(viewer.actorId)) return undefined;
    const offer = sent.findLast((one) => one.recipientActorId === viewer.actorId);
    if (!offer || !wall.allows('referral.disclose', viewer, { ...offer, pathway })) return nothing;
    const permit = standingPermit(household, offer, viewer, now, permitWall);
    if (!permit) return nothing;
    const classes = classesOpen(wall, viewer, { household, permit, offer }, purposes.codes);
    if (classes.length === 0) return nothing;
    return { classes, memberIds: permit.memberIds.map(shownWithin(secret, permit.permitId)) };
  };
}
