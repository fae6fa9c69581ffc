/** Every mutation with an input that is valid for whoever may, in an order in which each is possible after the other. */
import type { Pathway } from '@stezhka/vocabulary';
import { actsOnCodes, actsWithACode } from './acts.authority.js';
import { actsOnCases } from './acts.cases.js';
import { actsOnDirectory } from './acts.directory.js';
import type { Fresh } from './fresh.js';
import type { MayAct } from './rules-of-acts.js';
import type { MemberKey, ViewerKey } from './viewers.js';

export interface Act {
  readonly mutation: string;
  /** Where one mutation asks in two ways. */
  readonly variant?: string;
  readonly may: MayAct;
  /** Who does it in the end, to show that the input was right; nobody where nobody may. */
  readonly doer?: MemberKey;
  readonly input: (fresh: Fresh, by: ViewerKey) => Readonly<Record<string, unknown>>;
  /** Where the rule says no to what is asked and not to who asks: what she is told instead of "not found". */
  readonly told?: (viewer: ViewerKey, pathway: Pathway) => string | undefined;
  /** Fields of the answer that say nothing here. */
  readonly blank?: readonly string[];
  /** The household's stream names who may, beside the rule: a second wall. */
  readonly named?: 'owner' | 'recipient' | 'both';
}

/** What is about an actor has no pathway, nor has asking with a code. */
export const actsWithoutPathway: readonly Act[] = [...actsOnDirectory, ...actsWithACode];
export const actsOnPathway: readonly Act[] = [...actsOnCodes, ...actsOnCases];
