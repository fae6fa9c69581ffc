/** An authority with one official, beside the six organisations of the story, under the name she has in the whole network. */
import { randomUUID } from 'node:crypto';
import { demonstrationPassword } from '@stezhka/local';
import { setup } from '@stezhka/registry';
import type { TemporaryNetwork } from './temporary-network.js';

export const official = 'valentyn';
export const authorityNames = {
  uk: 'Соціальна служба (вигадана)',
  en: 'Social Service (invented)',
  ro: 'Serviciul social (inventat)',
} as const;

/** Its actor's id, once she can sign in. */
export async function enterAuthority({
  registry,
  identity,
  issuer,
  settled,
}: TemporaryNetwork): Promise<string> {
  const { commands } = registry;
  const now = new Date();
  const key = () => randomUUID();
  const effectiveAt = '2024-01-01T08:00:00.000Z';
  const { id: actorId } = await commands.admitActor(
    setup,
    { key: key(), name: authorityNames, kind: 'government', country: 'UA', homeOblast: 'UA-30', effectiveAt },
    now,
  );
  const subject = randomUUID();
  const person = { subject, name: official, displayName: 'Валентин Печаткін' };
  await identity.createAccountsSharing({ password: demonstrationPassword, people: [person] });
  await commands.joinStaff(
    setup,
    { key: key(), actorId, issuer, subject, roles: ['authority_official'], certifications: [] },
    now,
  );
  await settled();
  return actorId;
}
