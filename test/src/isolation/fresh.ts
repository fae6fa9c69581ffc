/** What the mutations are tried on: new for each round, because in the end somebody does what she may. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@stezhka/auth';
import { setup } from '@stezhka/registry';
import type { Pathway } from '@stezhka/vocabulary';
import type { TemporaryNetwork } from '../support/temporary-network.js';
import type { OfferKey } from './scenario.actors.js';
import { enterCode } from './scenario.codes.js';
import { openHousehold } from './scenario.households.js';
import { enterReferral, type HouseholdSubject, hoursAgo, routes, type Scenario } from './scenario.js';

export interface Fresh {
  readonly pathway: Pathway;
  readonly issuer: string;
  readonly actorId: string;
  readonly serviceId: string;
  readonly staffId: string;
  readonly services: Scenario['services'];
  readonly staff: Scenario['staff'];
  readonly recipientActorId: string;
  readonly household: HouseholdSubject;
  /** One of the scenario's, that nothing brings back. */
  readonly declinedId: string;
  /** Of the one that was sent, for the official’s authority. */
  readonly code: { readonly code: string; readonly id: string };
  /** By where they stand; `next` is a draft that continues the one that was sent. */
  readonly referrals: Readonly<Record<'draft' | 'sent' | 'acknowledged' | 'next', string>>;
}

/** On each of these pathways, as the scenario has it: from the sender, about the receiver. */
export async function enterFresh<On extends Pathway>(
  network: TemporaryNetwork,
  scenario: Scenario,
  on: readonly On[],
): Promise<Readonly<Record<On, Fresh>>> {
  const { sender, receiverAdministrator } = scenario.staff;
  const about = await enterOfActor(network, receiverAdministrator);
  const made = await Promise.all(
    on.map(async (pathway) => {
      const fresh: Fresh = { ...about, ...(await enterCase(network, scenario, pathway, sender)) };
      return [pathway, fresh] as const;
    }),
  );
  await network.settled();
  return Object.fromEntries(made) as Record<On, Fresh>;
}

/** All of it one actor's own, who refers to the receiver. */
export async function enterOwn(network: TemporaryNetwork, scenario: Scenario, by: Viewer): Promise<Fresh> {
  const about = await enterOfActor(network, by);
  const own = { ...about, ...(await enterCase(network, scenario, 'general', by)) };
  await network.settled();
  return own;
}

async function enterCase(network: TemporaryNetwork, scenario: Scenario, pathway: Pathway, by: Viewer) {
  const key = randomUUID().slice(0, 20);
  const written = await openHousehold(network, scenario, pathway, key, by);
  const household = { ...written, pathway, withdrawn: false };
  const refer = (
    standing: 'draft' | 'sent' | 'acknowledged',
    how: { partOf?: string; offer?: OfferKey } = {},
  ) => {
    const name = `${key}-${pathway}-${how.partOf ? 'next' : standing}`;
    return enterReferral(network, scenario, household, standing, name, { by, ...how });
  };
  const [draft, sent, acknowledged] = await Promise.all([
    refer('draft'),
    refer('sent'),
    refer('acknowledged'),
  ]);
  const code = await enterCode(network, scenario, pathway, sent, by);
  return {
    ...{ pathway, household, code, services: scenario.services, staff: scenario.staff },
    declinedId: scenario.referrals.find((one) => one.pathway === pathway && one.standing === 'declined')!.id,
    recipientActorId: scenario.actors[routes[pathway].recipient],
    referrals: { draft, sent, acknowledged, next: await refer('draft', { partOf: sent, offer: 'mixed' }) },
  };
}

/** A service of its administrator's actor and a colleague there, of which the scenario knows nothing. */
async function enterOfActor({ registry, issuer }: TemporaryNetwork, administrator: Viewer) {
  const { actorId } = administrator;
  const key = randomUUID();
  const now = new Date();
  const { id: serviceId } = await registry.commands.offerService(
    administrator,
    {
      ...{ key: `offer-${key}`, actorId, service: 'LEG.VOT', pathways: ['general'], oblasts: ['UA-46'] },
      ...{ modality: 'either', ageBands: [], sexes: [], languages: ['uk'], intakeQuestions: [] },
      ...{ neededClasses: ['C2'], admissionDocument: false, effectiveAt: hoursAgo(10) },
    },
    now,
  );
  const { id: staffId } = await registry.commands.joinStaff(
    setup,
    { key: `join-${key}`, actorId, issuer, subject: key, roles: ['caseworker'], certifications: [] },
    now,
  );
  return { issuer, actorId, serviceId, staffId };
}
