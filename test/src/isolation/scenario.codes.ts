/**
 * Codes that authorities were given: one to the official's, one to an authority where nobody is an official, one that was
 * taken back. On an isolated pathway none can be given; there one stands in the store as if it had been all the same.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Viewer } from '@stezhka/auth';
import { idWithin } from '@stezhka/event-store';
import { openInstallation } from '@stezhka/local';
import { authorityCodeOf, type Pathway } from '@stezhka/vocabulary';
import type { TemporaryNetwork } from '../support/temporary-network.js';
import type { Cast } from './scenario.actors.js';
import type { ReferralSubject, Standing } from './scenario.js';
import type { ActorKey } from './viewers.js';

export interface CodeSubject {
  /** What is read to the official; of the isolated pathway one that would lead to it if any did. */
  readonly code: string;
  readonly id: string;
  readonly authority: ActorKey;
  readonly revoked: boolean;
  readonly pathway: Pathway;
  readonly standing: Standing;
}

/** Where there is an official; on an isolated pathway one who is certified for it. */
const authorityOn = (pathway: Pathway): ActorKey => (pathway === 'general' ? 'unrelated' : 'gbvReceiver');

/** Standings in which the scenario's referrals have codes. */
export const withCodes: Readonly<Record<Pathway, readonly Standing[]>> = {
  general: ['sent', 'acknowledged', 'accepted'],
  gbv: ['accepted'],
  tip: ['accepted'],
  cp: ['accepted'],
};

export async function enterCodes(
  network: TemporaryNetwork,
  cast: Cast,
  referrals: readonly ReferralSubject[],
): Promise<readonly CodeSubject[]> {
  const coded = referrals.filter(({ pathway, standing }) => withCodes[pathway].includes(standing));
  return (await Promise.all(coded.map((referral) => enterCodesOf(network, cast, referral)))).flat();
}

async function enterCodesOf(
  network: TemporaryNetwork,
  cast: Cast,
  { id, pathway, standing }: ReferralSubject,
): Promise<readonly CodeSubject[]> {
  const { sender, official: asker } = cast.staff;
  const { authority } = network.referrals;
  const of = { pathway, standing, revoked: false };
  const now = () => ({ key: randomUUID(), now: new Date() });
  const give = async (to: ActorKey) => ({
    ...of,
    authority: to,
    ...(await enterCode(network, cast, pathway, id, sender, to)),
  });
  const first = await give(authorityOn(pathway));
  if (pathway !== 'general') return [first];
  await authority.ask(asker, first.code, now());
  if (standing === 'accepted') return [first, await give('office')];
  if (standing !== 'sent') return [first];
  const second = await give(authorityOn(pathway));
  await authority.revoke(sender, second.id, 'phone', now());
  return [first, { ...second, revoked: true }];
}

/** A code of a referral, and what it is called. */
export async function enterCode(
  network: TemporaryNetwork,
  cast: Cast,
  pathway: Pathway,
  referralId: string,
  by: Viewer,
  to: ActorKey = authorityOn(pathway),
): Promise<{ readonly code: string; readonly id: string }> {
  const authorityActorId = cast.actors[to];
  if (pathway !== 'general') return slipIn(network, pathway, referralId, by, authorityActorId);
  const command = { type: 'GiveAuthorityCode', referralId, authorityActorId, channel: 'phone' } as const;
  const given = await network.referrals.authority.give(by, command, { key: randomUUID(), now: new Date() });
  return { code: given.code, id: given.id };
}

/** As no command would: the rule that gives none is not asked, so that the one that tells nothing stands alone. */
async function slipIn(
  network: TemporaryNetwork,
  pathway: Pathway,
  referralId: string,
  by: Viewer,
  authorityActorId: string,
) {
  const { secret } = await openInstallation(network.dir, () => new Date());
  const code = authorityCodeOf(randomBytes(10));
  const codeId = idWithin(secret, code, 'authority-code-id');
  const occurredAt = new Date();
  const data = {
    ...{ codeId, referralId, senderActorId: by.actorId, pathway, authorityActorId },
    ...{ expiresAt: new Date(occurredAt.getTime() + 86_400_000).toISOString(), authorityPolicy: 1 },
    ...{ occurredAt: occurredAt.toISOString(), channel: 'phone' },
  };
  const event = { type: 'AuthorityCodeGiven.v1', data };
  const metadata = { commandId: randomUUID(), payloadHash: '', causedBy: by.staffId };
  const stream = `authoritycode-${codeId}`;
  await network.stores.events.append(stream, 'no_stream', [{ id: randomUUID(), event, metadata }]);
  return { code, id: codeId };
}
