/** One withdrawal while eight people of the recipient read: who opened what, before its answer and after it. */
import type { MadeHousehold } from '../every-mutation/referred.js';
import type { People } from '../every-mutation/scene.js';
import { type Asked, type Attempt, type Concerned, readOn } from './reader.js';

const readers = 8;

/** Who takes back what: everybody, by naming nothing, the agreement or all members; or one of two members. */
export const kinds = ['everything', 'the agreement', 'all members', 'one of two members'] as const;
export type Kind = (typeof kinds)[number];

export interface Withdrawal {
  readonly household: MadeHousehold;
  readonly asked: Asked;
  readonly kind: Kind;
}

export interface Account {
  readonly kind: Kind;
  readonly attempts: readonly Attempt[];
  /** Whether the withdrawal's answer could say that all recipients knew. */
  readonly allKnew: boolean;
  /** When the withdrawal's answer was received, in the order of the test. */
  readonly answered: number;
  /** About whom nobody may open anything from then on. */
  readonly closed: readonly Concerned[];
}

export async function withdrawWhileRead(
  people: People,
  { household, asked, kind }: Withdrawal,
  chance: () => number,
): Promise<Account> {
  const { householdId, memberIds, agreementId } = household;
  const taken = {
    everything: {},
    'the agreement': { agreementIds: [agreementId] },
    'all members': { memberIds },
  };
  const one = { memberIds: [memberIds[0]!] };
  let seen = 0;
  let answered = Number.POSITIVE_INFINITY;
  let attemptsBefore = Math.floor(chance() * readers);
  let goOn = (): void => undefined;
  const enough = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const together = {
    next: () => ++seen,
    chance,
    isWithdrawn: () => answered < Number.POSITIVE_INFINITY,
    onAttempt: () => attemptsBefore-- <= 0 && goOn(),
  };

  const reading = Array.from({ length: readers }, (_, n) =>
    readOn((n % 2 === 0 ? people.intake : people.administrator).party, asked, together),
  );
  await enough;
  const { recipientsInformed: allKnew } = await people.caseworker.party.does(
    'withdrawAgreement { receipt { id after } recipientsInformed }',
    {
      householdId,
      ...(kind === 'one of two members' ? one : taken[kind]),
    },
  );
  answered = together.next();
  const attempts = (await Promise.all(reading)).flat();
  const oneOfTwo = kind === 'one of two members';
  return {
    kind,
    attempts,
    allKnew,
    answered,
    closed: oneOfTwo ? ['the first', 'both'] : ['the first', 'the second', 'both'],
  };
}
