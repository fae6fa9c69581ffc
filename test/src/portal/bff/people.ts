/** One invented organisation with a few people in it: enough to sign in and be somebody. */
import { randomUUID } from 'node:crypto';
import type { Network } from '@stezhka/local';
import { setup } from '@stezhka/registry';

export const password = 'a long pass phrase';

export interface Person {
  /** What she types to sign in. */
  readonly name: string;
  readonly displayName: string;
  readonly subject: string;
  readonly staffId: string;
}

export async function enterPeople<Name extends string>(
  network: Network,
  ...names: readonly Name[]
): Promise<Record<Name, Person>> {
  const { commands } = network.registry;
  const { id: actorId } = await commands.admitActor(
    setup,
    {
      key: 'admit',
      name: { uk: 'Осередок', en: 'Centre', ro: 'Centrul' },
      ...{ kind: 'ngo', country: 'UA', homeOblast: 'UA-46', dutyPhone: '+380 32 000 00 00' },
      effectiveAt: '2022-03-01T08:00:00.000Z',
    },
    new Date(),
  );
  const people: Partial<Record<Name, Person>> = {};
  for (const name of names) {
    const displayName = `Displayed ${name}`;
    const subject = randomUUID();
    // Everybody knows this password: its digest costs a fiftieth of one that protects somebody.
    await network.identity.createAccountsSharing({ password, people: [{ subject, name, displayName }] });
    const { id: staffId } = await commands.joinStaff(
      setup,
      {
        key: `join-${name}`,
        ...{ actorId, issuer: network.issuer, subject },
        ...{ roles: ['caseworker'], certifications: [] },
      },
      new Date(),
    );
    people[name] = { name, displayName, subject, staffId };
  }
  await network.settled();
  return people as Record<Name, Person>;
}
