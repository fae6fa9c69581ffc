/** What the mutations are tried on: new for each round, because in the end somebody does what she may. */
import { randomUUID } from 'node:crypto';
import { setup } from '@stezhka/registry';
import type { TemporaryNetwork } from '../support/temporary-network.js';
import { openHousehold } from './scenario.households.js';
import {
  enterReferral,
  type HouseholdSubject,
  hoursAgo,
  type RoutedPathway,
  routes,
  type Scenario,
} from './scenario.js';

export interface Fresh {
  readonly pathway: RoutedPathway;
  readonly actorId: string;
  readonly serviceId: string;
  readonly staffId: string;
  readonly services: Scenario['services'];
  readonly recipientActorId: string;
  readonly household: HouseholdSubject;
  /** By where they stand. */
  readonly referrals: Readonly<Record<'draft' | 'sent' | 'acknowledged', string>>;
}

export async function enterFresh(
  network: TemporaryNetwork,
  scenario: Scenario,
): Promise<Readonly<Record<RoutedPathway, Fresh>>> {
  const key = randomUUID();
  const actorId = scenario.actors.receiver;
  const about = await enterOfActor(network, scenario, actorId, key);
  const made = async (pathway: RoutedPathway): Promise<Fresh> => {
    const written = await openHousehold(network, scenario, pathway, key.slice(0, 20));
    const household = { ...written, pathway, withdrawn: false };
    const refer = (standing: 'draft' | 'sent' | 'acknowledged') =>
      enterReferral(network, scenario, household, standing, `${key.slice(0, 20)}-${pathway}-${standing}`);
    const [draft, sent, acknowledged] = await Promise.all([
      refer('draft'),
      refer('sent'),
      refer('acknowledged'),
    ]);
    const recipientActorId = scenario.actors[routes[pathway].recipient];
    const referrals = { draft, sent, acknowledged };
    return { pathway, ...about, services: scenario.services, recipientActorId, household, referrals };
  };
  const [general, gbv] = await Promise.all([made('general'), made('gbv')]);
  await network.settled();
  return { general, gbv };
}

/** A service of the receiver's and a colleague there, of which the scenario knows nothing. */
async function enterOfActor(
  { registry, issuer }: TemporaryNetwork,
  { staff }: Scenario,
  actorId: string,
  key: string,
) {
  const now = new Date();
  const { id: serviceId } = await registry.commands.offerService(
    staff.receiverAdministrator,
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
  return { actorId, serviceId, staffId };
}
