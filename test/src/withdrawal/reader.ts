/** A reader who does not let go: opens a referral again and again, under new keys and under old ones. */
import { randomUUID } from 'node:crypto';
import type { Party } from '@stezhka/local';

/** What a recipient asks for. */
export interface Asked {
  readonly referralId: string;
  readonly classes: readonly ('C1' | 'C2')[];
  readonly purpose: 'eligibility_decision' | 'service_delivery';
}

/** Whom a record is about: the first member, who has a name; the second, who has a label; or both. */
export type Concerned = 'the first' | 'the second' | 'both';

/** One try to open. */
export interface Attempt {
  /** When the request was made and when its answer was there, in the order of the test. */
  readonly asked: number;
  readonly answered: number;
  /** Under a key that had opened it before. */
  readonly retry: boolean;
  /** Whose records were opened; nobody's if it was refused. */
  readonly opened: readonly Concerned[];
  /** Why it was refused. */
  readonly code?: string;
}

/** What readers and the withdrawal share. */
export interface Together {
  /** The order in which the test itself saw things: a number larger than every one before. No clock is asked. */
  readonly next: () => number;
  /** From 0 to 1, from the run's seed. */
  readonly chance: () => number;
  /** The withdrawal's answer was received. */
  readonly isWithdrawn: () => boolean;
  readonly onAttempt: () => void;
}

const disclose = `mutation($input: DiscloseReferralInput!) {
  discloseReferral(input: $input) { receipt { id } records {
    contact { name } decisionSet { need } } } }`;

interface OpenedRecord {
  readonly contact: { readonly name: string | null } | null;
  readonly decisionSet: object | null;
}

/** By what is written in it: ids say nothing about whose it is. */
function concernedBy({ contact, decisionSet }: OpenedRecord): Concerned {
  if (decisionSet) return 'both';
  return contact?.name ? 'the first' : 'the second';
}

/** Reads until it is withdrawn, and then once under a new key and once more under the last one that opened. */
export async function readOn(party: Party, asked: Asked, together: Together): Promise<Attempt[]> {
  const { next, chance, isWithdrawn, onAttempt } = together;
  const attempts: Attempt[] = [];
  const keysThatOpened: string[] = [];

  async function attempt(old?: string): Promise<void> {
    const key = old ?? randomUUID();
    const at = next();
    const answer = await party.ask(disclose, { input: { key, ...asked } });
    const code = answer.errors?.[0]?.extensions.code;
    const records: OpenedRecord[] = answer.data?.discloseReferral?.records ?? [];
    if (!code && !old) keysThatOpened.push(key);
    attempts.push({
      asked: at,
      answered: next(),
      retry: old !== undefined,
      opened: records.map(concernedBy),
      ...(code ? { code } : {}),
    });
    onAttempt();
  }

  const anOldKey = () => keysThatOpened[Math.floor(chance() * keysThatOpened.length)];
  for (let turn = 0; !isWithdrawn(); turn++) await attempt(turn % 2 === 0 ? undefined : anOldKey());
  await attempt();
  const last = keysThatOpened.at(-1);
  if (last) await attempt(last);
  return attempts;
}
