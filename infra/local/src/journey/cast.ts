/** Who plays whom: demonstration accounts, each signed in by itself. */
import { demonstrationPassword } from '../demonstration/accounts.js';
import { type Meeting, partyWith, tokenFor } from './party.js';
import type { Cast } from './story.js';

const accounts: Record<keyof Cast, string> = {
  caseworker: 'oksana',
  firstShelter: 'iryna',
  secondShelter: 'marta',
  outsider: 'ostap',
  interpreter: 'zoriana',
};

export async function gather(address: string): Promise<Cast> {
  const meeting: Meeting = {};
  const parties = Object.entries(accounts).map(async ([role, name]) => {
    const token = await tokenFor(address, name, demonstrationPassword);
    return [role, partyWith(address, name, token, meeting)] as const;
  });
  return Object.fromEntries(await Promise.all(parties)) as unknown as Cast;
}
