/** A command over HTTP, as the one who gives it would send it. */
import { randomUUID } from 'node:crypto';
import type { Party } from '@stezhka/local';
import { mutationNamed } from './documents.js';
import type { Call } from './example.js';

export type Answer = Awaited<ReturnType<Party['ask']>>;

/** The id, revision and token in an answer. */
export interface Receipt {
  readonly id: string;
  readonly revision: string;
  readonly after: string;
}

export function give({ by, mutation, input }: Call, key: string = randomUUID()): Promise<Answer> {
  return by.party.ask(mutationNamed(mutation).document, { input: { key, ...input } });
}

/** @throws if it was refused */
export async function given(call: Call, key?: string): Promise<Receipt> {
  return receiptIn(await give(call, key), call.mutation);
}

/** @throws if there is none */
export function receiptIn({ data, errors }: Answer, mutation: string): Receipt {
  const done = data?.[mutation];
  if (!done) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
  return done.receipt ?? done;
}
