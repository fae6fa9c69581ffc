/** Withdrawals one after the other, each of another household, prepared some at a time. */
import { aHousehold, aReferral, type Stage } from '../every-mutation/referred.js';
import { type Scene, signIn } from '../every-mutation/scene.js';
import { type Account, type Kind, kinds, type Withdrawal, withdrawWhileRead } from './one-withdrawal.js';

/** Tokens end after ten minutes: each batch signs in anew. */
const batch = 10;

/** Where a referral stands, and what it opens there. */
const stages: readonly (readonly [Stage, Omit<Withdrawal['asked'], 'referralId'>])[] = [
  ['accepted', { classes: ['C1'], purpose: 'service_delivery' }],
  ['sent', { classes: ['C2'], purpose: 'eligibility_decision' }],
  ['in_progress', { classes: ['C1', 'C2'], purpose: 'service_delivery' }],
  ['completed', { classes: ['C1', 'C2'], purpose: 'service_delivery' }],
  ['acknowledged', { classes: ['C2'], purpose: 'eligibility_decision' }],
];

export async function manyWithdrawals(
  scene: Scene,
  count: number,
  chance: () => number,
  address = scene.network.address,
): Promise<Account[]> {
  const accounts: Account[] = [];
  while (accounts.length < count) {
    const people = await signIn(scene.network, address);
    const size = Math.min(batch, count - accounts.length);
    const first = accounts.length;
    const prepared = await Promise.all(
      Array.from({ length: size }, (_, n) => prepare(scene, kinds[(first + n) % kinds.length]!, chance)),
    );
    for (const one of prepared) accounts.push(await withdrawWhileRead(people, one, chance));
  }
  return accounts;
}

async function prepare(scene: Scene, kind: Kind, chance: () => number): Promise<Withdrawal> {
  // What stays open to the other member is her contact: only after a yes is there anything to keep open.
  const known = kind === 'one of two members' ? stages.slice(0, 1) : stages;
  const [stage, opens] = known[Math.floor(chance() * known.length)]!;
  const household = await aHousehold(scene);
  const referralId = await aReferral(scene, household, stage);
  return { household, kind, asked: { referralId, ...opens } };
}
