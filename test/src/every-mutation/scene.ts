/** The demonstration at work, with some of its staff ready to act: over HTTP by token, and inside the process. */
import type { Viewer } from '@stezhka/auth';
import { demonstrationPassword, type Party, partyWith, tokenFor } from '@stezhka/local';
import { enterAuthority, official } from '../support/an-authority.js';
import { storyNetwork, type TemporaryNetwork } from '../support/temporary-network.js';

const accounts = {
  /** Refers, at the centre in Kharkiv. */
  caseworker: 'oksana',
  sendersAdministrator: 'lida',
  /** Receives, at the shelter in Lviv. */
  intake: 'marta',
  /** Of the same shelter; may receive as well. */
  administrator: 'bohdan',
  outsider: 'ostap',
  registrar: 'pavlo',
  coordinator: 'solomiia',
  official,
} as const;
export type Role = keyof typeof accounts;

/** Somebody signed in. */
export interface Person {
  readonly name: string;
  readonly token: string;
  readonly viewer: Viewer;
  readonly party: Party;
}
export type People = Readonly<Record<Role, Person>>;

export interface Scene {
  readonly network: TemporaryNetwork;
  readonly people: People;
  /** The shelter's one service. */
  readonly serviceId: string;
  stop(): Promise<void>;
}

/** What the shelter in Lviv is asked for. */
export const theNeed = {
  service: 'SHL.TRANSIT',
  oblast: 'UA-46',
  pathway: 'general',
  modality: 'either',
} as const;

export async function startScene(...how: Parameters<typeof storyNetwork>): Promise<Scene> {
  const network = await storyNetwork(...how);
  try {
    await enterAuthority(network);
    const people = await signIn(network);
    const found = await people.caseworker.party.ask(
      'query($need: NeedInput!) { candidates(need: $need) { actor { id } offeredService { id } } }',
      { need: theNeed },
    );
    const shelter = found.data.candidates.find(
      (one: { actor: { id: string } }) => one.actor.id === people.intake.viewer.actorId,
    );
    return { network, people, serviceId: shelter.offeredService.id, stop: network.stop };
  } catch (error) {
    await network.stop();
    throw error;
  }
}

/** Everybody, with a new token each: tokens end after ten minutes. */
export async function signIn(network: TemporaryNetwork, address = network.address): Promise<People> {
  const signedIn = Object.entries(accounts).map(async ([role, name]) => {
    const token = await tokenFor(network.address, name, demonstrationPassword);
    const { viewer } = await network.running.registry.contextFactory({ authorization: `Bearer ${token}` });
    if (!viewer) throw new Error(`${name} is nobody`);
    return [role, { name, token, viewer, party: partyWith(address, name, token, {}) }] as const;
  });
  return Object.fromEntries(await Promise.all(signedIn)) as unknown as People;
}
