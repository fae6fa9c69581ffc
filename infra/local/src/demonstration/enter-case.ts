/** One household of the demonstration and its referral, as its caseworker and the recipient would have typed it. */
import type { Viewer } from '@stezhka/auth';
import type { Channel } from '@stezhka/vocabulary';
import type { Composed } from '../composed.js';
import type { DemonstrationCase } from './described.js';
import type { EnteredService } from './enter-actor.js';
import { enterHousehold } from './enter-household.js';
import type { Member } from './enter-staff.js';
import { enterStep } from './enter-step.js';

export interface Entered {
  readonly actors: ReadonlyMap<string, string>;
  readonly members: ReadonlyMap<string, Member>;
  readonly services: ReadonlyMap<string, EnteredService>;
}

/** A case at work: who acts, and when. */
export interface CaseAtWork {
  readonly one: DemonstrationCase;
  readonly by: Viewer;
  readonly answeredBy: Viewer;
  readonly agreedTo: string;
  /** So many hours after the household came. */
  since(hours: number): { readonly occurredAt: string; readonly channel: Extract<Channel, 'import'> };
  key(act: string): string;
}

const HOUR = 3_600_000;

export async function enterCase(
  network: Composed,
  one: DemonstrationCase,
  entered: Entered,
  signal: AbortSignal,
): Promise<void> {
  const to = entered.services.get(`${one.to.actor}/${one.to.service}`)!;
  const at: CaseAtWork = {
    one,
    by: entered.members.get(one.by)!.viewer,
    answeredBy: entered.members.get(one.answeredBy)!.viewer,
    agreedTo: one.agreedTo ? entered.actors.get(one.agreedTo)! : to.actorId,
    since: (hours) => ({
      occurredAt: new Date(network.foundedAt.getTime() - (one.daysAgo * 24 - hours) * HOUR).toISOString(),
      channel: 'import',
    }),
    key: (act) => `demo-${one.key}-${act}`,
  };
  const { householdId, memberIds, decisionRecordIds } = await enterHousehold(network, at);

  const { commands } = network.referrals;
  const now = new Date();
  const { id: referralId } = await commands.draft(
    at.by,
    {
      type: 'DraftReferral',
      ...{ householdId, memberIds },
      service: one.service,
      oblast: one.oblast,
      urgency: one.urgency,
      pathway: one.pathway,
      modality: 'either',
      ageBands: [],
      sexes: [],
      excludedActorIds: [],
      ...at.since(1),
    },
    { key: at.key('draft'), now },
  );
  if (!one.unsent)
    await send(network, at, referralId, { serviceId: to.serviceId, decisionRecordIds }, signal);
  if (signal.aborted) return;
  const { pace = 1 } = one;
  for (const [n, step] of one.followed.entries())
    await enterStep(network, at, { householdId, referralId }, step, 1 + (n + 1) * pace);
}

/** Consent may need longer to answer than a sender waits: the same command again waits anew. */
async function send(
  { referrals }: Composed,
  { by, since, key }: CaseAtWork,
  referralId: string,
  offer: { readonly serviceId: string; readonly decisionRecordIds: readonly string[] },
  signal: AbortSignal,
): Promise<void> {
  const command = { type: 'SendReferral', ...offer, dataClasses: ['C1', 'C2'], ...since(1) } as const;
  const given = { key: key('send'), now: new Date() };
  for (let outcome = 'pending'; outcome === 'pending' && !signal.aborted; )
    ({ outcome } = await referrals.commands.send(by, referralId, command, given));
}
