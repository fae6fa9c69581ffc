/**
 * What there is to see: the same households and referrals on the general pathway and on the one for violence, one
 * referral in each state; on those for trafficking and children one in each that somebody beside its two sides could hear
 * of. All of it is entered through the services' own commands. Everything a field can say is said of something here.
 */
import type { Viewer } from '@stezhka/auth';
import { type Pathway, pathways } from '@stezhka/vocabulary';
import type { TemporaryNetwork } from '../support/temporary-network.js';
import { remindersOf } from './rules-by-hand.js';
import { type Cast, enterCast, type OfferKey, offers } from './scenario.actors.js';
import { type CodeSubject, enterCodes } from './scenario.codes.js';
import { openHousehold, type WrittenHousehold } from './scenario.households.js';
import { hoursAgo, routes } from './scenario.routes.js';
import type { ActorKey } from './viewers.js';

export const states = [
  'draft',
  'refused',
  'sent',
  'acknowledged',
  'accepted',
  'declined',
  'expired',
  'completed',
  'withdrawn',
] as const;
/** Where a referral stands; `refused` is a draft to which consent said no, `withdrawn` one whose person took back her agreement. */
export type Standing = (typeof states)[number];

/** Pathways on which one stands in every state. */
const inFull: readonly Pathway[] = ['general', 'gbv'];
/** On the others: waiting, answered and silent are what lists, counts and maps are made of. */
const inPart: readonly Standing[] = ['sent', 'accepted', 'declined', 'expired'];

export { hoursAgo, routes };

export interface ReferralSubject {
  readonly id: string;
  /** What people read to each other on the phone. */
  readonly reference: string;
  readonly pathway: Pathway;
  readonly standing: Standing;
  readonly recipient: ActorKey;
  readonly household: HouseholdSubject;
}

export interface HouseholdSubject extends WrittenHousehold {
  readonly pathway: Pathway;
  /** Its members took their agreement back. */
  readonly withdrawn: boolean;
}

export interface Scenario extends Cast {
  readonly households: readonly HouseholdSubject[];
  readonly referrals: readonly ReferralSubject[];
  readonly codes: readonly CodeSubject[];
}

const entered = (hours: number) => ({ occurredAt: hoursAgo(hours), channel: 'import' as const });

export async function enterScenario(network: TemporaryNetwork): Promise<Scenario> {
  const cast = await enterCast(network);
  const households = await Promise.all(
    pathways.codes.flatMap((pathway) =>
      (inFull.includes(pathway) ? [false, true] : [false]).map(
        async (withdrawn): Promise<HouseholdSubject> => {
          const written = await openHousehold(network, cast, pathway, withdrawn ? 'withdrawn' : 'kept');
          return { ...written, pathway, withdrawn };
        },
      ),
    ),
  );
  const referrals = (
    await Promise.all(households.map((household) => enterReferrals(network, cast, household)))
  ).flat();
  await network.settled();
  await openSomething(network, cast, referrals);
  const codes = await enterCodes(network, cast, referrals);
  await network.settled();
  return { ...cast, households, referrals, codes };
}

/** One in each state; all continue the first, a draft. */
async function enterReferrals(
  network: TemporaryNetwork,
  cast: Cast,
  household: HouseholdSubject,
): Promise<readonly ReferralSubject[]> {
  const { pathway, withdrawn } = household;
  const { recipient } = routes[pathway];
  const key = `scenario-${pathway}-${withdrawn ? 'withdrawn' : 'kept'}`;
  const partOf = await enterReferral(network, cast, household, 'draft', key);
  const later = (inFull.includes(pathway) ? states : inPart).filter(
    (one) => one !== 'draft' && (one === 'withdrawn') === withdrawn,
  );
  const continued = await Promise.all(
    later.map(async (standing): Promise<ReferralSubject> => {
      const id = await enterReferral(network, cast, household, standing, `${key}-${standing}`, { partOf });
      return { id, reference: await referenceOf(network, id), pathway, standing, recipient, household };
    }),
  );
  const reference = await referenceOf(network, partOf);
  return [{ id: partOf, reference, pathway, standing: 'draft', recipient, household }, ...continued];
}

async function referenceOf({ stores }: TemporaryNetwork, referralId: string): Promise<string> {
  const [drafted] = await stores.events.read(`referral-${referralId}`);
  return (drafted!.data as { reference: string }).reference;
}

/** A referral brought to where it is wanted; `key` makes it this one. */
export async function enterReferral(
  network: TemporaryNetwork,
  cast: Cast,
  household: HouseholdSubject,
  standing: Standing,
  key: string,
  {
    partOf,
    by: sender = cast.staff.sender,
    ...asked
  }: { partOf?: string; by?: Viewer; offer?: OfferKey } = {},
): Promise<string> {
  const { draft, send, act } = network.referrals.commands;
  const { pathway, id: householdId, memberIds, decisionRecordId } = household;
  const route = routes[pathway];
  // The person named nobody else: consent says no.
  const offer = asked.offer ?? (standing === 'refused' ? route.unnamed! : route.offer);
  const recipient: Viewer = cast.staff[route.by];
  const given = (name: string) => ({ key: `${key}-${name}`, now: new Date() });
  const { id } = await draft(
    sender,
    {
      ...{ type: 'DraftReferral', householdId, memberIds: [...memberIds], pathway },
      ...{ service: offers[offer].service, oblast: 'UA-46', urgency: 'urgent' },
      ...{ modality: 'either', ageBands: ['age_25_59'], sexes: ['female'], language: 'uk' },
      ...{ excludedActorIds: [], ...(partOf ? { partOf } : {}), ...entered(200) },
    },
    given('draft'),
  );
  if (standing === 'draft') return id;
  const sending = {
    ...{ type: 'SendReferral' as const, serviceId: cast.services[offer] },
    dataClasses: ['C1', 'C2', 'C3', 'C4'] as const,
    ...{ decisionRecordIds: [decisionRecordId], ...entered(199) },
  };
  const sent = given('send');
  // On a busy machine consent's answer may take longer than one caller waits: she asks again.
  while ((await send(sender, id, sending, sent)).outcome === 'pending');
  if (standing === 'refused' || standing === 'sent') return id;
  if (standing === 'expired') {
    await keepSilent(network, id, pathway);
    return id;
  }
  // Typed in by the sender, from the phone, days after it was said.
  const spoken = { occurredAt: hoursAgo(72), channel: 'phone' as const };
  if (standing === 'acknowledged')
    await act(sender, id, { type: 'AcknowledgeReferral', ...spoken }, given('acknowledge'));
  else if (standing === 'declined')
    await act(
      recipient,
      id,
      { type: 'DeclineReferral', reason: 'not_eligible', ...entered(70) },
      given('decline'),
    );
  else await act(recipient, id, { type: 'AcceptReferral', ...entered(70) }, given('accept'));
  if (standing === 'completed') {
    await act(recipient, id, { type: 'StartReferral', ...entered(60) }, given('start'));
    const outcome = 'service_provided';
    await act(recipient, id, { type: 'CompleteReferral', outcome, ...entered(50) }, given('complete'));
  }
  if (standing === 'withdrawn')
    await network.consent.commands.withdrawAgreement(
      sender,
      { key: `${key}-withdraw`, householdId, ...entered(40) },
      new Date(),
    );
  return id;
}

/** Nobody answered: everybody who is told was told, and it expired. */
async function keepSilent({ referrals }: TemporaryNetwork, id: string, pathway: Pathway): Promise<void> {
  const { strike } = referrals.commands;
  const now = new Date();
  for (const clock of ['acknowledge', 'decide'] as const)
    for (const rung of remindersOf(pathway))
      await strike(id, { type: 'NoticeSilence', policy: 1, clock, rung }, { key: `${clock}-${rung}`, now });
  await strike(id, { type: 'ExpireReferral', policy: 1 }, { key: 'expire', now });
}

/** So that the file has disclosures to show: by the recipient, and by a colleague. */
async function openSomething(
  { consent }: TemporaryNetwork,
  { staff }: Cast,
  referrals: readonly ReferralSubject[],
): Promise<void> {
  const { discloseReferral, readHousehold } = consent.commands;
  for (const { id, standing, pathway, household } of referrals) {
    if (standing !== 'accepted') continue;
    const what = { classes: ['C1'], purpose: 'service_delivery' } as const;
    const by = staff[routes[pathway].by];
    await discloseReferral(by, { key: `opened-${pathway}`, referralId: id, ...what }, new Date());
    const own = { key: `own-${pathway}`, householdId: household.id, ...what };
    await readHousehold(staff.sender, own, new Date());
  }
}
